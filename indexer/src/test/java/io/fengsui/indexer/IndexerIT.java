package io.fengsui.indexer;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.indexer.schema.NoticeIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexerIT {
  private World world;

  @BeforeEach
  void begin() {
    world = new World();
  }

  @AfterEach
  void end() {
    world.close();
  }

  private static List<Notice> many(int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> World.plain("R-" + i, "Notice " + i, "Body of notice " + i, "en"))
        .toList();
  }

  @Test
  void whatIsInTheArchiveIsFoundAndNothingIsWrittenTwice() {
    world.store(many(0, 2500));
    assertThat(world.indexer.catchUp()).isEqualTo(2500);
    assertThat(world.indexer.catchUp()).isZero();
    assertThat(world.indexer.check()).isEqualTo(new Indexer.Check("notices-000001", 2500, 2500, 0));
    assertThat(world.indexer.check().whole()).isTrue();
  }

  @Test
  void aRevisionReplacesWhatWasThere() {
    world.store(World.plain("A", "Old words", "", "en"));
    world.indexer.catchUp();
    world.store(World.plain("A", "New words", "", "en"));
    assertThat(world.indexer.catchUp()).isEqualTo(1);
    world.refresh();
    assertThat(world.found("old")).isEmpty();
    assertThat(world.found("new")).containsExactly("A");
    assertThat(world.search("new").hits().getFirst().revision()).isEqualTo(2);
  }

  @Test
  void anOlderRevisionThatComesLateIsNoError() {
    world.store(World.plain("A", "First", "", "en"));
    world.indexer.catchUp();
    world.store(World.plain("A", "Second", "", "en"));
    world.indexer.catchUp();
    NoticeIndex.Version serving = world.indices.serving().orElseThrow();
    var answer = world.rest.send("POST", "/" + serving.name() + "/_bulk", """
        {"index":{"_id":"%d","version":1,"version_type":"external_gte"}}
        {"number":1,"title":"First"}
        """.formatted(world.store.find(World.plain("A", "x", "", "en").id()).orElseThrow().id()).getBytes(UTF_8));
    assertThat(answer.json().path("items").path(0).path("index").path("status").asInt()).isEqualTo(409);
    world.refresh();
    assertThat(world.found("second")).containsExactly("A");
  }

  @Test
  void anIndexThatWasDeletedComesBack() {
    world.store(many(0, 300));
    world.indexer.catchUp();
    world.deleteIndices();
    assertThat(world.indexer.catchUp()).isEqualTo(300);
    assertThat(world.indexer.check().whole()).isTrue();
    assertThat(world.changes.views()).hasSize(1);
  }

  @Test
  void anIndexOfAnotherArchiveIsReplaced() {
    world.store(many(0, 50));
    world.indexer.catchUp();
    world.refresh();
    world.changes.views().forEach(world.changes::forget);
    assertThat(world.indexer().catchUp()).isEqualTo(50);
    assertThat(world.indexer.check()).isEqualTo(new Indexer.Check("notices-000002", 50, 50, 0));
    assertThat(world.indices.versions()).hasSize(1);
  }

  @Test
  void severalIndexersAtOnceMakeOneIndexAndWriteEachNoticeOnce() throws InterruptedException {
    world.store(many(0, 4000));
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    CountDownLatch together = new CountDownLatch(1);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Indexer indexer = world.indexer();
      threads.add(Thread.startVirtualThread(() -> {
        try {
          together.await();
          while (world.changes.views().isEmpty() || world.changes.waiting(world.changes.views().getFirst()) > 0)
            indexer.catchUp();
        } catch (Throwable e) {
          failures.add(e);
        }
      }));
    }
    together.countDown();
    for (Thread thread : threads)
      thread.join();
    assertThat(failures).isEmpty();
    assertThat(world.indices.versions()).hasSize(1);
    assertThat(world.indexer.check()).isEqualTo(new Indexer.Check("notices-000001", 4000, 4000, 0));
  }

  @Test
  void aRebuildIsNotNoticedBySearches() throws InterruptedException {
    world.store(many(0, 3000));
    world.indexer.catchUp();
    world.refresh();
    AtomicBoolean over = new AtomicBoolean();
    ConcurrentLinkedQueue<Long> totals = new ConcurrentLinkedQueue<>();
    ConcurrentLinkedQueue<Throwable> failures = new ConcurrentLinkedQueue<>();
    Thread searcher = Thread.startVirtualThread(() -> {
      while (!over.get())
        try {
          totals.add(world.search("notice").total());
        } catch (Throwable e) {
          failures.add(e);
        }
    });
    assertThat(world.indexer.rebuild()).isEqualTo(3000);
    over.set(true);
    searcher.join();
    assertThat(failures).isEmpty();
    assertThat(totals).isNotEmpty().containsOnly(3000L);
    assertThat(world.indices.versions()).extracting(NoticeIndex.Version::name).containsExactly("notices-000002");
    assertThat(world.changes.views()).hasSize(1);
    world.store(many(3000, 3010));
    assertThat(world.indexer.catchUp()).isEqualTo(10);
  }

  @Test
  void aRebuildThatWasKilledGoesOnWhereItWas() {
    world.store(many(0, 3000));
    world.indexer.catchUp();
    NoticeIndex.Version begun = world.indices.successor(world.indices.serving().orElseThrow());
    world.changes.register(begun.view());
    world.changes.take(begun.view(), 100, batch -> {});
    assertThat(world.indexer.rebuild()).isBetween(2000L, 2999L);
    assertThat(world.indices.serving().orElseThrow().view()).isEqualTo(begun.view());
  }

  @Test
  void aNoticeThatTheEngineRefusesStandsInWithItsTitleAndIsCounted() {
    world.store(World.plain("GOOD", "Good notice", "Fine", "en"), World.plain("BAD", "Bad notice", "Odd", "en"));
    world.indices.servingOrMade();
    world.rest.must("DELETE", "/notices-000001", null);
    world.rest.must("PUT", "/notices-000001", """
        {"aliases": {"notices": {}}, "mappings": {"properties": {"by": {"type": "integer"}}}}""".getBytes(UTF_8));
    world.store(
        World.notice("WORSE", Kind.RECALL, "Notifier is no number", "Lost words", "en", List.of("Denmark"), List.of(),
            null, List.of()));
    assertThat(world.indexer.catchUp()).isEqualTo(3);
    assertThat(world.indexer.check()).isEqualTo(new Indexer.Check("notices-000001", 3, 3, 1));
    assertThat(world.found("\"no number\"")).containsExactly("WORSE");
    assertThat(world.found("lost")).isEmpty();
  }
}
