package io.fengsui.indexer.engine;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes of an engine that runs: the server, and the launcher above it where it is our child.
 *
 * @param launcher the server itself where it was adopted
 */
record Server(ProcessHandle launcher, ProcessHandle server, Folder folder, int port) {
  private static final long PATIENCE_SECONDS = 25;

  /** The server that the folder's pid file names, where it runs and is the folder's own. */
  static Optional<Server> running(Folder folder) {
    Long pid = Folder.number(folder.pid());
    Long port = Folder.number(folder.port());
    if (pid == null || port == null)
      return Optional.empty();
    return ProcessHandle.of(pid).map(handle -> new Server(handle, handle, folder, port.intValue()))
        .filter(Server::isAlive);
  }

  /** Whether the process is there and is the folder's: a number may have passed to another, or belong to a corpse. */
  boolean isAlive() {
    return server.isAlive() && commandLine(server).contains(folder.base().toString());
  }

  /** Whether it answers on its port as the cluster that this folder holds. Waits at most four seconds. */
  boolean isHealthy() {
    return healthy(folder, port);
  }

  static boolean healthy(Folder folder, int port) {
    try {
      URI uri = URI.create("http://127.0.0.1:" + port + "/_cluster/health?wait_for_status=yellow&timeout=1s");
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(java.net.Proxy.NO_PROXY);
      connection.setConnectTimeout(1000);
      connection.setReadTimeout(3000);
      try (var in = connection.getInputStream()) {
        return new String(in.readNBytes(10_000), StandardCharsets.UTF_8).contains('"' + folder.cluster() + '"');
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** Ends launcher and server, in order where they are willing. */
  void stop() {
    List<ProcessHandle> all = new ArrayList<>(List.of(launcher));
    all.addAll(launcher.descendants().toList());
    if (isAlive())
      all.add(server);
    all.forEach(ProcessHandle::destroy);
    if (!await(all))
      all.stream().filter(ProcessHandle::isAlive).forEach(ProcessHandle::destroyForcibly);
    await(all);
    try {
      Files.deleteIfExists(folder.pid());
    } catch (IOException e) {
      // Left behind, it names a process that is gone, which the next start sees.
    }
  }

  private static boolean await(List<ProcessHandle> processes) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (processes.stream().anyMatch(Server::lives))
        if (System.nanoTime() > end)
          return false;
        else
          Thread.sleep(50);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A corpse that nobody buries, as in a container without an init process, has an empty command line. */
  private static boolean lives(ProcessHandle process) {
    return process.isAlive() && !(Files.isDirectory(Path.of("/proc/self")) && commandLine(process).isEmpty());
  }

  private static String commandLine(ProcessHandle process) {
    try {
      return Files.readString(Path.of("/proc/" + process.pid() + "/cmdline"), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return Files.isDirectory(Path.of("/proc/self")) ? "" : process.info().commandLine().orElse("");
    }
  }

  /** The last lines of what it printed and logged. */
  static String lastWords(Folder folder) {
    StringBuilder words = new StringBuilder();
    for (Path file : List.of(folder.console(), folder.log()))
      if (Files.isReadable(file))
        words.append(tail(file));
    return words.toString();
  }

  private static String tail(Path file) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      List<String> all = lines.filter(line -> !line.isBlank() && !line.startsWith("\tat ")).toList();
      return String.join("\n", all.subList(Math.max(0, all.size() - 8), all.size())).indent(2);
    } catch (IOException | java.io.UncheckedIOException e) {
      return "";
    }
  }
}
