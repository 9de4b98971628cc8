package io.fengsui.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.database.TestDatabase;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.fetch.Spool;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.Removals;
import io.fengsui.crawler.store.Revision;
import io.fengsui.crawler.store.SourceStates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvidenceIT {
  private static final Instant START = Instant.parse("2026-03-04T05:00:00Z");
  private static final String LIST = "https://recalls.example/list.json";
  @TempDir
  private Path folder;
  private final Jdbi jdbi = Jdbi.create(TestDatabase.fresh());
  private final NoticeStore notices = new NoticeStore(jdbi);
  private final Map<String, String> web = new HashMap<>();
  private Instant now = START;
  private final Clock clock = InstantSource.tick(() -> now, Duration.ofMillis(1)).withZone(ZoneOffset.UTC);

  @Test
  void a_corrected_reader_makes_revisions_of_what_was_captured() throws IOException {
    try (var captures = captures()) {
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"Toy\", \"class\": \"II\"}, "
          + "{\"id\": \"b\", \"name\": \"Lamp\"}]");
      var report = reread(captures, source("name", "class: class"));
      assertThat(report.read()).isEqualTo(2);
      assertThat(report.revised()).isOne();
      assertThat(report.unchanged()).isOne();
      assertThat(report.missing()).isZero();
      var latest = revisions("a").getFirst();
      assertThat(latest.notice().publisherClass()).isEqualTo("II");
      assertThat(latest.reread()).isEqualTo(now);
      assertThat(latest.material()).isTrue();
      assertThat(revisions("a").getLast().reread()).isNull();
      assertThat(reread(captures, source("name", "class: class")).revised()).isZero();
    }
  }

  @Test
  void nothing_older_becomes_a_revision() throws IOException {
    try (var captures = captures()) {
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"one\"}, {\"id\": \"gone\", \"name\": \"left\"}]");
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"two\"}]");
      // The first payload comes again: what it says is the latest now.
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"one\"}, {\"id\": \"gone\", \"name\": \"left\"}]");
      var report = reread(captures, source("name"));
      assertThat(report.captures()).isEqualTo(2);
      assertThat(report.revised()).isZero();
      assertThat(revisions("a").stream().map(each -> each.notice().title())).containsExactly("one", "two", "one");
    }
  }

  @Test
  void a_notice_of_which_a_later_capture_was_stored_keeps_it() throws IOException {
    try (var captures = captures()) {
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"one\"}]");
      var first = revisions("a").getFirst();
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"two\"}]");
      var count = notices.reread(
          List.of(new io.fengsui.crawler.store.Sighting(first.notice(), first.capture().id())), now);
      assertThat(count.revised()).isZero();
      assertThat(revisions("a")).hasSize(2);
    }
  }

  @Test
  void a_notices_own_page_is_read_again_too() throws IOException {
    web.put("https://recalls.example/a", "<html><body><h1>Toy</h1><p class=hazard>Choking</p></body></html>");
    try (var captures = captures()) {
      crawl(captures, detailed("h1"), "[{\"id\": \"a\", \"name\": \"Toy\", \"url\": \"https://recalls.example/a\"}]");
      assertThat(revisions("a").getFirst().detail()).isNotNull();
      var report = reread(captures, detailed("h1 + p"));
      assertThat(report.revised()).isOne();
      assertThat(revisions("a").getFirst().notice().text()).isEqualTo("Choking");
    }
  }

  @Test
  void damage_is_named_with_file_offset_and_address() throws IOException {
    try (var captures = captures()) {
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"one\"}]");
      var crawler = crawler(captures);
      assertThat(crawler.verify((done, all) -> {}).damages()).isZero();
      var capture = revisions("a").getFirst().capture();
      try (var file = new RandomAccessFile(folder.resolve(capture.file()).toFile(), "rw")) {
        file.seek(file.length() - 30);
        file.write(new byte[8]);
      }
      var damaged = crawler.verify((done, all) -> {});
      assertThat(damaged.damages()).isOne();
      assertThat(damaged.damaged().getFirst().address()).isEqualTo(LIST);
      assertThat(damaged.damaged().getFirst().offset()).isEqualTo(capture.offset());
      Files.delete(folder.resolve(capture.file()));
      assertThat(crawler.verify((done, all) -> {}).damaged().getFirst().what()).contains("the file is gone");
    }
  }

  @Test
  void a_file_that_no_capture_is_in_is_told() throws IOException {
    try (var captures = captures()) {
      captures.append("s", content("https://recalls.example/lost", "lost"));
      captures.sync();
      assertThat(crawler(captures).verify((done, all) -> {}).unreferenced()).hasSize(1)
          .allMatch(file -> file.responses() == 1);
    }
  }

  @Test
  void old_captures_go_but_not_what_a_notice_says_now() throws IOException {
    crawlInFilesOfTheirOwn();
    now = START.plus(Duration.ofDays(400));
    try (var captures = captures()) {
      var removed = retention(captures).run(List.of(due()), false);
      assertThat(removed.problems()).isEmpty();
      assertThat(removed.captures()).isOne();
      assertThat(removed.rewritten()).isEmpty();
      assertThat(removed.deleted()).hasSize(1);
      assertThat(removed.bytes()).isPositive();
      var revisions = revisions("a");
      assertThat(revisions.getFirst().removed()).isNull();
      assertThat(revisions.getLast().removed()).isEqualTo(now);
      assertThat(crawler(captures).verify((done, all) -> {}).damages()).isZero();
      assertThat(retention(captures).run(List.of(due()), false).captures()).isZero();
      assertThat(retention(captures).run(List.of(due()), true).captures()).isOne();
    }
  }

  @Test
  void what_stays_of_a_file_is_written_to_a_new_one() throws IOException {
    try (var captures = captures()) {
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"one\"}]");
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"two\"}]");
    }
    age();
    now = START.plus(Duration.ofDays(400));
    try (var captures = captures()) {
      var before = revisions("a").getFirst().capture();
      var removed = retention(captures).run(List.of(due()), false);
      assertThat(removed.captures()).isOne();
      assertThat(removed.rewritten()).hasSize(1);
      assertThat(removed.deleted()).containsExactly(before.file());
      Capture after = revisions("a").getFirst().capture();
      assertThat(after.file()).isEqualTo(removed.rewritten().getFirst());
      captures.open(after).close();
      assertThat(crawler(captures).verify((done, all) -> {}).unreferenced()).isEmpty();
      // The publisher says the old thing again: there is evidence of it again.
      crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"one\"}]");
      assertThat(revisions("a").getFirst().removed()).isNull();
      captures.open(revisions("a").getFirst().capture()).close();
    }
  }

  @Test
  void a_run_that_was_killed_is_finished_by_the_next() throws IOException {
    crawlInFilesOfTheirOwn();
    now = START.plus(Duration.ofDays(400));
    try (var captures = captures()) {
      // Killed after a file was written anew, and after the register was told but the file not deleted.
      captures.rewrite(List.of(revisions("a").getFirst().capture()));
      var old = revisions("a").getLast().capture();
      jdbi.useHandle(handle -> handle.execute("update capture set removed_at = now() - interval '1 day' where id = ?",
          old.id()));
      var removed = retention(captures).run(List.of(due()), false);
      assertThat(removed.captures()).isZero();
      assertThat(removed.deleted()).hasSize(2).contains(old.file());
      assertThat(crawler(captures).verify((done, all) -> {}).damages()).isZero();
    }
  }

  private void crawlInFilesOfTheirOwn() throws IOException {
    for (var name : List.of("one", "two"))
      try (var captures = captures()) {
        crawl(captures, source("name"), "[{\"id\": \"a\", \"name\": \"" + name + "\"}]");
      }
    age();
  }

  /** Files that were written to lately are left alone. */
  private void age() throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList())
        Files.setLastModifiedTime(file, FileTime.from(START));
    }
  }

  private static Removals.Due due() {
    return new Removals.Due("s", START.plus(Duration.ofDays(35)));
  }

  private Retention retention(CaptureStore captures) {
    return new Retention(captures, new Removals(jdbi), clock, Duration.ZERO);
  }

  private CaptureStore captures() {
    return new CaptureStore(folder, clock);
  }

  private Crawler crawler(CaptureStore captures) {
    return new Crawler(new Web(), captures, notices, new SourceStates(jdbi), clock, Map.of());
  }

  private RereadReport reread(CaptureStore captures, Source source) {
    now = now.plusSeconds(60);
    return crawler(captures).reread(source, (done, all) -> {});
  }

  private void crawl(CaptureStore captures, Source source, String items) {
    now = now.plusSeconds(60);
    web.put(LIST, "{\"items\": " + items + "}");
    var report = crawler(captures).crawl(source);
    assertThat(report.record().cause()).as(report.toString()).isNull();
  }

  private List<Revision> revisions(String reference) {
    return notices.revisions(new NoticeId("s", reference));
  }

  private Source source(String title, String... more) throws IOException {
    return read(title, String.join("\n    ", more), "");
  }

  private Source detailed(String text) throws IOException {
    return read("name", "", "  detail:\n    address: url\n    fields:\n      text: " + text + "\n");
  }

  private Source read(String title, String more, String detail) throws IOException {
    var file = Files.createDirectories(folder.resolve("yaml")).resolve("s.yaml");
    Files.writeString(file, """
        id: s
        names: {zh: 测试, en: Test}
        authority: {zh: 测试, en: Test}
        homepage: https://recalls.example/
        licence: none
        verified: unverified
        kind: recall
        language: en
        rhythm: {every: PT1H, expected: P7D}
        fetch:
          url: https://recalls.example/list.json
        read:
          format: json
          items: $.items
          fields:
            reference: id
            title: %s
            %s
        """.formatted(title, more) + detail);
    return switch (SourceCatalog.read(file)) {
      case SourceReading.Good good -> good.source();
      case SourceReading.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }

  private Fetched.Content content(String address, String text) {
    var body = Spool.fill(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null, Long.MAX_VALUE).body();
    var type = text.startsWith("<") ? "text/html; charset=utf-8" : "application/json";
    return new Fetched.Content(address, 200, Map.of("content-type", List.of(type)), body, now, null);
  }

  private final class Web implements Fetcher {
    @Override
    public Fetched fetch(Request request) {
      return content(request.address(), web.getOrDefault(request.address(), ""));
    }

    @Override
    public void close() {}
  }
}
