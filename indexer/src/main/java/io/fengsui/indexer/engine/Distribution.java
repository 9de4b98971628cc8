package io.fengsui.indexer.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An unpacked Elasticsearch, small or full.
 *
 * @param version such as {@code 9.5.3}
 */
record Distribution(Path home, String version) {
  private static final Pattern JAR = Pattern.compile("elasticsearch-(\\d+\\.\\d+\\.\\d+)(-SNAPSHOT)?\\.jar");

  /** Fails with what to do where there is none, or none with our plugin. */
  static Distribution at(Path given) {
    Path home = given.toAbsolutePath().normalize();
    try (Stream<Path> jars = Files.list(home.resolve("lib"))) {
      String version = jars.map(jar -> JAR.matcher(jar.getFileName().toString())).filter(Matcher::matches)
          .map(match -> match.group(1)).findFirst().orElseThrow(() -> missing(home));
      if (!Files.exists(home.resolve("plugins/fengsui-analysis/stable-plugin-descriptor.properties")))
        throw new EngineFailure(
            "Elasticsearch at " + home + " lacks our plugin: unzip fengsui-analysis-*-plugin.zip into "
                + home.resolve("plugins/fengsui-analysis") + ", or build again with mvn package");
      return new Distribution(home, version);
    } catch (IOException e) {
      throw missing(home);
    }
  }

  private static EngineFailure missing(Path home) {
    return new EngineFailure(
        "There is no Elasticsearch at " + home + ": build with mvn package, which unpacks one, or set "
            + "fengsui.elasticsearch.home to an unpacked one or fengsui.elasticsearch.uris to a running one");
  }

  String major() {
    return version.substring(0, version.indexOf('.'));
  }

  Path program() {
    return home.resolve("bin/elasticsearch");
  }

  boolean has(String module) {
    return Files.isDirectory(home.resolve("modules").resolve(module));
  }
}
