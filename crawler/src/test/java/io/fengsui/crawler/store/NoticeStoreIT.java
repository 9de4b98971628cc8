package io.fengsui.crawler.store;

import static io.fengsui.crawler.store.Samples.SEEN;
import static io.fengsui.crawler.store.Samples.bare;
import static io.fengsui.crawler.store.Samples.capture;
import static io.fengsui.crawler.store.Samples.full;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fengsui.crawler.database.TestDatabase;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class NoticeStoreIT {
  private static final Jdbi JDBI = Jdbi.create(TestDatabase.fresh());

  private final NoticeStore store = new NoticeStore(JDBI);
  private final long first = store.register(capture("a", "https://a.example/1", 1)).id();
  private final long second = store.register(capture("a", "https://a.example/1", 2)).id();

  @Test
  void a_notice_comes_back_as_it_went_in() {
    Notice notice = full("a", "A11/0042/26 \\ \"x\" {y}, 中文 🔥");
    assertThat(store.store(List.of(new Sighting(notice, first)))).isEqualTo(new StoreCount(1, 0, 0));
    ArchivedNotice archived = store.find(notice.id()).orElseThrow();
    assertThat(archived.notice()).isEqualTo(notice);
    assertThat(archived.revision()).isEqualTo(1);
    assertThat(archived.firstSeen()).isEqualTo(SEEN.plusSeconds(1));
    assertThat(archived.capture()).isEqualTo(first);
    assertThat(store.find(archived.id())).contains(archived);
  }

  @Test
  void the_same_content_is_stored_once() {
    List<Sighting> batch = List.of(new Sighting(full("a", "same-1"), first), new Sighting(full("a", "same-2"), first));
    assertThat(store.store(batch)).isEqualTo(new StoreCount(2, 0, 0));
    assertThat(store.store(batch)).isEqualTo(new StoreCount(0, 0, 2));
    assertThat(store.revisions(new NoticeId("a", "same-1"))).hasSize(1);
  }

  @Test
  void a_shuffled_list_is_the_same_content() {
    Notice notice = full("a", "shuffled");
    store.store(List.of(new Sighting(notice, first)));
    Notice shuffled = new Notice(notice.id(), notice.kind(), notice.title(), notice.text(), notice.language(),
        notice.notifying(), notice.origin(), notice.markets().reversed(), notice.products().reversed(),
        notice.categories(), notice.hazards().reversed(), notice.publisherClass(), notice.measures(),
        notice.measure(), notice.dates(),
        notice.companies(), notice.links(), notice.other());
    assertThat(store.store(List.of(new Sighting(shuffled, second)))).isEqualTo(new StoreCount(0, 0, 1));
  }

  @Test
  void other_content_is_a_revision_with_its_changes() {
    store.store(List.of(new Sighting(bare("a", "revised", "Toy recalled"), first)));
    assertThat(store.store(List.of(new Sighting(bare("a", "revised", "Toy and doll recalled"), second))))
        .isEqualTo(new StoreCount(0, 1, 0));
    List<Revision> revisions = store.revisions(new NoticeId("a", "revised"));
    assertThat(revisions).extracting(Revision::number).containsExactly(2, 1);
    assertThat(revisions.getFirst().changes())
        .containsExactly(new FieldChange("title", "Toy recalled", "Toy and doll recalled", true));
    assertThat(revisions.getFirst().capture().id()).isEqualTo(second);
    assertThat(revisions.getFirst().material()).isTrue();
    assertThat(revisions.getLast().changes()).isEmpty();
    assertThat(store.find(new NoticeId("a", "revised")).orElseThrow().changed()).isEqualTo(SEEN.plusSeconds(2));
  }

  @Test
  void a_reference_that_stands_twice_in_a_batch_gets_its_revisions_in_order() {
    List<Sighting> batch = List.of(new Sighting(bare("a", "twice", "one"), first),
        new Sighting(bare("a", "twice", "one"), first), new Sighting(bare("a", "twice", "two"), second),
        new Sighting(bare("a", "twice", "one"), first));
    assertThat(store.store(batch)).isEqualTo(new StoreCount(1, 2, 1));
    assertThat(titles("twice")).containsExactly("one", "two", "one");
    assertThat(store.store(batch)).isEqualTo(new StoreCount(0, 2, 2));
  }

  @Test
  void what_the_database_cannot_hold_is_taken_out() {
    store.store(List.of(new Sighting(bare("a", "nul\u0000-1 ", "a\u0000b \ud83d c"), first)));
    assertThat(store.find(new NoticeId("a", "nul-1")).orElseThrow().notice().title()).isEqualTo("ab \ufffd c");
    assertThat(store.find(new NoticeId("a", "nul\u0000-1"))).isPresent();
  }

  @Test
  void a_reference_too_long_for_the_index_is_refused_in_words() {
    assertThat(store.store(List.of(new Sighting(bare("a", longest(2_000), "title"), first))).added()).isOne();
    assertThatThrownBy(() -> store.store(List.of(new Sighting(bare("a", longest(2_001), "title"), first))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reference of a notice of a is too long");
  }

  /** Of letters that do not compress. */
  private static String longest(int length) {
    StringBuilder text = new StringBuilder("long-");
    Random random = new Random(1);
    while (text.length() < length)
      text.append((char) ('!' + random.nextInt(90)));
    return text.toString();
  }

  @Test
  void a_capture_that_is_not_registered_stores_nothing() {
    assertThatThrownBy(() -> store.store(List.of(new Sighting(bare("a", "orphan", "title"), 999_999))))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("not registered");
    assertThat(store.find(new NoticeId("a", "orphan"))).isEmpty();
  }

  @Test
  void the_same_payload_from_the_same_address_is_one_capture() {
    var again = store.register(capture("a", "https://a.example/1", 1));
    assertThat(again.id()).isEqualTo(first);
    assertThat(store.capture("a", "https://a.example/1", again.sha256())).contains(again);
    assertThat(store.capture("b", "https://a.example/1", again.sha256())).isEmpty();
    assertThat(store.register(capture("a", "https://a.example/" + "x".repeat(9_000), 1)).id()).isNotEqualTo(first);
  }

  @Test
  void random_batches_from_several_crawlers_make_the_history_that_each_would_make_alone() throws Exception {
    long before = store.count();
    try (var crawlers = Executors.newFixedThreadPool(4)) {
      List<Future<Map<String, List<String>>>> expected = new ArrayList<>();
      for (int crawler = 0; crawler < 4; crawler++) {
        int seed = crawler;
        expected.add(crawlers.submit(() -> crawl(seed)));
      }
      for (var one : expected)
        one.get().forEach((reference, titles) -> assertThat(titles(reference)).isEqualTo(titles));
    }
    long now = JDBI.withHandle(handle -> handle.createQuery("select count(*) from notice").mapTo(Long.class).one());
    assertThat(store.count()).isEqualTo(now).isGreaterThan(before);
  }

  /** Stores random batches: references of its own, and some that all crawlers store in whatever order. */
  private Map<String, List<String>> crawl(int seed) {
    Random random = new Random(seed);
    Map<String, List<String>> titles = new HashMap<>();
    for (int round = 0; round < 30; round++) {
      List<Sighting> batch = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        boolean shared = random.nextInt(3) == 0;
        String reference = (shared ? "shared-" : "own-" + seed + "-") + random.nextInt(30);
        String title = "title " + random.nextInt(4);
        batch.add(new Sighting(bare("random", reference, title), first));
        if (!shared && !title.equals(last(titles, reference)))
          titles.computeIfAbsent(reference, key -> new ArrayList<>()).add(title);
      }
      store.store(batch);
    }
    return titles;
  }

  private static String last(Map<String, List<String>> titles, String reference) {
    List<String> known = titles.get(reference);
    return known == null ? "" : known.getLast();
  }

  private List<String> titles(String reference) {
    List<String> titles = new ArrayList<>();
    for (String source : List.of("a", "random"))
      store.revisions(new NoticeId(source, reference)).forEach(revision -> titles.add(revision.notice().title()));
    Collections.reverse(titles);
    return titles;
  }
}
