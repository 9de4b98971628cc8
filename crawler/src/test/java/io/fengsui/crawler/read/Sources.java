package io.fengsui.crawler.read;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sources around a {@code read:} section. */
final class Sources {
  private static final String HEAD = """
      id: kettle-board
      names: {zh: 水壶局, en: Kettle Board}
      authority: {zh: 水壶局, en: Kettle Board}
      homepage: https://publisher.example
      licence: public domain
      verified: unverified
      kind: recall
      notifying: [SE]
      language: und
      rhythm: {every: P1D, expected: P8D}
      fetch:
        url: https://publisher.example/recalls/list
      """;

  private Sources() {}

  static Source of(String read) {
    return whole(HEAD + read);
  }

  static Source following(String follow, String read) {
    return whole(HEAD + follow.indent(2) + read);
  }

  private static Source whole(String yaml) {
    try {
      Path folder = Files.createTempDirectory("source");
      Path file = Files.writeString(folder.resolve("kettle-board.yaml"), yaml);
      var reading = SourceCatalog.read(file);
      Files.delete(file);
      Files.delete(folder);
      return switch (reading) {
        case SourceReading.Good good -> good.source();
        case SourceReading.Faulty faulty -> throw new IllegalArgumentException(faulty.faults().toString());
      };
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
