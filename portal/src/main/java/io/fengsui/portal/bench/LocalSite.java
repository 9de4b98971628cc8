package io.fengsui.portal.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * A site on this machine to crawl: notice pages of about 6 KB, a list page for each hundred of them, an index, a robots.txt,
 * and feeds that never change. Pages are made as they are asked for, always the same, so that a large site needs no memory.
 */
final class LocalSite implements AutoCloseable {
  static final int LISTED = 100;
  private static final int LINKS = 20;
  private static final String[] WORDS = """
      salmonella listeria poultry rejection aflatoxin pistachio pesticide residue recall alert allergen undeclared milk egg
      charger battery overheating plug socket lamp helmet toy choking magnet cord phthalates lead cadmium nickel textile
      authority consumer batch importer border sample laboratory limit exceeded withdrawn sold between and the of from
      """
      .strip().split("\\s+");

  private final int notices;
  private final DisposableServer server;

  LocalSite(int notices) {
    this.notices = notices;
    server = HttpServer.create().host("127.0.0.1").port(0).handle(this::answer).bindNow();
  }

  String address() {
    return "http://127.0.0.1:" + server.port();
  }

  int notices() {
    return notices;
  }

  int lists() {
    return notices / LISTED;
  }

  /** Index, lists and notices. */
  int pages() {
    return 1 + lists() + notices;
  }

  private Mono<Void> answer(HttpServerRequest request, HttpServerResponse response) {
    String tag = "\"1\"";
    if (request.uri().startsWith("/feed")) {
      response.header("ETag", tag);
      if (tag.equals(request.requestHeaders().get("If-None-Match")))
        return response.status(304).send();
    }
    String page = page(request.uri());
    return page == null
        ? response.status(404).send()
        : response.header("Content-Type", type(request.uri()))
            .sendByteArray(Mono.just(page.getBytes(StandardCharsets.UTF_8))).then();
  }

  private static String type(String path) {
    return path.endsWith(".txt") ? "text/plain" : path.endsWith(".xml") ? "application/rss+xml" : "text/html";
  }

  private @Nullable String page(String path) {
    if (path.equals("/robots.txt"))
      return "User-agent: *\nDisallow: /private/\n";
    if (path.equals("/index.html"))
      return frame("Notices", links("/list", 0, lists()));
    if (path.startsWith("/feed"))
      return GeneratedFeed.of(number(path, "/feed", ".xml"), 20);
    int list = number(path, "/list", ".html");
    if (list >= 0 && list < lists())
      return frame("List " + list, links("/n/", list * LISTED, (list + 1) * LISTED));
    int notice = number(path, "/n/", ".html");
    return notice >= 0 && notice < notices ? notice(notice) : null;
  }

  /** -1 where the path is of another kind. */
  private static int number(String path, String before, String after) {
    if (!path.startsWith(before) || !path.endsWith(after))
      return -1;
    String digits = path.substring(before.length(), path.length() - after.length());
    return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : -1;
  }

  private String notice(int number) {
    Random random = new Random(number);
    String body = IntStream.range(0, 5).mapToObj(i -> "<p>" + words(random, 90) + "</p>").collect(Collectors.joining());
    String related = random.ints(10, 0, notices).mapToObj(other -> link("/n/", other, words(random, 4)))
        .collect(Collectors.joining());
    return frame("Notice " + number, "<h1>Notice %d: %s</h1><time datetime=\"2026-09-%02d\">September</time>".formatted(
        number, words(random, 6), 1 + number % 28) + "<span class=\"country\">PL</span><div class=\"body\">" + body
        + "</div><ul class=\"related\">" + related + "</ul>");
  }

  private String frame(String title, String main) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + title
        + "</title></head><body><nav>"
        + links("/list", 0, Math.min(LINKS, lists())) + "</nav><main>" + main + "</main></body></html>";
  }

  private static String links(String path, int from, int to) {
    return IntStream.range(from, to).mapToObj(i -> link(path, i, "No. " + i))
        .collect(Collectors.joining("", "<ul>", "</ul>"));
  }

  private static String link(String path, int number, String text) {
    return "<li><a href=\"" + path + number + ".html\">" + text + "</a></li>";
  }

  private static String words(Random random, int count) {
    return random.ints(count, 0, WORDS.length).mapToObj(i -> WORDS[i]).collect(Collectors.joining(" "));
  }

  @Override
  public void close() {
    server.disposeNow();
  }
}
