package io.fengsui.crawler.store;

import static io.fengsui.crawler.store.Samples.bare;
import static io.fengsui.crawler.store.Samples.capture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fengsui.crawler.database.TestDatabase;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoticeChangesIT {
  private static final String VIEW = "notices-000001";

  private final Jdbi jdbi = Jdbi.create(TestDatabase.fresh());
  private final NoticeStore store = new NoticeStore(jdbi);
  private final NoticeChanges changes = new NoticeChanges(jdbi);
  private final long capture = store.register(capture("a", "https://a.example", 1)).id();

  @BeforeEach
  void register() {
    changes.register(VIEW);
    changes.register(VIEW);
  }

  @Test
  void every_notice_is_taken_once_and_a_revised_one_again() {
    store(0, 50, "first");
    assertThat(changes.waiting(VIEW)).isEqualTo(50);
    assertThat(references(takeAll())).hasSize(50).doesNotHaveDuplicates();
    assertThat(changes.waiting(VIEW)).isZero();
    store(10, 12, "second");
    assertThat(takeAll()).hasSize(2)
        .allSatisfy(notice -> assertThat(notice.notice().title()).isEqualTo("second"))
        .allSatisfy(notice -> assertThat(notice.revision()).isEqualTo(2));
  }

  @Test
  void a_notice_that_is_committed_late_is_not_skipped() {
    jdbi.useTransaction(late -> {
      new BatchWriter(late, null).write(Incoming.of(List.of(sighting("late", "late"))));
      store(0, 40, "early");
      // The late transaction is the older one: nothing above it is passed, or nothing below it would be seen again.
      assertThat(takeAll()).isEmpty();
    });
    assertThat(references(takeAll())).hasSize(41).contains("late");
  }

  @Test
  void what_was_committed_before_a_transaction_began_does_not_wait_for_it() {
    store(0, 40, "early");
    jdbi.useTransaction(open -> {
      new BatchWriter(open, null).write(Incoming.of(List.of(sighting("late", "late"))));
      assertThat(references(takeAll())).hasSize(40).doesNotContain("late");
    });
    assertThat(references(takeAll())).containsExactly("late");
  }

  @Test
  void a_batch_whose_work_fails_is_taken_again() {
    store(0, 30, "title");
    assertThatThrownBy(() -> changes.take(VIEW, 10, batch -> {
      throw new IllegalStateException("the index is away");
    })).isInstanceOf(IllegalStateException.class).hasMessage("the index is away");
    assertThat(references(takeAll())).hasSize(30);
  }

  @Test
  void views_go_their_own_way_and_can_be_forgotten() {
    changes.register("notices-000002");
    store(0, 5, "title");
    assertThat(takeAll()).hasSize(5);
    assertThat(changes.waiting("notices-000002")).isEqualTo(5);
    assertThat(changes.views()).containsExactly(VIEW, "notices-000002");
    changes.forget("notices-000002");
    assertThat(changes.views()).containsExactly(VIEW);
    assertThat(changes.take("notices-000002", 10, batch -> {})).isZero();
  }

  @Test
  void an_archive_that_was_moved_to_another_server_is_taken_whole() {
    store(0, 30, "title");
    takeAll();
    jdbi.useHandle(handle -> handle.execute("update notice set change_xid = '9000000000000'"));
    jdbi.useHandle(handle -> handle.execute("update view_cursor set change_xid = '9000000000000'"));
    changes.register(VIEW);
    store(30, 40, "title");
    assertThat(references(takeAll())).hasSize(40).doesNotHaveDuplicates();
  }

  @Test
  void a_batch_in_work_is_left_alone_and_others_are_taken_meanwhile() throws Exception {
    store(0, 200, "title");
    List<String> all = Collections.synchronizedList(new ArrayList<>());
    CountDownLatch working = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      Future<Integer> slow = other.submit(() -> changes.take(VIEW, 1_000, batch -> {
        all.addAll(references(batch));
        working.countDown();
        await(go);
      }));
      working.await();
      all.addAll(references(takeAll()));
      go.countDown();
      assertThat(slow.get()).isPositive();
    }
    assertThat(all).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void several_takers_and_crawlers_at_once_miss_nothing() throws Exception {
    AtomicBoolean crawling = new AtomicBoolean(true);
    List<ArchivedNotice> taken = Collections.synchronizedList(new ArrayList<>());
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      List<Future<?>> crawlers = new ArrayList<>();
      for (int crawler = 0; crawler < 3; crawler++) {
        int base = crawler * 1_000;
        crawlers.add(threads.submit(() -> {
          for (int i = 0; i < 600; i += 20)
            store(base + i, base + i + 20, "title");
        }));
      }
      List<Future<?>> takers = new ArrayList<>();
      for (int taker = 0; taker < 3; taker++)
        takers.add(threads.submit(() -> {
          while (crawling.get() || changes.waiting(VIEW) > 0)
            changes.take(VIEW, 17, taken::addAll);
        }));
      try {
        for (Future<?> crawler : crawlers)
          crawler.get();
      } finally {
        crawling.set(false);
      }
      for (Future<?> taker : takers)
        taker.get();
    }
    assertThat(references(taken)).hasSize(1_800).doesNotHaveDuplicates();
  }

  private List<ArchivedNotice> takeAll() {
    List<ArchivedNotice> all = new ArrayList<>();
    while (changes.take(VIEW, 7, all::addAll) > 0)
      assertThat(all).hasSizeLessThan(100_000);
    return all;
  }

  private void store(int from, int to, String title) {
    List<Sighting> batch = new ArrayList<>();
    for (int i = from; i < to; i++)
      batch.add(sighting("ref-" + i, title));
    store.store(batch);
  }

  private Sighting sighting(String reference, String title) {
    return new Sighting(bare("a", reference, title), capture);
  }

  private static List<String> references(List<ArchivedNotice> notices) {
    return notices.stream().map(notice -> notice.notice().id().reference()).toList();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
