package io.fengsui.crawler.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.FieldFill;
import io.fengsui.crawler.store.Findings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class BaselineTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private List<FieldFill> known = List.of();
  private int crawls;

  @Test
  void a_field_that_vanishes_drifts_with_its_figures_and_from_the_crawl_that_lacked_it_first() {
    crawl(200, 194);
    Instant fell = START.plus(Duration.ofDays(crawls));
    crawl(50, 2);
    crawl(50, 2);
    assertThat(drifts()).singleElement().satisfies(drift -> {
      assertThat(drift.field()).isEqualTo("origin");
      assertThat(drift.now()).isEqualTo(0.04);
      assertThat(drift.usual()).isEqualTo(0.97);
      assertThat(drift.since()).isEqualTo(fell);
    });
  }

  @Test
  void a_field_that_is_gone_does_not_become_normal_by_being_gone_for_a_month_but_does_after_two() {
    crawl(200, 200);
    for (int day = 0; day < 40; day++)
      crawl(40, 0);
    assertThat(drifts()).hasSize(1);
    for (int day = 0; day < 25; day++)
      crawl(40, 0);
    assertThat(drifts()).isEmpty();
  }

  @Test
  void a_field_that_comes_back_drifts_no_more() {
    crawl(200, 200);
    crawl(40, 0);
    crawl(40, 39);
    assertThat(drifts()).isEmpty();
    assertThat(known.getFirst().since()).isNull();
  }

  @Test
  void a_handful_of_notices_without_a_field_is_no_alarm() {
    crawl(200, 190);
    crawl(3, 0);
    assertThat(drifts()).isEmpty();
    known = List.of();
    crawl(10, 10);
    crawl(10, 0);
    assertThat(drifts()).as("ten notices are no baseline").isEmpty();
  }

  @Test
  void a_source_with_few_notices_each_time_is_found_out_within_twenty() {
    for (int i = 0; i < 100; i++)
      crawl(2, 2);
    for (int i = 0; i < 10; i++)
      crawl(2, 0);
    assertThat(drifts()).hasSize(1);
  }

  @Test
  void a_field_that_was_filled_now_and_then_may_stay_away() {
    crawl(500, 200);
    crawl(100, 0);
    assertThat(drifts()).isEmpty();
  }

  @Test
  void the_same_list_read_again_tells_nothing() {
    crawl(100, 100);
    List<FieldFill> before = known;
    assertThat(Baseline.after(before, record(100, 0, 0, 0))).isEmpty();
  }

  @Test
  void records_that_are_rejected_more_and_more_are_a_drift_too() {
    known = Baseline.after(known, record(100, 100, 100, 0));
    known = merged(Baseline.after(known, record(10, 0, 10, 90)));
    assertThat(drifts()).singleElement().satisfies(drift -> assertThat(drift.field()).isEqualTo(Baseline.RECORD));
  }

  @Property(tries = 200)
  void chance_alone_never_raises_an_alarm(@ForAll long seed, @ForAll @DoubleRange(min = 0.3, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 60) int size) {
    known = List.of();
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      crawl(size, (int) random.doubles(size).filter(draw -> draw < share).count());
      assertThat(drifts()).isEmpty();
    }
  }

  @Property(tries = 200)
  void a_field_that_vanishes_is_always_found_within_forty_notices(@ForAll @DoubleRange(min = 0.8, max = 1) double share,
      @ForAll @IntRange(min = 1, max = 40) int size) {
    known = List.of();
    for (int read = 0; read < 300; read += size)
      crawl(size, (int) Math.ceil(size * share));
    for (int read = 0; read < 40; read += size)
      crawl(size, 0);
    assertThat(drifts()).hasSize(1);
  }

  @Property
  void so_few_are_the_less_likely_the_fewer_they_are(@ForAll @IntRange(min = 1, max = 100) int n,
      @ForAll @DoubleRange(min = 0.01, max = 0.99) double p) {
    double sum = 0;
    for (int k = 0; k <= n; k++) {
      double now = Binomial.atMost(k, n, p);
      assertThat(now).isBetween(sum - 1e-9, 1 + 1e-9);
      sum = now;
    }
    assertThat(sum).isEqualTo(1);
    assertThat(Binomial.atMost(0, n, p)).isCloseTo(Math.pow(1 - p, n), org.assertj.core.data.Offset.offset(1e-12));
  }

  private void crawl(int notices, int filled) {
    known = merged(Baseline.after(known, record(notices, filled, notices, 0)));
    crawls++;
  }

  private List<FieldFill> merged(List<FieldFill> after) {
    return after.isEmpty() ? known : after;
  }

  private List<Drift> drifts() {
    return Drift.of(known);
  }

  private CrawlRecord record(int measured, int filled, int fresh, int rejected) {
    Instant at = START.plus(Duration.ofDays(crawls));
    Map<String, Integer> counts = filled == 0 ? Map.of() : Map.of("origin", filled);
    return new CrawlRecord("x", at, at, Outcome.DONE, null, null, measured, fresh, 0, rejected, null,
        new Findings(measured, counts, null, null, null));
  }
}
