package io.fengsui.portal.workbench;

import io.fengsui.crawler.clean.Charsets;
import io.fengsui.crawler.clean.Languages;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.feed.FeedLinks;
import io.fengsui.crawler.feed.FeedLinks.FeedLink;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Makes the beginning of a description out of an address: of a feed, of a page that names feeds, of anything else. */
public final class Drafting {
  private static final long BYTES = 4L << 20;
  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final int LONGEST = 2_000;

  private final Fetcher fetcher;
  private final Predicate<String> taken;

  /**
   * @param fetcher that refuses addresses inside the operator's network
   * @param taken   whether there is a source with that id
   */
  public Drafting(Fetcher fetcher, Predicate<String> taken) {
    this.fetcher = fetcher;
    this.taken = taken;
  }

  /** A page that names feeds is offered with them, unless the page itself is wanted. */
  Drafted of(String pasted, boolean itself) {
    String address = address(pasted);
    if (address.isEmpty())
      return new Drafted.NoAddress();
    return switch (fetcher.fetch(Request.get("workbench", address, BYTES, TIMEOUT))) {
      case Fetched.Content content -> {
        try (var body = content.body()) {
          yield of(content, itself);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
      case Fetched.Failed(var at, var cause, var message, var wait, var glimpse) ->
        new Drafted.Failed(at, cause, message);
      case Fetched.Refused(var at, var cause, var message) -> new Drafted.Failed(at, cause, message);
      case Fetched.NotModified(var at) -> new Drafted.Failed(at, Cause.STATUS, "nothing recorded for this address");
    };
  }

  /** People paste addresses without their beginning, and with spaces around. */
  private static String address(String pasted) {
    String text = pasted.strip().replaceFirst("(?i)^feed:(//)?(?=https?:)", "").replaceFirst("(?i)^feed://",
        "https://");
    String whole = text.matches("(?i)https?://.*") ? text : text.contains("://") ? "" : "https://" + text;
    try {
      URI uri = URI.create(whole);
      return whole.length() <= LONGEST && uri.getHost() != null ? uri.toASCIIString() : "";
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  private Drafted of(Fetched.Content content, boolean itself) throws IOException {
    String text = text(content);
    String start = text.stripLeading().toLowerCase(Locale.ROOT);
    if (start.startsWith("{") || start.startsWith("["))
      return draft(content, start.contains("jsonfeed.org/version") ? DraftText.JSON_FEED : DraftText.JSON, "", "");
    Document xml = Jsoup.parse(text.substring(0, Math.min(text.length(), 1 << 16)), content.address(),
        Parser.xmlParser());
    if (xml.childNodeSize() > 0 && !xml.select("rss, rdf|RDF, feed").isEmpty() && !start.contains("<html"))
      return feed(content, xml);
    if (start.startsWith("<?xml") && !start.contains("<html"))
      return draft(content, DraftText.XML, "", "");
    if (!start.startsWith("<"))
      return draft(content, DraftText.CSV, "", "");
    List<FeedLink> feeds = itself ? List.of() : FeedLinks.of(text, URI.create(content.address()));
    return feeds.isEmpty() ? page(content, text) : new Drafted.Feeds(content.address(), feeds);
  }

  private Drafted feed(Fetched.Content content, Document xml) {
    var title = xml.select("channel > title, feed > title").first();
    var language = xml.select("channel > language, channel > dc|language").first();
    String declared = language != null ? language.text() : xml.select("feed").attr("xml:lang");
    String words = xml.select("item > title, entry > title").text();
    return draft(content, DraftText.FEED, title == null ? "" : PlainText.line(title.text()),
        Languages.tag(declared).orElseGet(() -> Languages.guess(words)));
  }

  private Drafted page(Fetched.Content content, String text) {
    Document page = Jsoup.parse(text, content.address());
    return draft(content, DraftText.HTML, PlainText.line(page.title()),
        Languages.tag(page.select("html").attr("lang")).orElseGet(() -> Languages.guess(page.title())));
  }

  private Drafted draft(Fetched.Content content, DraftText form, String title, String language) {
    String host = URI.create(content.address()).getHost();
    String name = title.isEmpty() ? host : title.length() > 100 ? title.substring(0, 100) : title;
    return new Drafted.Draft(form.yaml(id(host), name, content.address(), language.isEmpty() ? "und" : language));
  }

  private String id(String host) {
    String name = host.toLowerCase(Locale.ROOT).replaceFirst("^(?:www|feeds?|rss)\\d?\\.(?=.*\\.)", "")
        .replaceFirst("\\.[a-z]+$", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
    String id = name.isEmpty() ? "source" : name.length() > 60 ? name.substring(0, 60).replaceAll("-+$", "") : name;
    return taken.test(id)
        ? IntStream.iterate(2, i -> i + 1).mapToObj(i -> id + "-" + i).filter(taken.negate()).findFirst().orElseThrow()
        : id;
  }

  private static String text(Fetched.Content content) throws IOException {
    Charset charset = Charsets.of(content.body()::open, null, content.header("content-type"));
    try (InputStream in = content.body().open()) {
      String text = new String(in.readAllBytes(), charset);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }
  }
}
