package io.fengsui.crawler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.store.CrawlRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaceTest {
  private static final Rhythm.Every RHYTHM = new Rhythm.Every(Duration.ofHours(6), Duration.ofDays(8),
      Duration.ofMinutes(30), Duration.ofDays(1));

  @Test
  void little_is_known_at_first() {
    assertThat(Pace.observed(RHYTHM, crawls(5, 1))).isEqualTo(Duration.ofHours(6));
  }

  @Test
  void a_busy_publisher_is_asked_more_often_and_a_silent_one_less() {
    assertThat(Pace.interval(RHYTHM, crawls(20, 1))).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(32));
    assertThat(Pace.observed(RHYTHM, crawls(40, 8))).isEqualTo(Duration.ofHours(4));
    assertThat(Pace.interval(RHYTHM, crawls(40, 100))).isBetween(Duration.ofHours(5), Duration.ofHours(7));
    assertThat(Pace.interval(RHYTHM, crawls(40, 0))).isBetween(Duration.ofHours(22), Duration.ofDays(1));
  }

  @Test
  void back_off_never_ends_and_our_own_faults_cost_seconds() {
    assertThat(Backoff.ofOurs(1)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    assertThat(Backoff.after(1)).isBetween(Duration.ofSeconds(48), Duration.ofSeconds(72));
    assertThat(Backoff.after(1000)).isBetween(Duration.ofHours(19), Duration.ofHours(29));
  }

  /** One crawl an hour; every so many bring something new, newest first. */
  private static List<CrawlRecord> crawls(int count, int newEvery) {
    Instant now = Instant.parse("2026-03-01T00:00:00Z");
    return IntStream.range(0, count).mapToObj(i -> {
      Instant ended = now.minus(Duration.ofHours(i));
      return new CrawlRecord("a", ended, ended, CrawlRecord.Outcome.DONE, null, null, 1,
          newEvery > 0 && i % newEvery == 0 ? 1 : 0, 0, 0, null);
    }).toList();
  }
}
