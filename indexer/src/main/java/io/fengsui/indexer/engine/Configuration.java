package io.fengsui.indexer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Writes what the embedded engine is told: anew at each start, so that an edit or a new version of ours cannot linger. */
final class Configuration {
  private final Distribution distribution;
  private final Folder folder;
  private final EngineSettings settings;

  Configuration(Distribution distribution, Folder folder, EngineSettings settings) {
    this.distribution = distribution;
    this.folder = folder;
    this.settings = settings;
  }

  void write(int port) {
    Folder.write(folder.conf().resolve("elasticsearch.yml"), server(port));
    Folder.write(folder.conf().resolve("jvm.options"), virtualMachine());
    Folder.write(folder.conf().resolve("jvm.options.d/fengsui.options"), memory());
    Folder.write(folder.conf().resolve("log4j2.properties"), logging());
  }

  private String server(int port) {
    String text = """
        cluster.name: %s
        node.name: fengsui
        path.data: %s
        path.logs: %s
        network.host: 127.0.0.1
        http.port: %d
        transport.port: 0
        discovery.type: single-node
        xpack.security.enabled: false
        cluster.routing.allocation.disk.threshold_enabled: false
        action.auto_create_index: false
        """.formatted(folder.cluster(), quoted(folder.data()), quoted(folder.logs()), port);
    // The full distribution would load lists from the internet and start native processes; the small one knows no such settings.
    if (distribution.has("ingest-geoip"))
      text += "ingest.geoip.downloader.enabled: false\n";
    if (distribution.has("x-pack-ml"))
      text += "xpack.ml.enabled: false\n";
    return text;
  }

  private static String quoted(Path path) {
    return '"' + path.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }

  /** The distribution's own, without files that would be written beside the distribution. */
  private String virtualMachine() {
    try {
      return Files.readAllLines(distribution.home().resolve("config/jvm.options")).stream()
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .filter(line -> List.of("gc.log", "HeapDump", "hs_err", "-Xms", "-Xmx").stream().noneMatch(line::contains))
          .collect(Collectors.joining("\n", "", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String memory() {
    if (settings.frugal())
      return """
          -Xms256m
          -Xmx256m
          -XX:TieredStopAtLevel=1
          -XX:-UseG1GC
          -XX:+UseSerialGC
          -XX:-AlwaysPreTouch
          """;
    return "-Xms%1$s\n-Xmx%1$s\n".formatted(settings.heap());
  }

  private String logging() {
    return """
        status = error
        appender.file.type = RollingFile
        appender.file.name = file
        appender.file.fileName = ${sys:es.logs.base_path}/${sys:es.logs.cluster_name}.log
        appender.file.filePattern = ${sys:es.logs.base_path}/${sys:es.logs.cluster_name}-%i.log.gz
        appender.file.layout.type = PatternLayout
        appender.file.layout.pattern = [%d{ISO8601}][%-5p][%-25c{1.}] %marker%m%n
        appender.file.policies.type = Policies
        appender.file.policies.size.type = SizeBasedTriggeringPolicy
        appender.file.policies.size.size = 16MB
        appender.file.strategy.type = DefaultRolloverStrategy
        appender.file.strategy.max = 4
        rootLogger.level = info
        rootLogger.appenderRef.file.ref = file
        """;
  }
}
