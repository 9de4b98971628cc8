package io.fengsui.portal.stage;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Sources in every condition. */
final class StageSources {
  private static final Instant NOW = Examples.NOW;

  private StageSources() {}

  static SourceCatalog catalog() {
    return SourceCatalog.load(Path.of("src/test/resources/stage/sources"));
  }

  static Map<String, SourceState> states() {
    return Stream.of(state("eu-safety-gate", 2, 20, 31_204, Map.of(Cause.TIMEOUT, 3), 0, null, null),
        state("rasff", 2, 40, 60_118, Map.of(), 0, null, null),
        state("us-federal-register", 5, 24 * 30, 812, Map.of(), 0, null, null),
        state("de-produktrueckrufe", 52, 90, 2_210, Map.of(Cause.STATUS, 2, Cause.WRONG_FORMAT, 9), 4,
            Cause.WRONG_FORMAT, "expected a feed, got HTML: <!doctype html><title>Wartungsarbeiten</title>"),
        state("kr-seoul", 24 * 12, 24 * 14, 1_077, Map.of(Cause.TIMEOUT, 1), 0, null, null))
        .collect(Collectors.toMap(SourceState::source, state -> state));
  }

  private static SourceState state(String id, int successHours, int newHours, long notices,
      Map<Cause, Integer> failures,
      int failing, Cause cause, String message) {
    CrawlRecord last = crawl(id, 1, cause == null ? CrawlRecord.Outcome.DONE : CrawlRecord.Outcome.FAILED, cause,
        message);
    return new SourceState(id, NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofHours(successHours)),
        NOW.minus(Duration.ofHours(newHours)), notices, failures, failing, last);
  }

  static List<CrawlRecord> history(String id, int most) {
    return List.of(crawl(id, 1, CrawlRecord.Outcome.DONE, null, null),
        crawl(id, 7, CrawlRecord.Outcome.NOT_MODIFIED, null, null),
        crawl(id, 13, CrawlRecord.Outcome.FAILED, Cause.TIMEOUT, "https://example.org/" + id + " after 90 s"),
        crawl(id, 19, CrawlRecord.Outcome.DONE, null, null)).stream().limit(most).toList();
  }

  private static CrawlRecord crawl(String id, int hours, CrawlRecord.Outcome outcome, Cause cause, String message) {
    Instant ended = NOW.minus(Duration.ofHours(hours));
    boolean done = outcome == CrawlRecord.Outcome.DONE;
    return new CrawlRecord(id, ended.minusSeconds(14), ended, outcome, cause, message, done ? 86 : 0, done ? 12 : 0,
        done ? 3 : 0, done ? 1 : 0, done ? "{\"caseNumber\": \"\", \"product\": \"Lamp\"}" : null);
  }
}
