package io.fengsui.crawler.store;

import static io.fengsui.crawler.store.Samples.SEEN;
import static io.fengsui.crawler.store.Samples.bare;
import static io.fengsui.crawler.store.Samples.capture;
import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.database.TestDatabase;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Glimpse;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.CrawlRecord.Progress;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

class SourceStatesIT {
  private final Jdbi jdbi = Jdbi.create(TestDatabase.fresh());
  private final SourceStates states = new SourceStates(jdbi);

  @Test
  void a_source_in_sum_is_what_its_crawls_made_of_it() {
    NoticeStore store = new NoticeStore(jdbi);
    long capture = store.register(capture("a", "https://a.example", 1)).id();
    store.store(List.of(new Sighting(bare("a", "1", "t"), capture), new Sighting(bare("a", "2", "t"), capture)));
    states.ended(crawl(1, Outcome.DONE, null, 2), null);
    states.ended(crawl(2, Outcome.FAILED, Cause.TIMEOUT, 0), null);
    states.ended(crawl(3, Outcome.REFUSED, Cause.ROBOTS, 0), null);
    states.ended(crawl(4, Outcome.FAILED, Cause.TIMEOUT, 0), null);
    SourceState state = states.all().get("a");
    assertThat(state.lastTried()).isEqualTo(SEEN.plusSeconds(4));
    assertThat(state.lastSuccess()).isEqualTo(SEEN.plusSeconds(1));
    assertThat(state.lastNew()).isEqualTo(SEEN.plusSeconds(1));
    assertThat(state.notices()).isEqualTo(2);
    assertThat(state.failures()).isEqualTo(Map.of(Cause.TIMEOUT, 2, Cause.ROBOTS, 1));
    assertThat(state.failing()).isEqualTo(3);
    assertThat(state.last()).isEqualTo(crawl(4, Outcome.FAILED, Cause.TIMEOUT, 0));
  }

  @Test
  void not_modified_after_a_failure_is_no_success_and_a_full_crawl_is() {
    states.ended(crawl(1, Outcome.DONE, null, 0), null);
    states.ended(crawl(2, Outcome.NOT_MODIFIED, null, 0), null);
    assertThat(states.all().get("a").lastSuccess()).isEqualTo(SEEN.plusSeconds(2));
    states.ended(crawl(3, Outcome.FAILED, Cause.DNS, 0), null);
    states.ended(crawl(4, Outcome.NOT_MODIFIED, null, 0), null);
    assertThat(states.all().get("a").lastSuccess()).isEqualTo(SEEN.plusSeconds(2));
    assertThat(states.all().get("a").failing()).isEqualTo(1);
    states.ended(crawl(5, Outcome.EMPTY, null, 0), null);
    assertThat(states.all().get("a").lastSuccess()).isEqualTo(SEEN.plusSeconds(5));
    assertThat(states.all().get("a").failing()).isZero();
  }

  @Test
  void progress_is_kept_until_there_is_newer() {
    String address = "https://a.example/" + "x".repeat(5_000);
    assertThat(states.since("a")).isEmpty();
    states.ended(crawl(1, Outcome.DONE, null, 1), new Progress(List.of(new Progress.Validator(address, "\"e1\"", null)),
        SEEN, List.of(address, "https://a.example/2"), List.of("urn:uuid:1")));
    states.ended(crawl(2, Outcome.FAILED, Cause.DNS, 0), null);
    states.ended(crawl(3, Outcome.NOT_MODIFIED, null, 0), new Progress(List.of(), null, List.of(address), List.of()));
    assertThat(states.since("a")).contains(SEEN);
    assertThat(states.validator("a", address)).contains(new Progress.Validator(address, "\"e1\"", null));
    assertThat(states.followed("a", address)).isTrue();
    assertThat(states.followed("a", "https://a.example/3")).isFalse();
    assertThat(states.followed("b", address)).isFalse();
    assertThat(states.played("a", "urn:uuid:1")).isTrue();
    assertThat(states.played("a", "urn:uuid:2")).isFalse();
  }

  @Test
  void the_signs_of_a_source_are_kept_until_there_are_newer_ones() {
    var glimpse = new Glimpse(SEEN, 503, "text/html", 12, "<p>later\u0000");
    var statement = new Statement(SEEN, Statement.Basis.TOTAL, 41, 40, true, false, 1,
        List.of(new Statement.Missing("{\"a\":1}", "no title")));
    var fill = new FieldFill("origin", 97, 100, 1, 30, SEEN);
    states.ended(with(crawl(1, Outcome.DONE, null, 2), new Findings(2, Map.of("origin", 1), null, null, statement)),
        null, List.of(fill));
    states.ended(with(crawl(2, Outcome.FAILED, Cause.STATUS, 0), new Findings(0, Map.of(), "read.items: $", glimpse,
        null)), null);
    states.ended(crawl(3, Outcome.NOT_MODIFIED, null, 0), null);
    Signs signs = states.all().get("a").signs();
    assertThat(signs.failingSince()).isEqualTo(SEEN.plusSeconds(2));
    assertThat(signs.news()).containsExactly(SEEN.plusSeconds(1));
    assertThat(signs.fields()).containsExactly(fill).isEqualTo(states.fields("a"));
    assertThat(signs.glimpse()).isEqualTo(new Glimpse(SEEN, 503, "text/html", 12, "<p>later"));
    assertThat(signs.statement()).isEqualTo(statement);
    assertThat(states.history("a", 3).get(1).findings().nowhere()).isEqualTo("read.items: $");
    assertThat(states.history("a", 3).get(2).findings().filled()).isEqualTo(Map.of("origin", 1));
  }

  @Test
  void an_acknowledgement_is_kept_until_it_is_taken_back_and_an_empty_list_until_there_are_notices() {
    states.ended(crawl(1, Outcome.EMPTY, null, 0), null);
    states.ended(crawl(2, Outcome.NOT_MODIFIED, null, 0), null);
    states.acknowledge("a", new Acknowledgement("empty", SEEN, "Li", "one"));
    states.acknowledge("a", new Acknowledgement("empty", SEEN, "Li", "two"));
    Signs signs = states.all().get("a").signs();
    assertThat(signs.emptySince()).isEqualTo(SEEN.plusSeconds(1));
    assertThat(signs.acknowledgement()).isEqualTo(new Acknowledgement("empty", SEEN, "Li", "two"));
    states.withdraw("a");
    states.ended(crawl(3, Outcome.DONE, null, 1), null);
    assertThat(states.all().get("a").signs().acknowledgement()).isNull();
    assertThat(states.all().get("a").signs().emptySince()).isNull();
  }

  private static CrawlRecord with(CrawlRecord c, Findings findings) {
    return new CrawlRecord(c.source(), c.started(), c.ended(), c.outcome(), c.cause(), c.message(), c.read(), c.added(),
        c.revised(), c.rejected(), c.rejectedExample(), findings);
  }

  @Test
  void the_history_is_newest_first_and_does_not_grow_for_ever() {
    for (int i = 1; i <= 1_010; i++)
      states.ended(crawl(i, Outcome.DONE, null, 0), null);
    assertThat(states.history("a", 2)).containsExactly(crawl(1_010, Outcome.DONE, null, 0),
        crawl(1_009, Outcome.DONE, null, 0));
    assertThat(states.history("a", 5_000)).hasSizeBetween(1_000, 1_016);
  }

  private static CrawlRecord crawl(int second, Outcome outcome, Cause cause, int added) {
    return new CrawlRecord("a", SEEN, SEEN.plusSeconds(second), outcome, cause, cause == null ? null : "why",
        added, added, 0, 0, null);
  }
}
