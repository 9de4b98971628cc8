package io.fengsui.portal.command;

import java.nio.file.NoSuchFileException;

/** Failures as one line for a person. */
final class Failures {
  private Failures() {}

  /** The message of the failure with those of its causes, each once. */
  static String inWords(Throwable failure) {
    StringBuilder words = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      String message = message(cause);
      if (words.indexOf(message) < 0)
        words.append(words.isEmpty() ? "" : ": ").append(message);
    }
    return words.toString();
  }

  private static String message(Throwable cause) {
    if (cause instanceof NoSuchFileException missing)
      return "no such file: " + missing.getFile();
    return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
  }
}
