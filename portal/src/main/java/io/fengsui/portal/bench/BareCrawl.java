package io.fengsui.portal.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * The floor of crawling: every link of a site followed with the JDK's client, a virtual thread for each page and jsoup; no
 * robots.txt, nothing kept.
 */
final class BareCrawl {
  private static final int AT_ONCE = 64;

  private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Set<String> known = ConcurrentHashMap.newKeySet();
  private final Semaphore free = new Semaphore(AT_ONCE);
  private final Phaser running = new Phaser(1);
  private final AtomicInteger pages = new AtomicInteger();
  private volatile List<String> last = List.of();

  /** Follows everything from that page and returns how many pages were read. */
  int run(String address) {
    follow(address);
    running.arriveAndAwaitAdvance();
    http.close();
    return pages.get();
  }

  private void follow(String address) {
    if (!known.add(address))
      return;
    running.register();
    Thread.ofVirtual().start(() -> {
      try {
        read(address);
      } finally {
        running.arriveAndDeregister();
      }
    });
  }

  private void read(String address) {
    free.acquireUninterruptibly();
    Document page;
    try {
      String html = http.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
      page = Jsoup.parse(html, address);
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(address, failed);
    } finally {
      free.release();
    }
    pages.incrementAndGet();
    if (address.contains("/n/"))
      last = List.of(page.select("h1").text(), page.select("time").attr("datetime"), page.select("span.country").text(),
          page.select("div.body").text());
    for (Element link : page.select("a[href]"))
      follow(link.absUrl("href"));
  }

  /** Of the notice that was read last: so that no compiler finds the reading useless. */
  List<String> last() {
    return last;
  }
}
