package io.fengsui.crawler.health;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Names;
import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.Acknowledgement;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.FieldFill;
import io.fengsui.crawler.store.Signs;
import io.fengsui.crawler.store.SourceState;
import io.fengsui.crawler.store.Statement;
import io.fengsui.crawler.store.Statement.Basis;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SourceHealthTest {
  private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

  @Test
  void a_source_with_news_within_its_usual_time_is_healthy_and_quiet_after_that() {
    assertThat(of(0, 3, 0, Outcome.DONE, Signs.NONE).state()).isEqualTo(State.HEALTHY);
    Health quiet = of(0, 6, 0, Outcome.NOT_MODIFIED, Signs.NONE);
    assertThat(quiet.state()).isEqualTo(State.QUIET);
    assertThat(quiet.reason()).isEqualTo(Reason.SILENT);
  }

  @Test
  void a_source_silent_beyond_its_rhythm_is_late_from_the_moment_the_rhythm_ended() {
    Health late = of(0, 9, 0, Outcome.DONE, Signs.NONE);
    assertThat(late.state()).isEqualTo(State.LATE);
    assertThat(late.reason()).isEqualTo(Reason.SILENT_FOR_ITS_RHYTHM);
    assertThat(late.since()).isEqualTo(NOW.minus(Duration.ofDays(1)));
    assertThat(of(9, 9, 0, Outcome.DONE, Signs.NONE).reason()).isEqualTo(Reason.NOT_READ);
  }

  @Test
  void a_source_that_had_news_every_day_is_late_before_its_rhythm_says_so() {
    List<Instant> daily = IntStream.range(4, 30).mapToObj(day -> NOW.minus(Duration.ofDays(day))).toList();
    Health late = of(0, 4, 0, Outcome.DONE, new Signs(null, null, daily, List.of(), null, null, null));
    assertThat(late.reason()).isEqualTo(Reason.SILENT_FOR_ITS_PAST);
    assertThat(late.limit()).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void crawls_at_once_after_each_other_are_no_rhythm() {
    List<Instant> backlog = IntStream.range(0, 30).mapToObj(second -> NOW.minus(Duration.ofDays(3))
        .minusSeconds(second)).toList();
    assertThat(of(0, 3, 0, Outcome.DONE, new Signs(null, null, backlog, List.of(), null, null, null)).state())
        .isEqualTo(State.HEALTHY);
  }

  @Test
  void a_failure_wins_over_everything_and_says_since_when_and_why() {
    Health failing = of(1, 0, 3, Outcome.FAILED, new Signs(NOW.minusSeconds(60), null, List.of(), List.of(), null, null,
        null));
    assertThat(failing.state()).isEqualTo(State.FAILING);
    assertThat(failing.cause()).isEqualTo(Cause.TIMEOUT);
    assertThat(failing.since()).isEqualTo(NOW.minusSeconds(60));
  }

  @Test
  void not_modified_after_a_failure_is_still_the_failure() {
    assertThat(of(0, 0, 1, Outcome.NOT_MODIFIED, Signs.NONE).state()).isEqualTo(State.FAILING);
  }

  @Test
  void an_empty_list_is_a_state_of_its_own_unless_only_news_was_asked_for() {
    Signs empty = new Signs(null, NOW, List.of(), List.of(), null, null, null);
    assertThat(of(0, 1, 0, Outcome.EMPTY, empty).state()).isEqualTo(State.EMPTY);
    assertThat(of(0, 1, 0, Outcome.NOT_MODIFIED, empty).state()).isEqualTo(State.EMPTY);
    FetchPlan.Since since = new FetchPlan.Since("yyyy", Duration.ZERO, Duration.ZERO);
    assertThat(SourceHealth.of(source(true, since, Map.of()), state(0, 1, 0, Outcome.EMPTY, empty), key -> true, NOW)
        .state()).isEqualTo(State.HEALTHY);
  }

  @Test
  void a_source_without_its_key_is_off_and_says_which() {
    Health off = SourceHealth.of(source(true, null, Map.of("X-Key", "SOME_KEY")), null, key -> false, NOW);
    assertThat(off.state()).isEqualTo(State.OFF);
    assertThat(off.missingKeys()).containsExactly("SOME_KEY");
    assertThat(SourceHealth.of(source(false, null, Map.of()), null, key -> true, NOW).reason())
        .isEqualTo(Reason.SWITCHED_OFF);
    assertThat(SourceHealth.of(source(true, null, Map.of()), null, key -> true, NOW).state()).isEqualTo(State.NEVER);
  }

  @Test
  void an_acknowledgement_counts_until_something_else_is_wrong() {
    List<FieldFill> fell = List.of(new FieldFill("origin", 485, 500, 1, 30, NOW.minusSeconds(9)));
    Acknowledgement given = new Acknowledgement("drifting:origin", NOW, "Li", "asked them");
    Health known = of(0, 0, 0, Outcome.DONE, new Signs(null, null, List.of(), fell, null, null, given));
    assertThat(known.state()).isEqualTo(State.DRIFTING);
    assertThat(known.calls()).isFalse();
    Health other = of(0, 0, 2, Outcome.FAILED, new Signs(null, null, List.of(), fell, null, null, given));
    assertThat(other.calls()).isTrue();
  }

  @Test
  void what_is_published_stands_beside_what_is_held() {
    Reconciliation whole = reconciled(Basis.TOTAL, 41, 40, true, false, 0);
    assertThat(List.of(whole.published(), whole.held(), whole.missing())).containsExactly(41L, 40L, 1L);
    assertThat(reconciled(Basis.TOTAL, 41, 10, false, false, 41).missing()).as("the archive has the rest").isZero();
    assertThat(Reconciliation.of(statement(Basis.TOTAL, 41, 10, false, true), 900)).as("a part of some time").isEmpty();
    Reconciliation index = reconciled(Basis.INDEX, 10, 6, false, false, 0);
    assertThat(index.unread()).isEqualTo(3);
    assertThat(index.missing()).isEqualTo(1);
  }

  private static Reconciliation reconciled(Basis basis, long published, long read, boolean complete, boolean window,
      long archived) {
    return Reconciliation.of(statement(basis, published, read, complete, window), archived).orElseThrow();
  }

  private static Statement statement(Basis basis, long published, long read, boolean complete, boolean window) {
    return new Statement(NOW, basis, published, read, complete, window, 1, List.of());
  }

  private static Health of(int successDays, int newDays, int failing, Outcome outcome, Signs signs) {
    return SourceHealth.of(source(true, null, Map.of()), state(successDays, newDays, failing, outcome, signs),
        key -> true, NOW);
  }

  private static Source source(boolean enabled, FetchPlan.Since since, Map<String, String> secrets) {
    FetchPlan fetch = new FetchPlan("https://example.org", "GET", Map.of(), secrets, null, since, null, null, Set.of(),
        1 << 20, Duration.ofSeconds(30));
    return new Source("x", new Names("甲", "A"), new Names("乙", "B"), "https://example.org", "CC BY", Kind.RECALL,
        List.of(), "en", Source.Verified.RECORDED, enabled, new Rhythm.Every(Duration.ofHours(6), Duration.ofDays(8)),
        fetch, null, Path.of("x.yaml"));
  }

  private static SourceState state(int successDays, int newDays, int failing, Outcome outcome, Signs signs) {
    Cause cause = outcome == Outcome.FAILED ? Cause.TIMEOUT : null;
    CrawlRecord last = new CrawlRecord("x", NOW, NOW, outcome, cause, null, 0, 0, 0, 0, null);
    return new SourceState("x", NOW, NOW.minus(Duration.ofDays(successDays)), NOW.minus(Duration.ofDays(newDays)), 1,
        Map.of(), failing, last, signs);
  }
}
