package io.fengsui.crawler.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.fetch.Spool;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.Warcinfo;

class WarcRecordsTest {
  private static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
  private static final String ADDRESS = "https://recalls.example/list?q=power bank|x&page=1";
  @TempDir
  private Path folder;

  @Test
  void every_record_carries_digests_that_another_reader_computes_too() throws IOException {
    try (var store = store(NOW)) {
      var asked = new Request("s", "POST", ADDRESS, ADDRESS, Map.of("X-Api-Key", "hidden", "Accept", "text/html"),
          "{\"q\": \"召回\"}", "\"v1\"", null, Set.of(), 100, Duration.ofSeconds(1));
      var first = store.append("s", asked, content("召回".repeat(1000), NOW));
      store.append("s", content("x".repeat(3 << 20), NOW));
      store.revisit(first, content("召回".repeat(1000), NOW.plusSeconds(60)));
    }
    var types = new ArrayList<String>();
    try (var reader = reader()) {
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        types.add(record.get().type());
        check(record.get());
      }
    }
    assertThat(types).containsExactly("warcinfo", "response", "request", "response", "revisit");
  }

  private static void check(WarcRecord record) throws IOException {
    assertThat(record.version()).isEqualTo(MessageVersion.WARC_1_1);
    switch (record) {
      case Warcinfo info -> assertThat(info.fields().first("software")).hasValue("Fengsui");
      case WarcResponse response -> {
        assertThat(response.http().status()).isEqualTo(200);
        assertThat(response.http().headers().first("x-archive-orig-content-encoding")).hasValue("gzip");
        assertThat(response.http().headers().first("set-cookie")).isEmpty();
      }
      case WarcRequest request -> {
        assertThat(request.concurrentTo()).hasSize(1);
        assertThat(request.http().method()).isEqualTo("POST");
        assertThat(request.http().target()).isEqualTo("/list?q=powerbank|x&page=1");
        assertThat(request.http().headers().map()).doesNotContainKey("x-api-key").containsKey("accept");
      }
      case WarcRevisit revisit -> {
        assertThat(revisit.profile()).isEqualTo(WarcRevisit.IDENTICAL_PAYLOAD_DIGEST_1_1);
        assertThat(revisit.headers().first("WARC-Refers-To-Target-URI")).hasValue(ADDRESS);
        assertThat(revisit.refersToDate()).hasValue(NOW);
        assertThat(revisit.http().status()).isEqualTo(200);
      }
      default -> throw new AssertionError(record.type());
    }
    record.body().consume();
    assertThat(record.calculatedBlockDigest()).isEqualTo(record.blockDigest()).isPresent();
  }

  @Test
  void what_was_appended_is_read_back_before_and_after_it_is_on_disk() throws IOException {
    var random = new Random(7);
    try (var store = store(NOW)) {
      var captures = new ArrayList<Capture>();
      for (int i = 0; i < 400; i++)
        captures.add(store.append("s", content(Long.toHexString(random.nextLong()).repeat(random.nextInt(400)), NOW)));
      store.open(captures.getLast()).close();
      store.sync();
      for (var capture : captures)
        store.open(capture).close();
    }
  }

  @Test
  void several_threads_append_and_sync_beside_each_other() throws Exception {
    try (var store = store(NOW); var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<Future<Capture>>();
      for (int i = 0; i < 200; i++) {
        var text = "payload " + i;
        all.add(threads.submit(() -> {
          var capture = store.append("s", content(text, NOW));
          store.sync();
          return capture;
        }));
      }
      for (var each : all)
        store.open(each.get()).close();
    }
  }

  @Test
  void a_thread_that_is_interrupted_closes_nobody_elses_file() throws IOException {
    try (var store = store(NOW)) {
      Thread.currentThread().interrupt();
      var first = store.append("s", content("a", NOW));
      store.sync();
      assertThat(Thread.interrupted()).isTrue();
      store.append("s", content("b", NOW));
      store.sync();
      store.open(first).close();
    }
  }

  @Test
  void what_cannot_be_written_leaves_the_file_as_it_was() throws IOException {
    var path = folder.resolve("a.warc.gz");
    try (var file = WarcFile.create(path, NOW)) {
      long before = file.end();
      assertThatThrownBy(() -> file.append(out -> {
        out.write(new byte[700_000]);
        throw new IOException("no more room");
      })).hasMessage("no more room");
      assertThat(file.end()).isEqualTo(before);
      file.append(out -> out.write(1));
      file.flush();
      assertThat(Files.size(path)).isEqualTo(before + 1);
    }
  }

  @Test
  void the_next_day_has_a_file_of_its_own() {
    var now = new Instant[]{NOW};
    var clock = InstantSource.tick(() -> now[0], Duration.ofMillis(1)).withZone(ZoneOffset.UTC);
    try (var store = new CaptureStore(folder, clock)) {
      var first = store.append("s", content("a", NOW));
      now[0] = NOW.plus(Duration.ofDays(1));
      assertThat(store.append("s", content("b", NOW)).file()).isNotEqualTo(first.file());
    }
  }

  private CaptureStore store(Instant now) {
    return new CaptureStore(folder, Clock.fixed(now, ZoneOffset.UTC));
  }

  private WarcReader reader() throws IOException {
    try (var files = Files.walk(folder)) {
      var reader = new WarcReader(files.filter(Files::isRegularFile).findFirst().orElseThrow());
      reader.calculateBlockDigest();
      return reader;
    }
  }

  private static Fetched.Content content(String text, Instant at) {
    var body = Spool.fill(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null, Long.MAX_VALUE).body();
    return new Fetched.Content(ADDRESS, 200, Map.of("content-type", List.of("text/plain; charset=utf-8"),
        "content-encoding", List.of("gzip"), "set-cookie", List.of("session=secret")), body, at, null);
  }
}
