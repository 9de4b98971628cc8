package io.fengsui.crawler.fetch;

import static io.fengsui.crawler.fetch.Publisher.reply;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpFetcherTest {
  private static final long MAX = 4 << 20;
  private Publisher publisher;
  private HttpFetcher fetcher;

  @BeforeEach
  void start() throws IOException {
    publisher = new Publisher();
    fetcher = fetcher(List.of("127.0.0.1"));
  }

  @AfterEach
  void stop() {
    fetcher.close();
    publisher.close();
  }

  @Test
  void a_page_arrives_with_its_headers_and_its_hash() throws IOException {
    publisher.page("/list",
        exchange -> reply(exchange, 200, "[1]", "Content-Type", "application/json", "ETag", "\"a\""));
    var content = content(get("/list"));
    assertThat(text(content)).isEqualTo("[1]");
    assertThat(content.header("etag")).isEqualTo("\"a\"");
    assertThat(content.body().sha256())
        .isEqualTo("080a9ed428559ef602668b4c00f114f1a11c3f6b02a435f0bdc154578e4d7f22");
    assertThat(content.cut()).isNull();
  }

  @Test
  void it_says_who_asks_and_how_to_reach_them() {
    var agents = new java.util.concurrent.CopyOnWriteArrayList<String>();
    publisher.page("/list", exchange -> {
      agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
      reply(exchange, 200, "x");
    });
    content(get("/list")).body().close();
    assertThat(agents).containsExactly("Fengsui/0.1 (+mailto:ops@example.org)");
  }

  @Test
  void an_unchanged_page_is_not_sent_again() {
    publisher.page("/list", exchange -> reply(exchange,
        "\"a\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match")) ? 304 : 200, ""));
    assertThat(fetcher.fetch(conditional("/list", "\"a\"", null))).isInstanceOf(Fetched.NotModified.class);
    assertThat(fetcher.fetch(conditional("/list", "\"b\"", null))).isInstanceOf(Fetched.Content.class);
  }

  @Test
  void not_modified_is_no_answer_to_a_request_without_a_condition() {
    publisher.page("/list", exchange -> reply(exchange, 304, ""));
    assertThat(failed(get("/list")).cause()).isEqualTo(Cause.STATUS);
  }

  @Test
  void gzip_and_both_kinds_of_deflate_are_undone() throws IOException {
    byte[] words = "Rückruf 召回 ".repeat(1000).getBytes(StandardCharsets.UTF_8);
    publisher.page("/gzip", exchange -> reply(exchange, 200, gzip(words), "Content-Encoding", "gzip"));
    publisher.page("/zlib", exchange -> reply(exchange, 200, deflate(words, false), "Content-Encoding", "deflate"));
    publisher.page("/raw", exchange -> reply(exchange, 200, deflate(words, true), "Content-Encoding", "deflate"));
    for (var path : List.of("/gzip", "/zlib", "/raw"))
      assertThat(text(content(get(path)))).isEqualTo(new String(words, StandardCharsets.UTF_8));
  }

  @Test
  void a_body_beyond_its_limit_is_cut_there_and_what_came_before_is_kept() {
    publisher.page("/huge", exchange -> {
      exchange.sendResponseHeaders(200, 1L << 30);
      byte[] chunk = new byte[1 << 16];
      for (int i = 0; i < 1 << 14; i++)
        exchange.getResponseBody().write(chunk);
    });
    long start = System.nanoTime();
    try (var body = content(get("/huge")).body()) {
      assertThat(body.size()).isEqualTo(MAX);
    }
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    assertThat(content(get("/huge")).cut().cause()).isEqualTo(Cause.TOO_LARGE);
  }

  @Test
  void a_gzip_bomb_is_stopped_long_before_it_is_large() throws IOException {
    byte[] bomb = gzip(new byte[64 << 20]);
    publisher.page("/bomb", exchange -> reply(exchange, 200, bomb, "Content-Encoding", "gzip"));
    var content = content(Request.get("s", publisher.address("/bomb"), 1L << 30, Duration.ofSeconds(20)));
    try (var body = content.body()) {
      assertThat(content.cut().cause()).isEqualTo(Cause.BOMB);
      assertThat(body.size()).isLessThan(8 << 20);
    }
  }

  @Test
  void a_drip_of_bytes_ends_at_the_deadline() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> drip(server));
      long start = System.nanoTime();
      var result = bare(List.of("127.0.0.1"), "http://127.0.0.1:" + server.getLocalPort() + "/robots.txt",
          Duration.ofMillis(700));
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(600), Duration.ofSeconds(3));
      assertThat(result).isInstanceOfSatisfying(Fetched.Content.class, content -> {
        assertThat(content.cut().cause()).isEqualTo(Cause.TIMEOUT);
        assertThat(content.body().size()).isPositive();
      });
    }
  }

  @Test
  void a_server_that_accepts_and_says_nothing_ends_at_the_deadline() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var result = bare(List.of("127.0.0.1"), "http://127.0.0.1:" + server.getLocalPort() + "/",
          Duration.ofMillis(300));
      assertThat(result).isInstanceOfSatisfying(Fetched.Failed.class,
          failed -> assertThat(failed.cause()).isEqualTo(Cause.TIMEOUT));
    }
  }

  @Test
  void a_body_that_breaks_off_is_kept_as_far_as_it_came() {
    publisher.page("/half", exchange -> {
      exchange.sendResponseHeaders(200, 100);
      exchange.getResponseBody().write("half".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    });
    var content = content(get("/half"));
    assertThat(content.cut().cause()).isEqualTo(Cause.MALFORMED);
    assertThat(content.body().size()).isEqualTo(4);
  }

  @Test
  void redirects_are_followed_and_a_loop_of_them_is_left() throws IOException {
    publisher.page("/old", exchange -> reply(exchange, 301, "", "Location", "/new?a=b c"));
    publisher.page("/new", exchange -> reply(exchange, 200, "here"));
    publisher.page("/loop", exchange -> reply(exchange, 302, "", "Location", "/loop"));
    var content = content(get("/old"));
    assertThat(text(content)).isEqualTo("here");
    assertThat(content.address()).isEqualTo(publisher.address("/new?a=b%20c"));
    assertThat(failed(get("/loop")).cause()).isEqualTo(Cause.REDIRECT);
    assertThat(publisher.asked().stream().filter("GET /loop"::equals)).hasSize(6);
  }

  @Test
  void a_redirect_to_the_metadata_service_or_to_a_file_is_not_followed() {
    publisher.page("/cloud",
        exchange -> reply(exchange, 302, "", "Location", "http://169.254.169.254/latest/meta-data/"));
    publisher.page("/file", exchange -> reply(exchange, 302, "", "Location", "file:///etc/passwd"));
    assertThat(fetcher.fetch(get("/cloud"))).isInstanceOfSatisfying(Fetched.Refused.class,
        refused -> assertThat(refused.cause()).isEqualTo(Cause.EGRESS));
    assertThat(failed(get("/file")).cause()).isEqualTo(Cause.REDIRECT);
  }

  @Test
  void another_host_does_not_get_the_secret_headers() {
    var seen = new java.util.concurrent.CopyOnWriteArrayList<String>();
    publisher.page("/list", exchange -> reply(exchange, 302, "", "Location",
        publisher.address("/else").replace("127.0.0.1", "localhost")));
    publisher.page("/else", exchange -> {
      seen.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization-Key")));
      reply(exchange, 200, "x");
    });
    try (var open = fetcher(List.of("127.0.0.0/8", "localhost"))) {
      var request = new Request("s", "GET", publisher.address("/list"), "", Map.of("Authorization-Key", "secret"), null,
          null, null, Set.of(), MAX, Duration.ofSeconds(5));
      assertThat(open.fetch(request)).isInstanceOf(Fetched.Content.class);
    }
    assertThat(seen).containsExactly("null");
  }

  @Test
  void loopback_is_out_of_reach_unless_it_is_listed() {
    for (var host : List.of("127.0.0.1", "localhost", "2130706433", "0x7f.1", "[::1]", "[::ffff:127.0.0.1]"))
      assertThat(bare(List.of(), "http://" + host + ":1/", Duration.ofSeconds(5))).as(host)
          .isInstanceOfSatisfying(Fetched.Refused.class,
              refused -> assertThat(refused.cause()).isEqualTo(Cause.EGRESS));
  }

  @Test
  void only_web_addresses_are_fetched() {
    for (var address : List.of("ftp://example.org/", "file:///etc/passwd", "gopher://x", "no address", "http://a@b/"))
      assertThat(fetcher.fetch(Request.get("s", address, MAX, Duration.ofSeconds(1)))).as(address)
          .isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void a_challenge_is_not_content_even_with_status_200() {
    publisher.page("/wall", exchange -> reply(exchange, 200,
        "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body></body></html>"));
    publisher.page("/denied", exchange -> reply(exchange, 403,
        "<HTML><HEAD>\n<TITLE>Access Denied</TITLE>\n</HEAD><BODY>Reference #18</BODY></HTML>"));
    publisher.page("/login", exchange -> reply(exchange, 200,
        "<html><title>Sign in - Portal</title><form><input name=p type=\"password\"></form></html>"));
    publisher.page("/about", exchange -> reply(exchange, 200,
        "<html><title>Recalls</title><form><input type=password></form>access denied</html>"));
    assertThat(failed(get("/wall")).cause()).isEqualTo(Cause.CHALLENGE);
    assertThat(failed(get("/denied")).cause()).isEqualTo(Cause.CHALLENGE);
    assertThat(failed(get("/login")).cause()).isEqualTo(Cause.FORBIDDEN);
    assertThat(fetcher.fetch(get("/about"))).isInstanceOf(Fetched.Content.class);
  }

  @Test
  void statuses_have_their_causes_and_an_accepted_one_is_content() {
    for (int status : List.of(401, 403, 404, 410, 500, 503))
      publisher.page("/" + status, exchange -> reply(exchange, status, "no"));
    assertThat(failed(get("/401")).cause()).isEqualTo(Cause.FORBIDDEN);
    assertThat(failed(get("/403")).cause()).isEqualTo(Cause.FORBIDDEN);
    assertThat(failed(get("/404")).cause()).isEqualTo(Cause.STATUS);
    assertThat(failed(get("/500")).message()).contains("500");
    var request = new Request("s", "GET", publisher.address("/404"), "", Map.of(), null, null, null, Set.of(404), MAX,
        Duration.ofSeconds(5));
    assertThat(content(request).status()).isEqualTo(404);
  }

  @Test
  void a_host_that_asks_for_time_is_left_alone() {
    publisher.page("/busy", exchange -> reply(exchange, 429, "slow down", "Retry-After", "120"));
    var first = failed(get("/busy"));
    assertThat(first.cause()).isEqualTo(Cause.THROTTLED);
    assertThat(first.retryAfter()).isEqualTo(Duration.ofSeconds(120));
    var second = failed(get("/busy"));
    assertThat(second.cause()).isEqualTo(Cause.THROTTLED);
    assertThat(second.retryAfter()).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(120));
    assertThat(publisher.asked().stream().filter("GET /busy"::equals)).hasSize(1);
  }

  @Test
  void robots_txt_is_obeyed_and_asked_for_once() {
    publisher.page("/robots.txt", exchange -> reply(exchange, 200,
        "User-agent: *\nDisallow: /api/\nAllow: /api/open\n\nUser-agent: other\nDisallow: /", "Content-Type",
        "text/plain"));
    publisher.page("/api/", exchange -> reply(exchange, 200, "x"));
    assertThat(fetcher.fetch(get("/api/list"))).isInstanceOfSatisfying(Fetched.Refused.class,
        refused -> assertThat(refused.cause()).isEqualTo(Cause.ROBOTS));
    assertThat(fetcher.fetch(get("/api/open"))).isInstanceOf(Fetched.Content.class);
    assertThat(publisher.asked()).containsExactly("GET /robots.txt", "GET /api/open");
  }

  @Test
  void a_robots_txt_that_is_broken_forbids_everything() {
    publisher.page("/robots.txt", exchange -> reply(exchange, 500, ""));
    publisher.page("/list", exchange -> reply(exchange, 200, "x"));
    assertThat(fetcher.fetch(get("/list"))).isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void a_robots_txt_without_end_is_read_to_its_limit() {
    publisher.page("/robots.txt", exchange -> {
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write("User-agent: *\nDisallow: /closed\n".getBytes(StandardCharsets.UTF_8));
      byte[] chunk = "# nothing\n".repeat(5000).getBytes(StandardCharsets.UTF_8);
      for (int i = 0; i < 1000; i++)
        exchange.getResponseBody().write(chunk);
    });
    publisher.page("/list", exchange -> reply(exchange, 200, "x"));
    assertThat(fetcher.fetch(get("/closed"))).isInstanceOf(Fetched.Refused.class);
    assertThat(fetcher.fetch(get("/list"))).isInstanceOf(Fetched.Content.class);
  }

  @Test
  void a_name_without_address_a_closed_port_and_a_failed_handshake_are_told_apart() throws IOException {
    int closed;
    try (var socket = new ServerSocket(0)) {
      closed = socket.getLocalPort();
    }
    assertThat(failed(Request.get("s", "http://no-such-host.invalid/", MAX, Duration.ofSeconds(10))).cause())
        .isEqualTo(Cause.DNS);
    assertThat(failed(Request.get("s", "http://127.0.0.1:" + closed + "/", MAX, Duration.ofSeconds(10))).cause())
        .isEqualTo(Cause.CONNECT);
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(server, "HTTP/1.1 400 Bad Request\r\n\r\n"));
      assertThat(
          failed(Request.get("s", "https://127.0.0.1:" + server.getLocalPort() + "/", MAX, Duration.ofSeconds(5)))
              .cause())
          .isEqualTo(Cause.TLS);
    }
  }

  @Test
  void a_form_is_posted_and_becomes_a_get_after_a_redirect() throws IOException {
    publisher.page("/form", exchange -> reply(exchange, 303, "", "Location",
        "/done?" + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    publisher.page("/done", exchange -> reply(exchange, 200, exchange.getRequestURI().getQuery()));
    var request = new Request("s", "POST", publisher.address("/form"), "", Map.of(), "rows=5", null, null, Set.of(),
        MAX,
        Duration.ofSeconds(5));
    assertThat(text(content(request))).isEqualTo("rows=5");
    assertThat(publisher.asked()).contains("POST /form", "GET /done?rows=5");
  }

  @Test
  void two_requests_to_a_host_keep_their_distance() {
    publisher.page("/list", exchange -> reply(exchange, 200, "x"));
    var settings = new FetchSettings("", List.of("127.0.0.1"), Duration.ofMillis(200));
    try (var polite = new HttpFetcher(settings, Clock.systemUTC())) {
      long start = System.nanoTime();
      polite.fetch(get("/list"));
      polite.fetch(get("/list"));
      // Three requests: the first is for robots.txt.
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(390));
    }
  }

  @Test
  void garbage_instead_of_http_is_a_failure() throws IOException {
    try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> answer(server, "\0\0 what?\r\n\r\n".repeat(50)));
      var result = bare(List.of("127.0.0.1"), "http://127.0.0.1:" + server.getLocalPort() + "/", Duration.ofSeconds(3));
      assertThat(result).isInstanceOf(Fetched.Failed.class);
    }
  }

  @Test
  void a_name_that_changes_its_mind_leads_nowhere() {
    publisher.page("/list", exchange -> reply(exchange, 200, "x", "Connection", "close"));
    var answers = new java.util.ArrayDeque<>(List.of("127.0.0.1", "127.0.0.1", "169.254.169.254"));
    EgressGuard.Names names = host -> new InetAddress[]{InetAddress.ofLiteral(answers.remove())};
    try (var rebound = fetcher(names)) {
      var address = publisher.address("/list").replace("127.0.0.1", "rebound.example");
      var request = Request.get("s", address, MAX, Duration.ofSeconds(5));
      // One connection for robots.txt, one for the page: each to the very address that was checked.
      publisher.page("/robots.txt", exchange -> reply(exchange, 404, "none", "Connection", "close"));
      assertThat(rebound.fetch(request)).isInstanceOf(Fetched.Content.class);
      assertThat(rebound.fetch(request)).isInstanceOfSatisfying(Fetched.Refused.class,
          refused -> assertThat(refused.cause()).isEqualTo(Cause.EGRESS));
      assertThat(answers).isEmpty();
    }
  }

  @Test
  void one_bad_address_among_good_ones_is_enough_to_refuse() {
    EgressGuard.Names names = host -> new InetAddress[]{InetAddress.ofLiteral("127.0.0.1"),
        InetAddress.ofLiteral("fd00:ec2::254")};
    try (var mixed = fetcher(names)) {
      var address = publisher.address("/list").replace("127.0.0.1", "mixed.example");
      assertThat(mixed.fetch(Request.get("s", address, MAX, Duration.ofSeconds(5))))
          .isInstanceOf(Fetched.Refused.class);
    }
    assertThat(publisher.asked()).isEmpty();
  }

  @Test
  void headers_that_drip_end_at_the_deadline_and_headers_without_end_at_their_limit() throws IOException {
    for (var line : List.of("X", "X-Header: 1\r\n".repeat(100)))
      try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        Thread.ofVirtual().start(() -> dripHeaders(server, line));
        long start = System.nanoTime();
        var result = bare(List.of("127.0.0.1"), "http://127.0.0.1:" + server.getLocalPort() + "/",
            Duration.ofMillis(700));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(result).isInstanceOf(Fetched.Failed.class);
      }
  }

  @Test
  void redirects_that_never_repeat_come_to_an_end_too() {
    publisher.page("/next/", exchange -> reply(exchange, 302, "", "Location",
        exchange.getRequestURI().getPath() + "x/"));
    assertThat(failed(get("/next/")).cause()).isEqualTo(Cause.REDIRECT);
    assertThat(publisher.asked().stream().filter(asked -> asked.startsWith("GET /next/"))).hasSize(6);
  }

  @Test
  void addresses_in_disguise_are_seen_through() {
    for (var host : List.of("0177.0.0.1", "0x7f000001", "127.1", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]", "[fe80::1%251]", "[fe80::1]", "169.254.169.254", "2852039166", "0xa9fea9fe",
        "user@127.0.0.1"))
      assertThat(bare(List.of(), "http://" + host + ":1/", Duration.ofSeconds(5))).as(host)
          .isNotInstanceOf(Fetched.Content.class)
          .satisfies(result -> assertThat(result instanceof Fetched.Refused
              || result instanceof Fetched.Failed failed && failed.cause() == Cause.DNS).isTrue());
  }

  @ParameterizedTest
  @CsvSource({"404 - Page not found | Agency,SOFT_404", "Error 404,SOFT_404", "页面不存在_市场监管总局,SOFT_404",
      "ページが見つかりません｜消費者庁,SOFT_404", "Seite nicht gefunden - Amt,SOFT_404", "Not Found,SOFT_404",
      "Site under maintenance,MAINTENANCE", "系统维护中,MAINTENANCE", "Wartungsarbeiten,MAINTENANCE",
      "시스템 점검 중입니다,MAINTENANCE", "Maintenance en cours,MAINTENANCE"})
  void a_page_that_stands_in_for_another_is_a_failure(String title, Cause cause) {
    publisher.page("/list", exchange -> reply(exchange, 200,
        "<!doctype html><html><head><title>" + title + "</title></head><body><p>Sorry</p></body></html>"));
    assertThat(failed(get("/list")).cause()).isEqualTo(cause);
  }

  @Test
  void the_title_of_a_stand_in_is_read_in_its_own_charset() {
    byte[] page = "<html><head><meta charset=gb2312><title>页面不存在</title></head><body>您访问的页面已经被删除</body></html>"
        .getBytes(java.nio.charset.Charset.forName("GBK"));
    publisher.page("/list", exchange -> reply(exchange, 200, page));
    assertThat(failed(get("/list")).cause()).isEqualTo(Cause.SOFT_404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Recall of trucks: missed scheduled maintenance may cause fire",
      "Maintenance manuals recalled",
      "关于电梯维护保养的召回公告", "Login software recalled", "Child not found in car: seat alarm recall", "Notices 404 to 420",
      "Wartung von Gasthermen: Rückruf"})
  void a_notice_that_speaks_of_such_things_is_content(String title) {
    String links = "<a href=x>x</a>".repeat(60);
    publisher.page("/list", exchange -> reply(exchange, 200,
        "<!doctype html><html><head><title>" + title + "</title></head><body>" + links + "</body></html>"));
    assertThat(fetcher.fetch(get("/list"))).isInstanceOf(Fetched.Content.class);
  }

  private static void dripHeaders(ServerSocket server, String line) {
    try (var socket = server.accept()) {
      var out = socket.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write(line.getBytes(StandardCharsets.US_ASCII));
        out.flush();
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      // The client hung up.
    }
  }

  private static HttpFetcher fetcher(EgressGuard.Names names) {
    return new HttpFetcher(new FetchSettings("", List.of(), Duration.ZERO), Clock.systemUTC(),
        new EgressGuard(List.of("127.0.0.1"), names));
  }

  private static void answer(ServerSocket server, String text) {
    try (var socket = server.accept()) {
      socket.getInputStream().read();
      socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    } catch (IOException e) {
      // The client hung up.
    }
  }

  private static void drip(ServerSocket server) {
    try (var socket = server.accept()) {
      var out = socket.getOutputStream();
      out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      while (true) {
        out.write('x');
        out.flush();
        Thread.sleep(20);
      }
    } catch (IOException | InterruptedException e) {
      // The client hung up.
    }
  }

  /** Without asking robots.txt first. */
  private static Fetched bare(List<String> allow, String address, Duration timeout) {
    try (var fetcher = fetcher(allow)) {
      return new Errand(fetcher, Request.get("s", address, MAX, timeout), false).run();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static HttpFetcher fetcher(List<String> allow) {
    return new HttpFetcher(new FetchSettings("mailto:ops@example.org", allow, Duration.ZERO), Clock.systemUTC());
  }

  private Request get(String path) {
    return Request.get("s", publisher.address(path), MAX, Duration.ofSeconds(10));
  }

  private Request conditional(String path, String etag, String lastModified) {
    return new Request("s", "GET", publisher.address(path), "", Map.of(), null, etag, lastModified, Set.of(), MAX,
        Duration.ofSeconds(5));
  }

  private Fetched.Content content(Request request) {
    var result = fetcher.fetch(request);
    assertThat(result).isInstanceOf(Fetched.Content.class);
    return (Fetched.Content) result;
  }

  private Fetched.Failed failed(Request request) {
    var result = fetcher.fetch(request);
    assertThat(result).isInstanceOf(Fetched.Failed.class);
    return (Fetched.Failed) result;
  }

  private static String text(Fetched.Content content) throws IOException {
    try (var body = content.body(); var stream = body.open()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static byte[] deflate(byte[] bytes, boolean bare) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var deflate = new DeflaterOutputStream(out, new Deflater(6, bare))) {
      deflate.write(bytes);
    }
    return out.toByteArray();
  }
}
