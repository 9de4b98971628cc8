package io.fengsui.portal.command;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;

/** Reads files one after the other: a line of JSON for each as soon as it is read, whatever any of them is like. */
final class EachFile {
  private EachFile() {}

  /** What is read from one file. */
  interface Reading {
    Object of(Path file) throws IOException;
  }

  /** The line of a file that could not be read. */
  record Fault(String file, String error) {}

  /** Prints a line for each file and returns the exit code. */
  static int print(List<String> files, Reading reading) {
    return print(files, reading, Fault::new);
  }

  /** The same, with the caller's own line for a name and what was wrong. */
  static int print(List<String> files, Reading reading, BiFunction<String, String, Object> fault) {
    int code = 0;
    for (String file : files)
      try {
        Answer.line(reading.of(Path.of(file)));
      } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
        String error = error(e);
        System.err.println(file + ": " + error);
        Answer.line(fault.apply(file, error));
        code = 1;
      }
    return code;
  }

  private static String error(Throwable failure) {
    return switch (failure) {
      case InvalidPathException e -> "not a name that this machine's locale can write";
      case StackOverflowError e -> "nested too deep";
      case OutOfMemoryError e -> "takes more memory than there is";
      default -> Failures.inWords(failure);
    };
  }
}
