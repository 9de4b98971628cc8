package io.fengsui.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assertions;

/** Strict and lenient reading held against each other and against rome; mutilated feeds against nothing but their bounds. */
class FeedsAgreeTest {
  private static final List<String> TEXTS = List.of("Kettle", "", " two  words ", "a &amp; b",
      "&lt;p&gt;x &amp;amp; y&lt;/p&gt;",
      "<![CDATA[<p>c & d</p>]]>", "1 &lt; 2", "&#233;t&#xE9;", "名称", "x<!-- no -->y", "<![CDATA[a]]><![CDATA[b]]>",
      "\n\tline\n", "&#38;nbsp;",
      "&quot;q&apos;", "<b>bold</b> &amp; <i a=\"1\" b='&lt;2'>x</i>", "<br/>", "https://office.example/?a=1&amp;b=2",
      "emoji &#x1F525;");
  private static final List<String> DATES = List.of("Wed, 19 Aug 2026 18:14:56 GMT", "Thu, 1 Jan 2026 00:00:00 +0100",
      "2026-08-19T10:00:00Z");

  @Provide
  Arbitrary<String> rss() {
    Arbitrary<String> text = Arbitraries.of(TEXTS);
    Arbitrary<String> element = Combinators
        .combine(Arbitraries.of("title", "link", "description", "guid", "category", "author",
            "dc:creator", "dc:date", "content:encoded", "media:title", "x:y", "source", "comments"), text,
            Arbitraries.of("", " isPermaLink=\"false\"", " xml:base=\"https://b.example/d/\"", " type='html'",
                " domain=\"&amp;\""))
        .as((name, value, attribute) -> "<" + name + attribute + ">" + value + "</" + name + ">");
    Arbitrary<String> item = element.list().ofMaxSize(6).map(all -> "<item>" + String.join("\n ", all) + "</item>");
    return Combinators.combine(element.list().ofMaxSize(3), item.list().ofMaxSize(4))
        .as((head,
            items) -> "<?xml version=\"1.0\"?>\n<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                + " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\" xmlns:media=\"http://search.yahoo.com/mrss/\" xmlns:x=\"urn:x\">"
                + "<channel>" + String.join("", head) + String.join("\n", items) + "</channel></rss>");
  }

  @Provide
  Arbitrary<String> atom() {
    Arbitrary<String> text = Arbitraries.of(TEXTS);
    Arbitrary<String> element = Combinators.combine(Arbitraries.of("title", "summary", "content", "id", "rights"), text,
        Arbitraries.of("", " type=\"html\"", " type=\"xhtml\"", " type=\"text\"", " xml:lang='de'"))
        .as((name, value, attribute) -> "<" + name + attribute + ">" + value + "</" + name + ">");
    Arbitrary<String> other = Arbitraries.of("<link href='a'/>", "<link rel='self' href='b'/>", "<category term='t'/>",
        "<author><name>Ann</name></author>", "<updated>2026-08-19T10:00:00Z</updated>", "<content type='xhtml'><div"
            + " xmlns='http://www.w3.org/1999/xhtml'><p>x <b>y</b></p></div></content>");
    Arbitrary<String> entry = Arbitraries.oneOf(element, other).list().ofMaxSize(6)
        .map(all -> "<entry>" + String.join("", all) + "</entry>");
    return entry.list().ofMaxSize(3)
        .map(
            all -> "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>T</title>" + String.join("\n", all) + "</feed>");
  }

  private static List<FeedEntry> strict(String text, String[] title) throws Exception {
    Feed feed = Feeds.read(text.getBytes(StandardCharsets.UTF_8), null, "https://office.example/");
    assertThat(feed.malformed()).as(text).isFalse();
    title[0] = feed.title() + feed.link() + feed.language();
    return feed.items();
  }

  private static List<FeedEntry> lenient(String text, String[] title) throws NotAFeed, IOException {
    var items = new ArrayList<FeedEntry>();
    var outline = Feeds.<RuntimeException>lenient(() -> new StringReader(text),
        (item, root) -> items.add(Facts.entry(item, root, "https://office.example/")), 0, "");
    assertThat(outline.cutOff()).isFalse();
    Facts facts = Facts.channel(outline.root(), "https://office.example/");
    title[0] = facts.value("title") + facts.value("link") + facts.value("language");
    return items;
  }

  @Property(tries = 1_000)
  void strict_and_lenient_reading_of_rss_agree(@ForAll("rss") String text) throws Exception {
    String[] titles = new String[2];
    String[] other = new String[2];
    assertThat(lenient(text, other)).as(text).isEqualTo(strict(text, titles));
    assertThat(other).isEqualTo(titles);
  }

  @Property(tries = 500)
  void strict_and_lenient_reading_of_atom_agree(@ForAll("atom") String text) throws Exception {
    String[] titles = new String[2];
    String[] other = new String[2];
    assertThat(lenient(text, other)).as(text).isEqualTo(strict(text, titles));
    assertThat(other).isEqualTo(titles);
  }

  @Provide
  Arbitrary<String> plain() {
    Arbitrary<String> words = Arbitraries.of("Kettle", "Lamp and lid", "警示", "x &amp; y", "<![CDATA[a & b]]>");
    Arbitrary<String> item = Combinators
        .combine(words, Arbitraries.integers().between(1, 99), Arbitraries.of(DATES), words).as((
            title, number, date, about) -> "<item><title>" + title + "</title><link>https://office.example/" + number
                + "</link><guid isPermaLink=\"false\">g" + number + "</guid><pubDate>" + date + "</pubDate><category>c"
                + number
                + "</category><description>" + about + "</description></item>");
    return item.list().ofMinSize(1).ofMaxSize(5).map(all -> "<rss version=\"2.0\"><channel><title>T</title>"
        + "<link>https://office.example/</link><description>D</description>" + String.join("\n", all)
        + "</channel></rss>");
  }

  @Property(tries = 300)
  void rome_finds_the_same(@ForAll("plain") String text) throws Exception {
    SyndFeed rome = new SyndFeedInput().build(new StringReader(text));
    List<FeedEntry> ours = strict(text, new String[1]);
    assertThat(ours).extracting(FeedEntry::title).map(FeedsAgreeTest::unescaped)
        .isEqualTo(rome.getEntries().stream().map(SyndEntry::getTitle).toList());
    assertThat(ours).extracting(FeedEntry::link).isEqualTo(rome.getEntries().stream().map(SyndEntry::getLink).toList());
    assertThat(ours).extracting(FeedEntry::id).isEqualTo(rome.getEntries().stream().map(SyndEntry::getUri).toList());
    assertThat(ours).extracting(FeedEntry::published)
        .isEqualTo(rome.getEntries().stream().map(entry -> entry.getPublishedDate().toInstant().toString()).toList());
    assertThat(ours).extracting(entry -> unescaped(entry.summary()))
        .isEqualTo(rome.getEntries().stream().map(entry -> entry.getDescription().getValue()).toList());
    assertThat(ours).extracting(entry -> entry.categories().getFirst())
        .isEqualTo(rome.getEntries().stream().map(entry -> entry.getCategories().getFirst().getName()).toList());
  }

  private static String unescaped(String text) {
    return text.replace("&amp;", "&");
  }

  @Property(tries = 2_000)
  void a_mutilated_feed_is_read_or_refused_in_no_time(@ForAll("rss") String text, @ForAll int place, @ForAll int length,
      @ForAll("junk") String junk) {
    int at = Math.floorMod(place, text.length());
    int to = Math.min(text.length(), at + Math.floorMod(length, 40));
    String mutilated = text.substring(0, at) + junk
        + text.substring(Math.floorMod(length, 5) == 0 ? text.length() : to);
    Assertions.assertTimeout(Duration.ofSeconds(2), () -> {
      try {
        Feeds.read(mutilated.getBytes(StandardCharsets.UTF_8), null, null).items().forEach(FeedsAgreeTest::assertSafe);
      } catch (NotAFeed e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    });
  }

  @Provide
  Arbitrary<String> junk() {
    return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(8),
        Arbitraries.of("<", "</", "<![CDATA[", "]]>", "&", "&#x;", "&#1114112;",
            "<!--", "-->", "<!DOCTYPE", "\"", "'", "\0", "<item>", "</item>", "</channel>", "<a b=", "<?", "<script>",
            "<svg onload=x>", "javascript:",
            "<img src=x onerror=x>", "<a href='java&#10;script:x'>", "\uD800", "\uFEFF"));
  }

  @Property(tries = 2_000)
  void nothing_dangerous_passes(@ForAll("hostile") String html) {
    assertHarmless(SafeHtml.of(html, "https://office.example/", false));
    assertHarmless(SafeHtml.of(html, null, true));
  }

  @Provide
  Arbitrary<String> hostile() {
    return Arbitraries
        .of("<script>", "</script>", "<style>", "</style>", "<svg>", "</svg>", "<math>", "<p ", "<a href=",
            "javascript:x",
            "\"javascript:x\"", "'java\tscript:x'", "&#106;avascript:x", "<img src=x onerror=x>", " onclick=x", ">",
            "<", "</p>", "\"", "'", "`",
            "<!--", "-->", "--!>", "<![CDATA[", "]]>", "<noscript>", "</noscript>", "<textarea>", "</textarea>",
            "<title>", "<iframe src=x>",
            " style=\"background:url(javascript:x)\"", " style='color:red'", "<form action=javascript:x>",
            "<base href=x>", "<meta http-equiv=refresh>",
            "<b title=\"</textarea><img src=x onerror=x>\">", "/", "=", " x", "&lt;script&gt;", "<object data=x>",
            "<select>", "<option>", "<xmp>", "<plaintext>")
        .list().ofMaxSize(10).map(all -> String.join("", all));
  }

  private static void assertSafe(FeedEntry entry) {
    // A plain text is shown as such; what has mark-up was made safe.
    assertThat(entry.categories()).doesNotContain("");
  }

  private static void assertHarmless(String html) {
    for (Element element : Jsoup.parseBodyFragment(html).body().getAllElements()) {
      assertThat(element.normalName()).as(html).isNotIn("script", "style", "iframe", "object", "embed", "svg", "math",
          "base", "meta", "link");
      element.attributes().forEach(attribute -> {
        assertThat(attribute.getKey()).as(html).doesNotStartWith("on");
        assertThat(attribute.getValue().replaceAll("[\\s\\p{Cntrl}]", "").toLowerCase()).as(html)
            .matches(value -> !value.startsWith("javascript:"));
      });
    }
  }
}
