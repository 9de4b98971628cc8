package io.fengsui.portal.stage;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Glimpse;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.Acknowledgement;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.FieldFill;
import io.fengsui.crawler.store.Signs;
import io.fengsui.crawler.store.SourceState;
import io.fengsui.crawler.store.Statement;
import io.fengsui.portal.source.SourceController;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Sources in every condition. */
final class StageSources implements SourceController.Notes {
  private static final Instant NOW = Examples.NOW;

  private final Map<String, SourceState> states = new ConcurrentHashMap<>();

  StageSources() {
    add("eu-safety-gate", 2, 20, 31_204, Map.of(Cause.TIMEOUT, 3), null, null);
    add("rasff", 2, 40, 60_118, Map.of(), null, null);
    add("us-federal-register", 5, 24 * 30, 812, Map.of(), null, null);
    add("de-produktrueckrufe", 52, 90, 2_210, Map.of(Cause.STATUS, 2, Cause.WRONG_FORMAT, 9), Cause.WRONG_FORMAT,
        "expected a feed, got HTML: <!doctype html><title>Wartungsarbeiten</title>");
    add("kr-seoul", 24 * 12, 24 * 14, 1_077, Map.of(Cause.TIMEOUT, 1), null, null);
    signs("rasff", new Signs(null, null, List.of(), List.of(
        new FieldFill("origin", 485, 500, 1.2, 30, NOW.minus(Duration.ofDays(3))),
        new FieldFill("record", 498, 500, 30, 30, null), new FieldFill("product.name", 460, 500, 28, 30, null),
        new FieldFill("other.remedy", 20, 500, 1, 30, null)), null,
        new Statement(NOW, Statement.Basis.TOTAL, 41, 40, true, false, 1,
            List.of(new Statement.Missing("{\"notifid\":890812,\"subject\":\"\"}", "no title"))),
        null));
    signs("de-produktrueckrufe", new Signs(NOW.minus(Duration.ofHours(49)), null, List.of(), List.of(),
        new Glimpse(NOW.minus(Duration.ofHours(1)), 200, "text/html; charset=utf-8", 1_204,
            "<!doctype html><title>Wartungsarbeiten</title><p>Bitte versuchen Sie es später noch einmal."),
        null, null));
  }

  static SourceCatalog catalog() {
    return SourceCatalog.load(Path.of("src/test/resources/stage/sources"));
  }

  Map<String, SourceState> states() {
    return states;
  }

  @Override
  public void acknowledge(String source, Acknowledgement acknowledgement) {
    note(source, acknowledgement);
  }

  @Override
  public void withdraw(String source) {
    note(source, null);
  }

  private void note(String source, Acknowledgement given) {
    Signs s = states.get(source).signs();
    signs(source, new Signs(s.failingSince(), s.emptySince(), s.news(), s.fields(), s.glimpse(), s.statement(), given));
  }

  private void signs(String id, Signs signs) {
    states.computeIfPresent(id, (same, s) -> new SourceState(id, s.lastTried(), s.lastSuccess(), s.lastNew(),
        s.notices(), s.failures(), s.failing(), s.last(), signs));
  }

  private void add(String id, int successHours, int newHours, long notices, Map<Cause, Integer> failures, Cause cause,
      String message) {
    CrawlRecord last = crawl(id, 1, cause == null ? CrawlRecord.Outcome.DONE : CrawlRecord.Outcome.FAILED, cause,
        message);
    states.put(id, new SourceState(id, NOW.minus(Duration.ofHours(1)), NOW.minus(Duration.ofHours(successHours)),
        NOW.minus(Duration.ofHours(newHours)), notices, failures, cause == null ? 0 : 4, last));
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
