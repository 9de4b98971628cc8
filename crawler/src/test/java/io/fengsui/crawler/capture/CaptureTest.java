package io.fengsui.crawler.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.fetch.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
  private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
  @TempDir
  private Path folder;

  @Test
  void a_response_comes_back_as_it_was_captured() throws IOException {
    try (var store = new CaptureStore(folder, clock)) {
      var first = store.append("s", content("https://example.org/a?x=%7C:%7C1", "{\"a\": \"召回\"}"));
      var second = store.append("s", content("https://example.org/b", "b".repeat(3 << 20)));
      assertThat(first.file()).matches("2026/fengsui-20260304T050607089-[0-9a-f]{8}-00001\\.warc\\.gz");
      assertThat(first.mediaType()).isEqualTo("text/plain; charset=utf-8");
      assertThat(text(store.open(first))).isEqualTo("{\"a\": \"召回\"}");
      assertThat(text(store.open(second))).hasSize(3 << 20);
    }
  }

  @Test
  void a_capture_whose_payload_is_another_one_is_not_passed_on() throws IOException {
    try (var store = new CaptureStore(folder, clock)) {
      var real = store.append("s", content("https://example.org/a", "a"));
      var forged = new Capture(1, "s", real.address(), real.at(), "00", 1, null, real.file(), real.offset());
      var outside = new Capture(1, "s", real.address(), real.at(), real.sha256(), 1, null, "../" + real.file(), 0);
      assertThatThrownBy(() -> store.open(forged)).isInstanceOf(IOException.class).hasMessageContaining("SHA-256 00");
      assertThatThrownBy(() -> store.open(outside)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void two_processes_write_files_of_their_own() {
    try (var one = new CaptureStore(folder, clock); var other = new CaptureStore(folder, clock)) {
      assertThat(one.append("s", content("https://example.org/a", "a")).file())
          .isNotEqualTo(other.append("s", content("https://example.org/a", "a")).file());
    }
  }

  @Test
  void a_full_file_is_followed_by_another() throws IOException {
    try (var appender = new WarcAppender(number -> folder.resolve(number + ".warc.gz"), 2000, clock)) {
      for (int i = 0; i < 20; i++)
        appender.append(WarcRecords.response(UUID.randomUUID(), content("https://example.org/" + i, "body " + i)), 10);
    }
    try (var files = Files.list(folder)) {
      assertThat(files.count()).isGreaterThan(2);
    }
    assertThat(Recordings.scan(folder).matching("https://example.org/{n}")).hasSize(20);
  }

  @Test
  void a_file_cut_off_anywhere_keeps_the_records_before_the_cut() throws IOException {
    Path whole;
    try (var store = new CaptureStore(folder.resolve("whole"), clock)) {
      var random = new Random(1);
      Capture last = null;
      for (int i = 0; i < 3; i++)
        last = store.append("s", content("https://example.org/" + i, Long.toHexString(random.nextLong()).repeat(10)));
      whole = folder.resolve("whole").resolve(last.file());
    }
    byte[] bytes = Files.readAllBytes(whole);
    var offsets = Recordings.scan(folder.resolve("whole")).matching("https://example.org/{n}").stream()
        .map(Recording::offset).toList();
    var cut = folder.resolve("cut/a.warc.gz");
    Files.createDirectories(cut.getParent());
    for (int length = 0; length < bytes.length; length += 7) {
      Files.write(cut, Arrays.copyOf(bytes, length));
      int end = length;
      // A record is whole where the next one begins; the last one where the file ends.
      long expected = offsets.stream().skip(1).filter(offset -> offset <= end).count();
      assertThat(Recordings.scan(cut.getParent()).matching("https://example.org/{n}"))
          .as("cut at %d of %s", length, offsets)
          .hasSize((int) expected);
    }
    Files.write(cut, bytes);
    Files.write(cut, "garbage".getBytes(StandardCharsets.US_ASCII), StandardOpenOption.APPEND);
    assertThat(Recordings.scan(cut.getParent()).matching("https://example.org/{n}")).hasSize(3);
  }

  @Test
  void a_body_that_was_cut_off_is_so_when_it_is_played() {
    var body = Spool.fill(new ByteArrayInputStream("half".getBytes(StandardCharsets.UTF_8)), null, 100).body();
    try (var store = new CaptureStore(folder, clock)) {
      store.append("s", new Fetched.Content("https://example.org/a", 200, Map.of(), body, NOW, null,
          new Fetched.Cut(Cause.TIMEOUT, "too slow")));
    }
    try (var replay = new Replay(folder, folder)) {
      var played = (Fetched.Content) replay
          .fetch(Request.get("s", "https://example.org/a", 100, Duration.ofSeconds(1)));
      assertThat(played.cut().cause()).isEqualTo(Cause.TIMEOUT);
      assertThat(played.at()).isEqualTo(NOW);
    }
  }

  @Test
  void recordings_of_one_address_are_played_in_their_order_one_per_crawl() throws IOException {
    try (var store = new CaptureStore(folder, clock)) {
      for (var text : List.of("one", "two", "three"))
        store.append("s", content("https://example.org/rss", text));
    }
    try (var replay = new Replay(folder, folder)) {
      var played = new HashSet<String>();
      for (var text : List.of("one", "two", "three")) {
        var crawl = replay.crawl("s", played::contains);
        assertThat(text(crawl.fetch(ask("https://example.org/rss", "https://example.org/rss")))).isEqualTo(text);
        // A crawl that was killed here has recorded nothing: the next one plays the same.
        var again = replay.crawl("s", played::contains);
        assertThat(text(again.fetch(ask("https://example.org/rss", "https://example.org/rss")))).isEqualTo(text);
        played.addAll(crawl.played());
      }
      var last = replay.crawl("s", played::contains);
      assertThat(last.fetch(ask("https://example.org/rss", "https://example.org/rss")))
          .isInstanceOf(Fetched.NotModified.class);
      assertThat(last.more(List.of("https://example.org/rss"))).isFalse();
      assertThat(text(replay.crawl("other", id -> false).fetch(ask("https://example.org/rss", "x")))).isEqualTo("one");
    }
  }

  @Test
  void the_first_request_of_a_template_is_answered_by_whatever_the_template_can_make() throws IOException {
    try (var store = new CaptureStore(folder, clock)) {
      store.append("s", content("https://example.org/list?since=2020-01-01&page=1", "old"));
      store.append("s", content("https://example.org/list?since=2024-01-01&page=1", "new"));
      store.append("s", content("https://example.org/other", "other"));
    }
    var template = "https://example.org/list?since={since}&page={page}";
    try (var replay = new Replay(folder, folder)) {
      var crawl = replay.crawl("s", id -> false);
      assertThat(text(crawl.fetch(ask("https://example.org/list?since=2026-02-02&page=1", template)))).isEqualTo("old");
      assertThat(crawl.fetch(ask("https://example.org/list?since=2026-02-02&page=2", template)))
          .isInstanceOf(Fetched.NotModified.class);
      assertThat(crawl.more(List.of(template))).isTrue();
      var exact = replay.crawl("s", id -> false);
      assertThat(text(exact.fetch(ask("https://example.org/list?since=2024-01-01&page=1", template)))).isEqualTo("new");
    }
  }

  @Test
  void a_detail_page_is_played_again_when_all_of_its_recordings_were() throws IOException {
    try (var store = new CaptureStore(folder, clock)) {
      store.append("s", content("https://example.org/d/1", "first"));
      store.append("s", content("https://example.org/d/1", "second"));
    }
    try (var replay = new Replay(folder, folder)) {
      var request = ask("https://example.org/d/1", "https://example.org/d/1");
      var crawl = replay.crawl("s", id -> false);
      assertThat(text(crawl.detail(request))).isEqualTo("first");
      assertThat(text(crawl.detail(request))).isEqualTo("second");
      assertThat(text(crawl.detail(request))).isEqualTo("second");
      assertThat(crawl.detail(ask("https://example.org/d/2", ""))).isInstanceOf(Fetched.NotModified.class);
    }
  }

  @Test
  void recordings_that_nobody_asks_for_are_named() throws IOException {
    try (var store = new CaptureStore(folder, clock)) {
      store.append("s", content("https://example.org/list?page=1", "list"));
      store.append("s", content("https://example.org/lists?page=2", "mistyped"));
    }
    try (var replay = new Replay(folder, folder)) {
      assertThat(replay.unplayed()).hasSize(2);
      replay.crawl("s", id -> false)
          .fetch(ask("https://example.org/list?page=1", "https://example.org/list?page={page}"));
      assertThat(replay.unplayed()).containsExactly("https://example.org/lists?page=2");
    }
  }

  private static Request ask(String address, String template) {
    return new Request("s", "GET", address, template, Map.of(), null, null, null, java.util.Set.of(), 10 << 20,
        Duration.ofSeconds(5));
  }

  private static Fetched.Content content(String address, String text) {
    var body = Spool.fill(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null, Long.MAX_VALUE).body();
    return new Fetched.Content(address, 200,
        Map.of("content-type", List.of("text/plain; charset=utf-8"), "content-encoding", List.of("gzip")), body, NOW,
        null);
  }

  private static String text(Fetched fetched) throws IOException {
    assertThat(fetched).isInstanceOf(Fetched.Content.class);
    return text(((Fetched.Content) fetched).body());
  }

  private static String text(Body body) throws IOException {
    try (body; var stream = body.open()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
