package io.fengsui.portal.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Names;
import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.SourceState;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConditionTest {
  private static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");

  @Test
  void a_source_that_brings_news_within_its_rhythm_is_healthy() {
    assertThat(Condition.of(source(true), state(1, 7, 0), NOW)).isEqualTo(Condition.HEALTHY);
  }

  @Test
  void a_source_that_answers_without_news_beyond_its_rhythm_is_quiet() {
    assertThat(Condition.of(source(true), state(1, 9, 0), NOW)).isEqualTo(Condition.QUIET);
  }

  @Test
  void a_source_not_read_for_longer_than_its_rhythm_is_late() {
    assertThat(Condition.of(source(true), state(9, 9, 0), NOW)).isEqualTo(Condition.LATE);
  }

  @Test
  void a_source_whose_last_crawl_failed_is_failing_however_fresh_its_notices_are() {
    assertThat(Condition.of(source(true), state(0, 0, 1), NOW)).isEqualTo(Condition.FAILING);
  }

  @Test
  void a_source_without_a_crawl_was_never_crawled_and_one_switched_off_is_off() {
    assertThat(Condition.of(source(true), null, NOW)).isEqualTo(Condition.NEVER);
    assertThat(Condition.of(source(false), state(0, 0, 3), NOW)).isEqualTo(Condition.OFF);
  }

  private static Source source(boolean enabled) {
    FetchPlan fetch = new FetchPlan("https://example.org", "GET", Map.of(), Map.of(), null, null, null, null, Set.of(),
        1 << 20, Duration.ofSeconds(30));
    return new Source("x", new Names("甲", "A"), new Names("乙", "B"), "https://example.org", "CC BY", Kind.RECALL,
        List.of(), "en", Source.Verified.RECORDED, enabled, new Rhythm.Every(Duration.ofHours(6), Duration.ofDays(8)),
        fetch, null, Path.of("x.yaml"));
  }

  private static SourceState state(int successDays, int newDays, int failing) {
    CrawlRecord last = new CrawlRecord("x", NOW, NOW, CrawlRecord.Outcome.DONE, null, null, 0, 0, 0, 0, null);
    return new SourceState("x", NOW, NOW.minus(Duration.ofDays(successDays)), NOW.minus(Duration.ofDays(newDays)), 1,
        Map.of(Cause.TIMEOUT, failing), failing, last);
  }
}
