package io.fengsui.crawler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.fengsui.crawler.capture.Replay;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProbeTest {
  private static final String YAML = """
      id: kettle-board
      names: {zh: 水壶局, en: Kettle Board}
      authority: {zh: 水壶局, en: Kettle Board}
      homepage: https://kettles.example
      licence: public domain
      verified: unverified
      kind: recall
      language: en
      rhythm: {every: P1D, expected: P8D}
      fetch:
        url: https://kettles.example/list?from={since}
        since: {pattern: yyyy-MM-dd, overlap: P1D, first: P30D}
      read:
        format: json
        items: $.recalls[*]
        fields:
          reference: number
          title: [headline, name]
          hazards: "dangers[*]"
          products:
            - {each: "goods[*]", name: label, gtin: barcode}
          dates:
            published: {path: date, date: dd/MM/yyyy}
          other:
            units: sold
      """;
  private static final String JSON = """
      {"recalls": [
        {"number": "K-1", "headline": "Kettle", "date": "01/11/2026", "goods": [{"label": "Boil 1"}, {"label": "Boil 2"}]},
        {"number": "K-2", "headline": "Lid", "dangers": ["Burns"], "goods": [{"label": "Lid"}]},
        {"number": "", "headline": "Nameless"}, {"number": null, "headline": "Nameless too"}, {"number": "K-5"}]}
      """;

  @TempDir
  Path folder;

  @Test
  void a_saved_response_shows_fields_rejected_records_and_dead_paths_with_their_lines() throws IOException {
    ProbeReport report = read(JSON).located(YAML);
    assertThat(report.read()).isEqualTo(2);
    assertThat(report.fill()).containsEntry("hazard", 0.5).containsEntry("title", 1.0).containsEntry("origin", 0.0)
        .containsEntry("date.published", 0.5).containsEntry("product.name", 1.0);
    assertThat(report.examples()).containsEntry("product.name", "Boil 1").containsEntry("date.published", "2026-11-01");
    assertThat(report.rejected()).isEqualTo(3);
    assertThat(report.problems()).extracting(ProbeReport.Problem::problem, ProbeReport.Problem::count)
        .containsExactly(tuple("no reference", 2),
            tuple("no title", 1));
    assertThat(report.dead()).containsExactlyInAnyOrder(new ProbeReport.DeadPath("name", null, 1, List.of(18)),
        new ProbeReport.DeadPath("barcode", "goods[*]", 3, List.of(21)),
        new ProbeReport.DeadPath("sold", null, 5, List.of(25)));
  }

  @Test
  void a_response_of_another_format_says_so() throws IOException {
    ProbeReport report = read("<!doctype html><title>Maintenance</title>");
    assertThat(report.cause()).isEqualTo(Cause.WRONG_FORMAT);
    assertThat(report.message()).contains("Maintenance");
    assertThat(read("{\"results\": []}").message()).contains("nothing at $.recalls[*]", "results");
  }

  @Test
  void the_sample_answers_with_the_pages_of_the_first_notices_too() {
    Path config = Path.of("../config");
    Source source = SourceCatalog.load(config.resolve("sources")).source("sg-cpso").orElseThrow();
    try (var replay = new Replay(config.resolve("sample"), folder)) {
      ProbeReport report = new Probe(replay, Clock.systemUTC(), Map.of()).within(1 << 20, Duration.ofSeconds(5))
          .probe(source, 2);
      assertThat(report.cause()).isNull();
      assertThat(report.read()).isPositive();
      assertThat(report.notices()).hasSize(2);
    }
  }

  private ProbeReport read(String body) throws IOException {
    Path file = Files.writeString(folder.resolve("response"), body);
    var reading = SourceCatalog.read(Path.of("kettle-board.yaml"), YAML.getBytes(StandardCharsets.UTF_8));
    Source source = ((SourceReading.Good) reading).source();
    try (var replay = new Replay(folder, folder)) {
      Probe probe = new Probe(replay, Clock.systemUTC(), Map.of());
      var content = SavedResponse.of(file, probe.address(source), 1 << 20);
      try (var closed = content.body()) {
        return probe.read(source, content, 3);
      }
    }
  }
}
