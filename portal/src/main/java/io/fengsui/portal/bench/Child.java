package io.fengsui.portal.bench;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** This program once more, in a process of its own. */
final class Child {
  private Child() {}

  /** Runs a sub-command and returns what it printed on standard output. */
  static String run(List<String> arguments) throws IOException {
    var command = new ArrayList<>(
        List.of(ProcessHandle.current().info().command().orElse("java"), "-Xmx512m",
            "--enable-native-access=ALL-UNNAMED"));
    command.addAll(program(System.getProperty("java.class.path")));
    command.addAll(arguments);
    Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      if (process.waitFor() != 0)
        throw new IOException(command + " failed");
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
    return output;
  }

  private static List<String> program(String path) {
    boolean packed = path.endsWith(".jar") && !path.contains(File.pathSeparator);
    return packed ? List.of("-jar", path) : List.of("-cp", path, "io.fengsui.portal.PortalApplication");
  }
}
