package io.fengsui.crawler;

import static io.fengsui.crawler.fetch.Publisher.reply;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.capture.Replay;
import io.fengsui.crawler.database.TestDatabase;
import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.FetchSettings;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.HttpFetcher;
import io.fengsui.crawler.fetch.Publisher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.SourceStates;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrawlerIT {
  private static final String HEAD = """
      names: {zh: 测试, en: Test}
      authority: {zh: 测试, en: Test}
      homepage: https://example.org/
      licence: Public domain
      verified: recorded
      kind: recall
      notifying: [SG]
      language: en
      rhythm: {every: PT6H, expected: P8D}
      """;
  private static final String JSON = """
      read:
        format: json
        items: $.items[*]
        fields: {reference: id, title: name}
      """;

  @TempDir
  private Path folder;
  private Archive archive;
  private Publisher publisher;
  private Fetcher live;

  @BeforeEach
  void start() throws IOException {
    archive = new Archive(folder.resolve("captures"));
    publisher = new Publisher();
    live = new HttpFetcher(new FetchSettings("", List.of("127.0.0.1"), Duration.ZERO), Clock.systemUTC());
  }

  @AfterEach
  void stop() {
    live.close();
    publisher.close();
    archive.captures.close();
  }

  @Test
  void recordings_of_an_address_become_revisions_one_per_crawl() throws IOException {
    write("one.json", items("a", "b"));
    write("two.json", items("a!", "c"));
    manifest("{source: s, files: '{n}.json', address: 'https://example.org/list?since=2024', type: application/json, "
        + "captured: '2024-01-02T03:04:05Z'}");
    var source = source("s", "fetch: {url: 'https://example.org/list?since={since}', "
        + "since: {pattern: yyyy, overlap: P3D, first: P30D}}\n" + JSON);
    try (var replay = new Replay(folder, folder.resolve("data"))) {
      var crawler = archive.crawler(replay);
      var first = crawler.crawl(source);
      assertThat(first.record().outcome()).isEqualTo(Outcome.DONE);
      assertThat(first.record().added()).isEqualTo(2);
      assertThat(first.more()).isTrue();
      assertThat(archive.states.since("s")).contains(java.time.Instant.parse("2024-01-02T03:04:05Z"));
      var second = crawler.crawl(source);
      assertThat(second.record().added()).isEqualTo(1);
      assertThat(second.record().revised()).isEqualTo(1);
      assertThat(second.more()).isFalse();
      assertThat(crawler.crawl(source).record().outcome()).isEqualTo(Outcome.NOT_MODIFIED);
    }
    assertThat(archive.dump("s", "a", "b", "c")).containsExactly("a: a, a!", "b: b", "c: c");
  }

  @Test
  void the_evidence_of_a_notice_can_be_read_back() throws IOException {
    publisher.page("/list", exchange -> reply(exchange, 200, items("a")));
    archive.crawler(live).crawl(source("s", "fetch: {url: '" + publisher.address("/list") + "'}\n" + JSON));
    var capture = archive.notices.revisions(new NoticeId("s", "a")).getFirst().capture();
    try (var body = archive.captures.open(capture)) {
      assertThat(body.open()).hasContent(items("a"));
    }
  }

  @Test
  void a_crawl_killed_at_any_page_and_done_again_ends_as_one_that_was_not() throws IOException {
    publisher.page("/list", exchange -> {
      int page = Integer.parseInt(exchange.getRequestURI().getQuery().replaceAll("\\D", ""));
      reply(exchange, 200, page > 4
          ? items()
          : items(IntStream.range(0, 700)
              .mapToObj(i -> "n" + (page * 650 + i)).toArray(String[]::new)));
    });
    var source = source("s", "fetch: {url: '" + publisher.address("/list?page={page}")
        + "', paging: {first: 1, step: 1, most: 50}}\n" + JSON);
    var expected = archive.crawler(live).crawl(source).record();
    assertThat(expected.outcome()).isEqualTo(Outcome.DONE);
    assertThat(expected.added()).isEqualTo(3 * 650 + 700);
    for (int kill = 1; kill < 6; kill++) {
      var other = new Archive(folder.resolve("captures" + kill));
      other.killAt = kill - 1;
      assertThatThrownBy(() -> other.crawler(new Killed(live, other.killAt)).crawl(source))
          .isInstanceOf(KilledError.class);
      var record = other.crawler(live).crawl(source).record();
      assertThat(record.outcome()).isEqualTo(Outcome.DONE);
      assertThat(record.read()).isEqualTo(expected.read());
      assertThat(other.notices.count()).isEqualTo(archive.notices.count());
      assertThat(other.notices.revisions(new NoticeId("s", "n1300"))).hasSize(1);
      other.captures.close();
    }
  }

  @Test
  void an_unchanged_list_is_not_read_again_and_does_not_heal_a_failure() throws IOException {
    var good = new boolean[]{true};
    publisher.page("/list", exchange -> {
      if (!good[0])
        reply(exchange, 500, "broken");
      else if ("\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match")))
        reply(exchange, 304, "");
      else
        reply(exchange, 200, items("a"), "ETag", "\"1\"");
    });
    var source = source("s", "fetch: {url: '" + publisher.address("/list") + "'}\n" + JSON);
    var crawler = archive.crawler(live);
    assertThat(crawler.crawl(source).record().outcome()).isEqualTo(Outcome.DONE);
    assertThat(crawler.crawl(source).record().outcome()).isEqualTo(Outcome.NOT_MODIFIED);
    good[0] = false;
    var failed = crawler.crawl(source).record();
    assertThat(failed.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed.cause()).isEqualTo(Cause.STATUS);
    good[0] = true;
    // Asked without a condition, so that the answer is one.
    assertThat(crawler.crawl(source).record().outcome()).isEqualTo(Outcome.DONE);
    assertThat(archive.states.all().get("s").failing()).isZero();
  }

  @Test
  void an_unchanged_list_is_told_by_its_address_even_with_a_key_in_it() throws IOException {
    publisher.page("/s3cr3t/list", exchange -> {
      boolean known = "\"1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
      reply(exchange, known ? 304 : 200, known ? "" : items("a"), "ETag", "\"1\"");
    });
    var source = source("s", "fetch: {url: '" + publisher.address("/{key}/list")
        + "', secrets: {'{key}': THE_KEY}}\n" + JSON);
    var crawler = new Crawler(live, archive.captures, archive.notices, archive.states, Clock.systemUTC(),
        Map.of("THE_KEY", "s3cr3t"));
    assertThat(crawler.crawl(source).record().outcome()).isEqualTo(Outcome.DONE);
    assertThat(crawler.crawl(source).record().outcome()).isEqualTo(Outcome.NOT_MODIFIED);
    assertThat(archive.notices.revisions(new NoticeId("s", "a")).getFirst().capture().address())
        .isEqualTo(publisher.address("/***/list"));
  }

  @Test
  void what_stood_before_a_break_is_kept_and_the_break_is_a_failure() throws IOException {
    publisher.page("/cut",
        exchange -> reply(exchange, 200, items("a", "b").replaceAll("]}$", ",{\"id\": \"c\", \"na"), "ETag", "\"1\""));
    publisher.page("/short", exchange -> {
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write(items("a", "b").getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    });
    for (var path : List.of("/cut", "/short")) {
      var id = path.substring(1);
      var record = archive.crawler(live).crawl(source(id, "fetch: {url: '" + publisher.address(path) + "'}\n" + JSON))
          .record();
      assertThat(record.outcome()).as(path).isEqualTo(Outcome.FAILED);
      assertThat(record.cause()).as(path).isEqualTo(Cause.MALFORMED);
      assertThat(record.added()).as(path).isEqualTo(2);
      assertThat(archive.states.validator(id, publisher.address(path))).isEmpty();
    }
  }

  @Test
  void empty_refused_and_rejected_are_told_apart() throws IOException {
    publisher.page("/empty", exchange -> reply(exchange, 200, items()));
    publisher.page("/none", exchange -> reply(exchange, 404, "none"));
    publisher.page("/nameless", exchange -> reply(exchange, 200, "{\"items\": [{\"id\": \"a\"}, {\"name\": \"b\"}]}"));
    publisher.page("/robots.txt", exchange -> reply(exchange, 200, "User-agent: *\nDisallow: /closed"));
    var crawler = archive.crawler(live);
    assertThat(crawler.crawl(plain("/empty", "")).record().outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(crawler.crawl(plain("/none", ", empty-status: [404]")).record().outcome()).isEqualTo(Outcome.EMPTY);
    assertThat(crawler.crawl(plain("/closed", "")).record()).satisfies(record -> {
      assertThat(record.outcome()).isEqualTo(Outcome.REFUSED);
      assertThat(record.cause()).isEqualTo(Cause.ROBOTS);
    });
    assertThat(crawler.crawl(plain("/empty", ", secrets: {Key: NO_SUCH_KEY}")).record().cause())
        .isEqualTo(Cause.NO_SECRET);
    assertThat(crawler.crawl(plain("/nameless", "")).record()).satisfies(record -> {
      assertThat(record.outcome()).isEqualTo(Outcome.FAILED);
      assertThat(record.cause()).isEqualTo(Cause.CHANGED_FORMAT);
      assertThat(record.rejected()).isEqualTo(2);
      assertThat(record.rejectedExample()).isNotBlank();
    });
  }

  @Test
  void documents_of_an_index_are_read_once_each_and_one_that_is_broken_holds_up_none() throws IOException {
    publisher.page("/index", exchange -> reply(exchange, 200, "<list>" + IntStream.range(0, 5)
        .mapToObj(i -> "<report><url>" + publisher.address("/doc/" + i) + ",</url></report>")
        .collect(Collectors.joining())
        + "</list>", "Content-Type", "text/xml", "ETag", "\"1\""));
    publisher.page("/doc/", exchange -> {
      var number = exchange.getRequestURI().getPath().substring(5);
      reply(exchange, number.equals("1") ? 404 : 200,
          "<report><item><id>%s</id><name>N</name></item></report>".formatted(number));
    });
    var source = source("s", """
        fetch:
          url: %s
          follow: {format: xml, paths: [//report/url], strip: ',$', template: '%s', most: 3}
        read: {format: xml, items: /report/item, fields: {reference: id, title: name}}
        """.formatted(publisher.address("/index"), publisher.address("/doc/{id}")));
    var crawler = archive.crawler(live);
    var first = crawler.crawl(source);
    assertThat(first.record().outcome()).isEqualTo(Outcome.FAILED);
    assertThat(first.record().added()).isEqualTo(2);
    assertThat(first.more()).isTrue();
    var second = crawler.crawl(source);
    assertThat(second.record().added()).isEqualTo(2);
    assertThat(second.more()).isFalse();
    assertThat(publisher.asked().stream().filter("GET /doc/0"::equals)).hasSize(1);
    assertThat(publisher.asked().stream().filter("GET /doc/1"::equals)).hasSize(2);
  }

  @Test
  void recorded_documents_are_played_without_their_index() throws IOException {
    for (int i : List.of(9, 10, 11))
      write("doc_" + i + ".xml", "<report><item><id>%d</id><name>N</name></item></report>".formatted(i));
    manifest("{source: s, files: 'doc_{id}.xml', address: 'https://example.org/doc/{id}', type: text/xml}");
    var source = source("s", """
        fetch:
          url: https://example.org/index
          follow: {format: xml, paths: [//report/url], template: 'https://example.org/doc/{id}', most: 3}
        read: {format: xml, items: /report/item, fields: {reference: id, title: name}}
        """);
    var added = new ArrayList<Integer>();
    try (var replay = new Replay(folder, folder.resolve("data"))) {
      CrawlReport report;
      do {
        report = archive.crawler(replay).crawl(source);
        added.add(report.record().added());
      } while (report.more() && added.size() < 10);
    }
    assertThat(added).containsExactly(1, 1, 1);
  }

  @Test
  void a_detail_page_that_fails_leaves_the_words_of_the_list_and_of_an_earlier_page() throws IOException {
    var broken = new boolean[1];
    publisher.page("/list",
        exchange -> reply(exchange, 200, "{\"items\": [{\"id\": \"a\", \"name\": \"A\", \"page\": \""
            + publisher.address("/a") + "\"}, {\"id\": \"b\", \"name\": \"B\", \"page\": \"" + publisher.address("/b")
            + "\"}]}"));
    publisher.page("/a",
        exchange -> reply(exchange, broken[0] ? 500 : 200, "<html><body><p class=t>More words</p></body></html>"));
    publisher.page("/b", exchange -> reply(exchange, 404, "gone"));
    var source = source("s", "fetch: {url: '" + publisher.address("/list") + "'}\n" + JSON.replace("title: name}",
        "title: name, links: [{rel: notice, path: page}]}") + "  detail: {address: link, fields: {text: .t}}\n");
    var crawler = archive.crawler(live);
    var record = crawler.crawl(source).record();
    assertThat(record.outcome()).isEqualTo(Outcome.DONE);
    assertThat(record.message()).startsWith("1 detail pages could not be read").contains("404");
    broken[0] = true;
    assertThat(crawler.crawl(source).record().revised()).isZero();
    assertThat(archive.notices.find(new NoticeId("s", "a")).orElseThrow().notice().text()).isEqualTo("More words");
    assertThat(archive.notices.find(new NoticeId("s", "b")).orElseThrow().notice().text()).isEmpty();
  }

  @Test
  void half_a_detail_page_takes_nothing_away_and_is_asked_for_again() throws IOException {
    var half = new boolean[1];
    var name = new String[]{"A"};
    publisher.page("/list", exchange -> reply(exchange, 200, "{\"items\": [{\"id\": \"a\", \"name\": \"" + name[0]
        + "\", \"page\": \"" + publisher.address("/a") + "\"}]}"));
    publisher.page("/a", exchange -> {
      var page = "<html><body><p class=t>More words</p></body></html>"
          .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, page.length);
      exchange.getResponseBody().write(page, 0, half[0] ? 12 : page.length);
      exchange.getResponseBody().flush();
    });
    var crawler = archive.crawler(live);
    crawler.crawl(detailed());
    half[0] = true;
    name[0] = "B";
    var record = crawler.crawl(detailed()).record();
    assertThat(record.revised()).isZero();
    assertThat(record.message()).startsWith("1 detail pages could not be read");
    assertThat(archive.notices.find(new NoticeId("s", "a")).orElseThrow().notice().text()).isEqualTo("More words");
    half[0] = false;
    assertThat(crawler.crawl(detailed()).record().revised()).isEqualTo(1);
    assertThat(archive.notices.find(new NoticeId("s", "a")).orElseThrow().notice()).satisfies(notice -> {
      assertThat(notice.title()).isEqualTo("B");
      assertThat(notice.text()).isEqualTo("More words");
    });
  }

  @Test
  void a_detail_page_that_a_server_stumbles_over_is_asked_for_again_and_holds_up_no_other() throws IOException {
    var broken = new boolean[]{true};
    publisher.page("/list", exchange -> reply(exchange, 200, pages(8)));
    publisher.page("/page/", exchange -> {
      int number = number(exchange);
      reply(exchange, broken[0] && number < 4 ? 500 : 200, "<html><p class=t>Words " + number + "</p></html>");
    });
    var crawler = archive.crawler(live);
    assertThat(crawler.crawl(detailed()).record().message()).startsWith("4 detail pages could not be read");
    assertThat(archive.notices.find(new NoticeId("s", "n7")).orElseThrow().notice().text()).isEqualTo("Words 7");
    broken[0] = false;
    assertThat(crawler.crawl(detailed()).record().revised()).isEqualTo(4);
    assertThat(publisher.asked().stream().filter("GET /page/7"::equals)).hasSize(1);
  }

  @Test
  void in_whatever_order_detail_pages_come_the_archive_is_that_of_one_by_one() throws IOException {
    var slow = new boolean[1];
    publisher.page("/list", exchange -> reply(exchange, 200, pages(90)));
    publisher.page("/page/", exchange -> {
      int number = number(exchange);
      if (slow[0])
        pause(ThreadLocalRandom.current().nextInt(30));
      reply(exchange, number % 9 == 4 ? 404 : 200, "<html><p class=t>Words %d</p></html>".formatted(number % 70));
    });
    var settings = new FetchSettings("", List.of("127.0.0.1"), Duration.ZERO, 8);
    try (var wide = new HttpFetcher(settings, Clock.systemUTC())) {
      archive.crawler(new Narrow(wide)).crawl(detailed());
      slow[0] = true;
      for (int run = 0; run < 3; run++) {
        var other = new Archive(folder.resolve("other" + run));
        assertThat(other.crawler(wide).crawl(detailed()).record().added()).isEqualTo(90);
        assertThat(other.everything(90)).isEqualTo(archive.everything(90));
        other.captures.close();
      }
    }
  }

  @Test
  void a_crawl_that_breaks_gives_back_every_page_that_it_asked_for() throws Exception {
    publisher.page("/list", exchange -> reply(exchange, 200, pages(30)));
    publisher.page("/page/", exchange -> {
      pause(number(exchange) == 3 ? 300 : 0);
      reply(exchange, 200, "<html><p class=t>Words</p></html>");
    });
    var settings = new FetchSettings("", List.of("127.0.0.1"), Duration.ZERO, 8);
    try (var wide = new HttpFetcher(settings, Clock.systemUTC())) {
      var counting = new Counting(wide, "/page/3");
      var record = archive.crawler(counting).crawl(detailed()).record();
      assertThat(record.cause()).isEqualTo(Cause.INTERNAL);
      assertThat(record.added()).isEqualTo(3);
      for (int i = 0; i < 100 && counting.open.get() > 0; i++)
        Thread.sleep(50);
      assertThat(counting.all.get()).isGreaterThan(4);
      assertThat(counting.open.get()).isZero();
    }
  }

  /** A source of {@code /list} whose notices have pages of their own. */
  private Source detailed() {
    return source("s", "fetch: {url: '" + publisher.address("/list") + "'}\n" + JSON.replace("title: name}",
        "title: name, links: [{rel: notice, path: page}]}") + "  detail: {address: link, fields: {text: .t}}\n");
  }

  /** A list of so many notices, each with a page. */
  private String pages(int count) {
    return IntStream.range(0, count).mapToObj(i -> "{\"id\": \"n%d\", \"name\": \"N%d\", \"page\": \"%s\"}"
        .formatted(i, i, publisher.address("/page/" + i))).collect(Collectors.joining(",", "{\"items\": [", "]}"));
  }

  private static int number(HttpExchange exchange) {
    return Integer.parseInt(exchange.getRequestURI().getPath().replaceAll("\\D", ""));
  }

  private static void pause(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Source plain(String path, String more) {
    return source(path.substring(1), "fetch: {url: '" + publisher.address(path) + "'" + more + "}\n" + JSON);
  }

  private Source source(String id, String yaml) {
    try {
      var sources = Files.createDirectories(folder.resolve("sources-" + java.util.UUID.randomUUID()));
      Files.writeString(sources.resolve(id + ".yaml"), "id: " + id + "\n" + HEAD + yaml);
      var catalog = SourceCatalog.load(sources);
      assertThat(catalog.faults()).isEmpty();
      return catalog.source(id).orElseThrow();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private void manifest(String entry) throws IOException {
    write("recordings.yaml", "recordings:\n  - " + entry + "\n");
  }

  /** Items whose reference is the name without its exclamation marks. */
  private static String items(String... names) {
    return java.util.stream.Stream.of(names)
        .map(name -> "{\"id\": \"" + name.replace("!", "") + "\", \"name\": \"" + name + "\"}")
        .collect(Collectors.joining(",", "{\"items\": [", "]}"));
  }

  private static final class Archive {
    private final Jdbi jdbi = Jdbi.create(TestDatabase.fresh());
    private final NoticeStore notices = new NoticeStore(jdbi);
    private final SourceStates states = new SourceStates(jdbi);
    private final CaptureStore captures;
    private int killAt;

    private Archive(Path folder) {
      captures = new CaptureStore(folder, Clock.systemUTC());
    }

    private Crawler crawler(Fetcher fetcher) {
      return new Crawler(fetcher, captures, notices, states, Clock.systemUTC(), Map.of());
    }

    /** Every notice as it is stored, with what it was read from, in the order of storing. */
    private List<String> everything(int count) {
      return IntStream.rangeClosed(1, count).mapToObj(number -> notices.find((long) number).orElseThrow().notice())
          .map(notice -> notice + " from " + notices.revisions(notice.id()).stream()
              .map(revision -> revision.capture().address() + " " + revision.capture().sha256()).toList())
          .toList();
    }

    /** Each notice with its titles, oldest first. */
    private List<String> dump(String source, String... references) {
      return java.util.stream.Stream.of(references).map(reference -> reference + ": " + notices
          .revisions(new NoticeId(source, reference)).reversed().stream().map(revision -> revision.notice().title())
          .collect(Collectors.joining(", "))).toList();
    }
  }

  /** Ends the process, as far as a crawl can tell, after so many responses. */
  private static final class Killed implements Fetcher {
    private final Fetcher fetcher;
    private int left;

    private Killed(Fetcher fetcher, int left) {
      this.fetcher = fetcher;
      this.left = left;
    }

    @Override
    public Fetched fetch(Request request) {
      if (left-- <= 0)
        throw new KilledError();
      return fetcher.fetch(request);
    }

    @Override
    public void close() {}
  }

  /** One page after the other. */
  private record Narrow(Fetcher fetcher) implements Fetcher {
    @Override
    public Fetched fetch(Request request) {
      return fetcher.fetch(request);
    }

    @Override
    public int width() {
      return 0;
    }

    @Override
    public void close() {}
  }

  /** Counts bodies that were not closed, and breaks over one address after its response came. */
  private static final class Counting implements Fetcher {
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger all = new AtomicInteger();
    private final Fetcher fetcher;
    private final String broken;

    private Counting(Fetcher fetcher, String broken) {
      this.fetcher = fetcher;
      this.broken = broken;
    }

    @Override
    public Fetched fetch(Request request) {
      var fetched = fetcher.fetch(request);
      if (request.address().endsWith(broken))
        throw new IllegalStateException("broken on purpose");
      if (!(fetched instanceof Fetched.Content c))
        return fetched;
      open.incrementAndGet();
      all.incrementAndGet();
      return new Fetched.Content(c.address(), c.status(), c.headers(), new CountedBody(c.body(), open), c.at(),
          c.recording(), c.cut());
    }

    @Override
    public int width() {
      return fetcher.width();
    }

    @Override
    public void close() {}
  }

  private record CountedBody(Body body, AtomicInteger left)
      implements
        Body {
    @Override
    public long size() {
      return body.size();
    }

    @Override
    public InputStream open() throws IOException {
      return body.open();
    }

    @Override
    public String sha256() {
      return body.sha256();
    }

    @Override
    public void close() {
      body.close();
      left.decrementAndGet();
    }
  }

  private static final class KilledError extends Error {
    private static final long serialVersionUID = 1;
  }
}
