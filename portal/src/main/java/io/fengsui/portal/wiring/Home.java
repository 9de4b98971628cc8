package io.fengsui.portal.wiring;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds {@code config/} and, unless set otherwise, {@code data/}: the repository, or the unpacked
 * distribution.
 */
final class Home {
  private Home() {}

  /**
   * {@code FENGSUI_HOME} if set, else the nearest folder with {@code config/sources} at or above the working directory,
   * else at or above the jar.
   *
   * @throws IllegalStateException where there is none; the message says what to set
   */
  static Path find() {
    String set = System.getenv("FENGSUI_HOME");
    if (set != null && !set.isBlank())
      return Path.of(set).toAbsolutePath().normalize();
    return Stream.of(above(Path.of("")), above(jar())).flatMap(folders -> folders)
        .filter(folder -> Files.isDirectory(folder.resolve("config/sources"))).findFirst()
        .orElseThrow(() -> new IllegalStateException("no folder with config/sources at or above "
            + Path.of("").toAbsolutePath() + ": start Fengsui in its folder, or set FENGSUI_HOME to it"));
  }

  private static Stream<Path> above(Path start) {
    return Stream.iterate(start.toAbsolutePath().normalize(), folder -> folder != null, Home::parent);
  }

  private static @Nullable Path parent(Path folder) {
    return folder.getParent();
  }

  private static Path jar() {
    String first = System.getProperty("java.class.path", "").split(java.io.File.pathSeparator, 2)[0];
    return Path.of(first);
  }
}
