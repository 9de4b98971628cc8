package io.fengsui.crawler.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Folders with all that is in them. */
final class Trees {
  private Trees() {}

  /** Does nothing where there is no such folder; links are not followed. */
  static void delete(Path folder) throws IOException {
    if (!Files.exists(folder))
      return;
    List<Path> deepestFirst;
    try (Stream<Path> tree = Files.walk(folder)) {
      deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : deepestFirst)
      Files.delete(path);
  }
}
