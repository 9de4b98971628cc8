package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fengsui.crawler.source.SourceCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reads everything that was recorded of real publishers, where it lies beside the project. */
class RecordedTest {
  /** Answers without a notice: of pages past the end and of a vehicle without recalls. */
  private static final Set<String> EMPTY = Set.of("anomaly_p100_2026-08-20.html", "anomaly_p123_2026-08-20.html",
      "window_end_p78_2026-08-22.html", "nhtsa_basic_no_recalls.json");
  private static final Map<String, FillRates> RATES = new TreeMap<>();
  private static final Map<String, Integer> REJECTS = new TreeMap<>();
  private static final ArrayList<String> WITHOUT = new ArrayList<>();
  private static final ArrayList<String> BROKEN = new ArrayList<>();

  @BeforeAll
  static void readAll() throws IOException {
    Path folder = Recordings.root().resolveSibling("shared").resolve("recorded");
    assumeTrue(Files.isDirectory(folder), folder + " is absent: skipped");
    SourceCatalog catalog = Recordings.catalog();
    for (var recording : Recordings.of(Recordings.root().resolve("config/recorded.yaml"), folder))
      read(catalog, recording);
    RATES.forEach((source, rates) -> System.out
        .println(source + ": " + rates + "; rejected " + REJECTS.getOrDefault(source, 0)));
    System.out.println("in all: " + RATES.values().stream().mapToInt(FillRates::notices).sum() + " notices, "
        + RATES.values().stream().mapToInt(FillRates::references).sum() + " references");
  }

  private static void read(SourceCatalog catalog, Recordings.Recording recording) {
    var source = catalog.source(recording.source()).orElseThrow(() -> new AssertionError(recording.source()));
    var result = Recordings.read(source, recording);
    var rates = RATES.computeIfAbsent(source.id(), id -> new FillRates());
    result.found().forEach(found -> rates.add(found.notice()));
    REJECTS.merge(source.id(), result.rejected().size(), Integer::sum);
    String name = String.valueOf(recording.file().getFileName());
    if (result.found().isEmpty())
      WITHOUT.add(name);
    if (!(result.end() instanceof Reading.End.Complete))
      BROKEN.add(name + ": " + result.end());
  }

  @Test
  void every_file_is_read_to_its_end() {
    assertThat(BROKEN).isEmpty();
  }

  @Test
  void every_file_yields_notices_unless_the_publisher_had_none() {
    assertThat(WITHOUT).containsExactlyInAnyOrderElementsOf(EMPTY);
  }

  @Test
  void hardly_a_record_is_rejected() {
    REJECTS.forEach((source, rejected) -> assertThat(rejected).as(source)
        .isLessThanOrEqualTo((int) (RATES.get(source).notices() * 0.001)));
  }

  @Test
  void every_notice_names_who_notifies_and_has_a_date() {
    RATES.forEach((source, rates) -> {
      assertThat(rates.of("notifying")).as(source + ": notifying").isGreaterThan(0.99);
      assertThat(Math.max(rates.of("published"), rates.of("updated"))).as(source + ": a date").isGreaterThan(0.9);
    });
  }
}
