package io.fengsui.indexer.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * What the embedded engine keeps on disk: one folder for each major version of Elasticsearch.
 *
 * @param base absolute
 */
record Folder(Path base) {
  static Folder of(EngineSettings settings, String major) {
    return new Folder(settings.data().toAbsolutePath().normalize().resolve("elasticsearch-" + major));
  }

  Path conf() {
    return base.resolve("conf");
  }

  Path data() {
    return base.resolve("data");
  }

  Path logs() {
    return base.resolve("logs");
  }

  Path tmp() {
    return base.resolve("tmp");
  }

  /** Written by Elasticsearch: the process of the server itself. */
  Path pid() {
    return base.resolve("pid");
  }

  Path port() {
    return base.resolve("port");
  }

  Path lock() {
    return base.resolve("lock");
  }

  /** What the launcher and the server print before their log works. */
  Path console() {
    return logs().resolve("console.log");
  }

  Path log() {
    return logs().resolve(cluster() + ".log");
  }

  /** A name no other folder of this machine has. */
  String cluster() {
    CRC32 sum = new CRC32();
    sum.update(base.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
    return "fengsui-%08x".formatted(sum.getValue());
  }

  void create() {
    try {
      for (Path path : new Path[]{conf().resolve("jvm.options.d"), data(), logs(), tmp()})
        Files.createDirectories(path);
    } catch (IOException e) {
      throw new EngineFailure("The folder " + base + " cannot be made: " + e
          + ". Make it writable, or set fengsui.elasticsearch.data to another one", e);
    }
  }

  /** A number that a file holds; null where there is none. */
  static @Nullable Long number(Path file) {
    try {
      return Long.valueOf(Files.readString(file).strip());
    } catch (IOException | NumberFormatException e) {
      return null;
    }
  }

  static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }
}
