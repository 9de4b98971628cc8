package io.fengsui.portal.launch;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds a Java that is new enough in the usual places and runs this jar on it. */
final class NewerJava {
  private static final List<String> FOLDERS = List.of("/usr/lib/jvm", "/opt", "/opt/java", "/Library/Java/JavaVirtualMachines",
    System.getProperty("user.home") + "/.sdkman/candidates/java", System.getProperty("user.home") + "/.jdks",
    System.getProperty("user.home") + "/.m2/jdks");

  /** Runs the jar with the arguments and returns its exit code; 1 with a message where no Java fits. */
  int run(String[] args, String mark) throws IOException, InterruptedException {
    Optional<Path> java = find();
    if (java.isEmpty()) {
      System.err.println("fengsui: needs Java " + Launcher.NEEDED + " or newer, this is " + Runtime.version().feature()
        + " and no newer one was found in " + FOLDERS + ". Install one, or set JAVA_HOME to it.");
      return 1;
    }
    ProcessBuilder builder = new ProcessBuilder(command(java.get(), args)).inheritIO();
    builder.environment().put(mark, "1");
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(process)));
    return process.waitFor();
  }

  private static List<String> command(Path java, String[] args) {
    List<String> command = new ArrayList<>(List.of(java.toString()));
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    if (command.stream().noneMatch(option -> option.startsWith("-Xmx")))
      command.add("-Xmx512m");
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-jar", System.getProperty("java.class.path")));
    command.addAll(List.of(args));
    return command;
  }

  private static void end(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException stopped) {
      process.destroyForcibly();
    }
  }

  private static Optional<Path> find() {
    Stream<Path> set = Stream.ofNullable(System.getenv("JAVA_HOME")).map(Path::of);
    return Stream.concat(set, FOLDERS.stream().map(Path::of).flatMap(NewerJava::inside)).filter(NewerJava::fits)
      .map(home -> home.resolve("bin/java")).findFirst();
  }

  private static Stream<Path> inside(Path folder) {
    if (!Files.isDirectory(folder))
      return Stream.empty();
    try (Stream<Path> homes = Files.list(folder)) {
      return homes.flatMap(home -> Stream.of(home, home.resolve("Contents/Home"))).sorted().collect(Collectors.toList())
        .stream();
    } catch (IOException unreadable) {
      return Stream.empty();
    }
  }

  /** Every JDK names its version in a file {@code release}: {@code JAVA_VERSION="25.0.1"}. */
  private static boolean fits(Path home) {
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return Files.isExecutable(home.resolve("bin/java")) && lines.filter(line -> line.startsWith("JAVA_VERSION="))
        .map(line -> line.replaceAll("\\D*(\\d+).*", "$1")).anyMatch(number -> Integer.parseInt(number) >= Launcher.NEEDED);
    } catch (IOException | NumberFormatException none) {
      return false;
    }
  }
}
