package io.fengsui.portal.bench;

import io.fengsui.crawler.article.Article;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An article page of 80 KB, read for its main text, title, author, date and language, beside the floor of doing anything with a
 * page: parse it, take its links and its text. In turn, on one thread, by CPU time.
 */
final class PageRace {
  private static final int SIZE = 80_000;
  private static final int WARM_UP = 1_000;
  private static final int PAGES = 300;
  private final int rounds;
  private final String page = page();

  PageRace(int rounds) {
    this.rounds = rounds;
  }

  /**
   * Medians over the rounds.
   *
   * @param ratio of the floor's CPU time to ours, of the same round: 1 where reading an article costs nothing more
   */
  record Result(int bytes, double articlesPerSecond, double floorsPerSecond, double ratio) {}

  /** Takes some seconds. */
  Result run() {
    time(PageRace::article, WARM_UP);
    time(PageRace::floor, WARM_UP);
    double[] ours = new double[rounds];
    double[] floors = new double[rounds];
    double[] ratios = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      ours[i] = time(PageRace::article, PAGES);
      floors[i] = time(PageRace::floor, PAGES);
      ratios[i] = floors[i] / ours[i];
    }
    return new Result(page.length(), PAGES / median(ours), PAGES / median(floors), median(ratios));
  }

  private static int article(String html) {
    return Article.of(Jsoup.parse(html), null).text().length();
  }

  private static int floor(String html) {
    Document page = Jsoup.parse(html);
    int links = 0;
    for (Element link : page.select("a[href]"))
      links += link.attr("href").length();
    return links + page.text().length();
  }

  /** CPU seconds. */
  private double time(ToIntFunction<String> reading, int times) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long start = threads.getCurrentThreadCpuTime();
    int length = 0;
    for (int i = 0; i < times; i++)
      length += reading.applyAsInt(page);
    if (length == 0)
      throw new IllegalStateException("nothing was read");
    return (threads.getCurrentThreadCpuTime() - start) / 1e9;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  /** A third is text, the rest is menus, teasers, scripts and styles, as in the press. */
  private static String page() {
    var words = new Random(7);
    var html = new StringBuilder(SIZE + 1_000).append("<!DOCTYPE html><html lang=en><head><meta charset=utf-8>"
        + "<title>Kettles recalled after burns | The Harbour Courier</title><meta property=\"og:title\" content=\"Kettles recalled after burns\">"
        + "<meta property=\"article:published_time\" content=\"2026-05-03T10:15:00+01:00\"><style>")
        .append(".card{display:flex;margin:0 auto}\n".repeat(200)).append("</style><script>")
        .append("window.settings.push({slot:'top',sizes:[[300,250]]});\n".repeat(120))
        .append("</script></head><body><header class=\"site-header\"><nav class=\"main-menu\"><ul>");
    for (int i = 0; i < 60; i++)
      html.append("<li class=\"menu-item\"><a href=\"/section/").append(i).append("\">").append(sentence(words, 2))
          .append("</a></li>");
    html.append("</ul></nav></header><main><article class=\"story\"><h1>Kettles recalled after burns</h1>"
        + "<div class=\"byline\">By <a href=\"/by/jo\">Jo Harper</a> <time datetime=\"2026-05-03\">3 May 2026</time></div><div class=\"story-body\">");
    for (int i = 0; i < 45; i++)
      html.append("<p class=\"story-text\">").append(sentence(words, 40)).append("<a href=\"/tag/").append(i)
          .append("\">kettles</a> ").append(sentence(words, 22)).append("<em>again</em>.</p>\n")
          .append(i % 9 == 4
              ? "<h2>" + sentence(words, 5)
                  + "</h2><figure><img src=\"/i.jpg\"><figcaption>A kettle</figcaption></figure>"
              : "");
    html.append("</div></article><aside class=\"sidebar\"><h3>Most read</h3>");
    for (int i = 0; html.length() < SIZE - 1_500; i++)
      html.append("<div class=\"card teaser\"><a class=\"card__link\" href=\"/story/").append(i)
          .append("\"><img alt=\"\" src=\"/t.jpg\"><h4>")
          .append(sentence(words, 8)).append("</h4></a><p class=\"card__text\">").append(sentence(words, 14))
          .append("</p><span class=\"card__date\">2 May</span></div>\n");
    return html.append(
        "</aside></main><footer class=\"site-footer\"><p>Copyright 2026 The Harbour Courier</p></footer></body></html>")
        .toString();
  }

  private static final String[] WORDS = "the kettle lid may open while water boils and its user can be burned so owners should stop using it, contact the seller for a free part or a refund and keep children away from hot steam"
      .split(" ");

  private static String sentence(Random random, int length) {
    var text = new StringBuilder();
    for (int i = 0; i < length; i++)
      text.append(WORDS[random.nextInt(WORDS.length)]).append(i % 13 == 12 ? ", " : " ");
    return text.toString();
  }
}
