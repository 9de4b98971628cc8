package io.fengsui.indexer.engine;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the embedded engine. */
final class Launch {
  private static final long PATIENCE_SECONDS = 180;

  private final Distribution distribution;
  private final Folder folder;
  private final EngineSettings settings;

  Launch(Distribution distribution, Folder folder, EngineSettings settings) {
    this.distribution = distribution;
    this.folder = folder;
    this.settings = settings;
  }

  /** The engine that an earlier process of ours left running, where it is well, else a new one. Returns when it is healthy. */
  Server adoptOrStart() throws InterruptedException {
    var left = Server.running(folder);
    if (left.isPresent() && settled(left.get()))
      return left.get();
    left.ifPresent(Server::stop);
    return start(port());
  }

  /** Whether it is healthy, or becomes so: it may have been left in the middle of its start. */
  private static boolean settled(Server server) throws InterruptedException {
    for (int i = 0; i < 20 && server.isAlive(); i++)
      if (server.isHealthy())
        return true;
      else
        Thread.sleep(500);
    return false;
  }

  private int port() {
    if (settings.port() > 0) {
      if (Ports.isFree(settings.port()))
        return settings.port();
      throw new EngineFailure("Port " + settings.port() + " for Elasticsearch is taken: free it, or set "
          + "fengsui.elasticsearch.port to another one or to 0 for any");
    }
    Long stored = Folder.number(folder.port());
    return Ports.free(stored == null ? 0 : stored.intValue());
  }

  private Server start(int port) throws InterruptedException {
    folder.create();
    new Configuration(distribution, folder, settings).write(port);
    Folder.write(folder.port(), Integer.toString(port));
    try {
      Files.deleteIfExists(folder.pid());
      return healthy(process().start(), port);
    } catch (IOException e) {
      throw new EngineFailure("Elasticsearch at " + distribution.home() + " cannot be started: " + e.getMessage(), e);
    }
  }

  private ProcessBuilder process() {
    Path java = Path.of(System.getProperty("java.home"));
    List<String> command = new ArrayList<>(
        Unprivileged.prefix(folder.base(), List.of(distribution.program(), java.resolve("bin/java"))));
    command.addAll(List.of(distribution.program().toString(), "-p", folder.pid().toString()));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.base().toFile()).redirectErrorStream(true)
        .redirectInput(new File("/dev/null"))
        .redirectOutput(folder.console().toFile());
    Map<String, String> environment = builder.environment();
    List.of("JAVA_HOME", "ES_HOME", "ES_JAVA_OPTS", "CLI_JAVA_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS")
        .forEach(environment::remove);
    environment.put("ES_JAVA_HOME", java.toString());
    environment.put("ES_PATH_CONF", folder.conf().toString());
    environment.put("ES_TMPDIR", folder.tmp().toString());
    return builder;
  }

  private Server healthy(Process launcher, int port) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    try {
      while (launcher.isAlive() && System.nanoTime() < end) {
        Long pid = Folder.number(folder.pid());
        if (pid != null && Server.healthy(folder, port))
          return new Server(launcher.toHandle(), ProcessHandle.of(pid).orElseThrow(this::failed), folder, port);
        launcher.waitFor(100, TimeUnit.MILLISECONDS);
      }
      throw failed();
    } catch (EngineFailure | InterruptedException e) {
      new Server(launcher.toHandle(), launcher.toHandle(), folder, port).stop();
      throw e;
    }
  }

  private EngineFailure failed() {
    return new EngineFailure("Elasticsearch did not start. Its last words, more in " + folder.logs() + ":\n"
        + Server.lastWords(folder));
  }
}
