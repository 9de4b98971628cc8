package io.fengsui.crawler.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.CrawlReport;
import io.fengsui.crawler.database.TestDatabase;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.SourceStates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class QuartzScheduleIT {
  @TempDir
  private Path folder;
  private final DataSource database = TestDatabase.fresh();
  private final SourceStates states = new SourceStates(Jdbi.create(database));
  private final Map<String, AtomicInteger> crawls = new ConcurrentHashMap<>();

  @Test
  void every_source_is_crawled_soon_and_then_by_its_rhythm() throws Exception {
    SourceCatalog catalog = catalog(source("a", "{every: PT6H, expected: P8D}", ""),
        source("b", "{cron: \"0 0 18 ? * FRI\", zone: Europe/Brussels, expected: P8D}", ""));
    try (Schedule schedule = schedule(catalog, source -> report(source, Outcome.DONE, null, false))) {
      schedule.start();
      await(() -> crawls("a") == 1 && crawls("b") == 1 && !schedule.running("a") && !schedule.running("b"));
      assertThat(schedule.next("a").orElseThrow()).isBetween(Instant.now().plus(Duration.ofMinutes(350)),
          Instant.now().plus(Duration.ofHours(6)));
      await(() -> schedule.next("b").orElseThrow().isAfter(Instant.now().plusSeconds(60)));
      assertThat(schedule.next("b").orElseThrow().atZone(ZoneId.of("Europe/Brussels")).toString())
          .contains("T18:00");
    }
    try (Schedule again = schedule(catalog, source -> report(source, Outcome.DONE, null, false))) {
      again.start();
      Thread.sleep(4_000);
      assertThat(crawls("a")).as("a restart does not crawl what is not due").isOne();
    }
  }

  @Test
  void what_is_left_over_is_crawled_at_once() throws Exception {
    try (Schedule schedule = schedule(catalog(source("a", "{every: PT6H, expected: P8D}", "")),
        source -> report(source, Outcome.DONE, null, crawls("a") < 4))) {
      schedule.start();
      await(() -> crawls("a") == 5 && !schedule.running("a"));
    }
  }

  @Test
  void a_failed_crawl_is_tried_again_before_its_rhythm() throws Exception {
    try (Schedule schedule = schedule(catalog(source("a", "{every: PT6H, expected: P8D}", "")),
        source -> report(source, Outcome.FAILED, Cause.TIMEOUT, false))) {
      schedule.start();
      await(() -> crawls("a") == 1 && !schedule.running("a"));
      assertThat(schedule.next("a").orElseThrow()).isBetween(Instant.now().plusSeconds(30),
          Instant.now().plusSeconds(80));
    }
  }

  @Test
  void a_source_that_is_off_is_crawled_by_hand_only() throws Exception {
    SourceCatalog catalog = catalog(source("a", "{every: PT6H, expected: P8D}", "enabled: false"));
    try (Schedule schedule = schedule(catalog, source -> report(source, Outcome.DONE, null, false))) {
      schedule.start();
      assertThat(schedule.runNow("a")).isTrue();
      await(() -> crawls("a") == 1 && !schedule.running("a"));
      assertThat(schedule.next("a")).isEmpty();
      assertThat(schedule.runNow("unknown")).isFalse();
    }
  }

  @Test
  void one_source_is_crawled_by_one_node_at_a_time_and_a_removed_one_no_more() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    SourceCatalog catalog = catalog(source("a", "{every: PT6H, expected: P8D}", ""));
    Function<Source, CrawlReport> slow = source -> {
      crawls.computeIfAbsent("started", key -> new AtomicInteger()).incrementAndGet();
      await(go);
      return report(source, Outcome.DONE, null, false);
    };
    try (Schedule one = schedule(catalog, slow); Schedule two = schedule(catalog, slow)) {
      one.start();
      two.start();
      await(() -> one.running("a"));
      assertThat(two.running("a")).isTrue();
      assertThat(two.runNow("a")).isTrue();
      Thread.sleep(3_000);
      assertThat(crawls("started")).isOne();
      go.countDown();
      await(() -> !one.running("a"));
      assertThat(crawls("a")).isOne();
    }
    Files.delete(folder.resolve("a.yaml"));
    try (Schedule later = schedule(SourceCatalog.load(folder), slow)) {
      later.start();
      await(() -> later.next("a").isEmpty());
    }
  }

  @Test
  void a_publisher_that_asks_for_time_gets_it_and_a_restart_does_not_forget() throws Exception {
    SourceCatalog catalog = catalog(source("a", "{every: PT1M, expected: P8D}", ""));
    Instant wish = Instant.now().plus(Duration.ofHours(3));
    try (Schedule schedule = schedule(catalog, source -> new CrawlReport(
        report(source, Outcome.FAILED, Cause.THROTTLED, false).record(), false, wish))) {
      schedule.start();
      await(() -> crawls("a") == 1 && !schedule.running("a"));
      await(() -> schedule.next("a").orElseThrow().isAfter(wish.minusSeconds(2)));
    }
    try (Schedule again = schedule(catalog, source -> report(source, Outcome.DONE, null, false))) {
      again.start();
      Thread.sleep(3_000);
      assertThat(again.next("a").orElseThrow()).isAfter(wish.minusSeconds(2));
      assertThat(crawls("a")).isOne();
    }
  }

  @Test
  void a_rhythm_with_limits_follows_the_publisher() throws Exception {
    SourceCatalog catalog = catalog(source("a", "{every: PT6H, least: PT1H, most: P1D, expected: P8D}", ""));
    for (int i = 0; i < 10; i++)
      report(catalog.sources().getFirst(), Outcome.DONE, null, false);
    crawls.clear();
    try (Schedule schedule = schedule(catalog, source -> report(source, Outcome.DONE, null, false))) {
      schedule.start();
      assertThat(schedule.runNow("a")).isTrue();
      await(() -> crawls("a") == 1 && !schedule.running("a"));
      assertThat(schedule.next("a").orElseThrow()).isAfter(Instant.now().plus(Duration.ofHours(20)));
    }
  }

  @Test
  void a_crawl_that_a_dead_node_leaves_is_done_by_another() throws Exception {
    SourceCatalog catalog = catalog(source("a", "{every: PT6H, expected: P8D}", ""));
    CountDownLatch never = new CountDownLatch(1);
    Cable cable = new Cable(database);
    Schedule dying = new QuartzSchedule(cable.source(), catalog, source -> {
      crawls.computeIfAbsent("started", key -> new AtomicInteger()).incrementAndGet();
      await(never);
      throw new IllegalStateException("dead");
    }, 2);
    try (dying; Schedule heir = schedule(catalog, source -> report(source, Outcome.DONE, null, false))) {
      dying.start();
      await(() -> crawls("started") == 1);
      heir.start();
      Thread.sleep(2_000);
      assertThat(crawls("a")).as("while its node lives").isZero();
      cable.cut();
      await(() -> crawls("a") == 1);
      never.countDown();
    }
  }

  /** The line between a node and its database. */
  private static final class Cable {
    private final DataSource database;
    private volatile boolean cut;

    private Cable(DataSource database) {
      this.database = database;
    }

    DataSource source() {
      return (DataSource) java.lang.reflect.Proxy.newProxyInstance(getClass().getClassLoader(),
          new Class<?>[]{DataSource.class}, (proxy, method, arguments) -> {
            if (cut)
              throw new java.sql.SQLException("the cable is cut");
            return method.invoke(database, arguments);
          });
    }

    void cut() {
      cut = true;
    }
  }

  private Schedule schedule(SourceCatalog catalog, Function<Source, CrawlReport> crawl) {
    return new QuartzSchedule(database, catalog, crawl, 2);
  }

  private CrawlReport report(Source source, Outcome outcome, Cause cause, boolean more) {
    crawls.computeIfAbsent(source.id(), id -> new AtomicInteger()).incrementAndGet();
    CrawlRecord crawl = new CrawlRecord(source.id(), Instant.now(), Instant.now(), outcome, cause, null, 0, 0, 0, 0,
        null);
    states.ended(crawl, null);
    return new CrawlReport(crawl, more);
  }

  private int crawls(String key) {
    return crawls.getOrDefault(key, new AtomicInteger()).get();
  }

  @SafeVarargs
  private final SourceCatalog catalog(Map.Entry<String, String>... sources) throws IOException {
    for (var source : List.of(sources))
      Files.writeString(folder.resolve(source.getKey() + ".yaml"), source.getValue());
    SourceCatalog catalog = SourceCatalog.load(folder);
    assertThat(catalog.faults()).isEmpty();
    return catalog;
  }

  private static Map.Entry<String, String> source(String id, String rhythm, String more) {
    return Map.entry(id, """
        id: %s
        names: {zh: 名, en: Name}
        authority: {zh: 局, en: Agency}
        homepage: https://recalls.example
        licence: public domain
        verified: unverified
        kind: recall
        language: en
        rhythm: %s
        %s
        fetch:
          url: https://recalls.example/list
        read:
          format: json
          items: $[*]
          fields:
            reference: id
            title: title
        """.formatted(id, rhythm, more));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean())
      Thread.sleep(50);
  }
}
