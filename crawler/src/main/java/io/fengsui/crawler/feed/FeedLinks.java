package io.fengsui.crawler.feed;

import io.fengsui.crawler.clean.Links;
import io.fengsui.crawler.clean.PlainText;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Finds the feeds that a page names. */
public final class FeedLinks {
  private static final Map<String, String> TYPES = Map.of("application/rss+xml", "rss", "application/rdf+xml", "rss",
      "application/x-rss+xml", "rss", "text/rss+xml", "rss", "text/rss", "rss", "application/atom+xml", "atom",
      "text/atom+xml", "atom", "application/feed+json", "json");
  /** Types that are not a feed's alone: such a link counts where its address looks like a feed's. */
  private static final Set<String> VAGUE = Set.of("application/json", "application/xml", "text/xml", "");
  private static final Pattern LOOKS = Pattern.compile(
      "(?i)\\.(?:rss|rdf|atom)(?:$|\\?)|/(?:rss|atom|feed|feeds)(?:\\d?\\.(?:xml|json|php|aspx?|jsp))?/?(?:$|\\?)"
          + "|(?:rss|feed|atom)[\\w-]*\\.(?:xml|json|php|aspx?|jsp)(?:$|\\?)|[?&](?:feed|format|type|output)=(?:rss|atom|feed|json)");
  private static final Pattern FILE = Pattern.compile("(?i)\\.xml(?:$|\\?)");
  private static final Pattern NAMED = Pattern.compile("(?i)\\b(?:rss|atom|feed|xml)\\b|订阅");
  private static final int MOST = 50;

  private FeedLinks() {}

  /**
   * A feed that a page names.
   *
   * @param address absolute, http or https
   * @param title   what the page calls it, empty where it says nothing
   * @param type    {@code rss}, {@code atom}, {@code json}, or {@code unknown} where only the address gave it away
   */
  public record FeedLink(String address, String title, String type) {}

  /**
   * The feeds that a page names, each once, in its order: those of its {@code <link rel=alternate>}; where it has none, the plain
   * links that look like feeds. At most 50.
   *
   * @param base the page's own address; a {@code <base href>} in the page wins
   */
  public static List<FeedLink> of(String html, URI base) {
    Document page = Jsoup.parse(html, base.toString());
    String start = page.select("base[href]").stream().findFirst()
        .flatMap(element -> Links.absolute(base.toString(), element.attr("href"))).orElse(base.toString());
    var found = new LinkedHashMap<String, FeedLink>();
    page.select("link[rel~=(?i)\\b(?:alternate|feed)\\b][href]")
        .forEach(link -> add(found, start, link, declared(link)));
    if (found.isEmpty())
      page.select("a[href]").forEach(link -> add(found, start, link, guessed(link)));
    return found.values().stream().limit(MOST).toList();
  }

  private static void add(Map<String, FeedLink> found, String start, Element link, String type) {
    // The feed: scheme (never registered) stands before a whole address, or in place of http.
    String href = link.attr("href").strip().replaceFirst("(?i)^feed:(?=https?:)", "").replaceFirst("(?i)^feed://",
        "http://");
    String title = PlainText.line(link.hasAttr("title") ? link.attr("title") : link.text());
    if (!type.isEmpty())
      Links.absolute(start, href)
          .ifPresent(address -> found.putIfAbsent(address, new FeedLink(address, title, type)));
  }

  /** The type that the page declares, empty for something else. */
  private static String declared(Element link) {
    String declared = link.attr("type").toLowerCase(Locale.ROOT).replaceFirst(";.*", "").strip();
    String known = TYPES.get(declared);
    if (known != null)
      return known;
    boolean feed = link.attr("rel").toLowerCase(Locale.ROOT).contains("feed") && VAGUE.contains(declared);
    return feed || VAGUE.contains(declared) && LOOKS.matcher(link.attr("href")).find()
        ? ofAddress(link.attr("href"))
        : "";
  }

  private static String guessed(Element link) {
    String href = link.attr("href");
    boolean named = NAMED.matcher(link.text() + " " + link.attr("title") + " " + link.attr("class")).find();
    return LOOKS.matcher(href).find() || FILE.matcher(href).find() && named ? ofAddress(href) : "";
  }

  private static String ofAddress(String href) {
    String lower = href.toLowerCase(Locale.ROOT);
    if (lower.contains("atom"))
      return "atom";
    if (lower.contains(".json") || lower.contains("=json"))
      return "json";
    return lower.contains("rss") || lower.contains(".rdf") ? "rss" : "unknown";
  }
}
