package io.fengsui.crawler.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fengsui.crawler.fetch.Cause;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeedsTest {
  private static final String RSS = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:maker="http://purl.org/dc/elements/1.1/" xmlns:full="http://purl.org/rss/1.0/modules/content/">
      <channel><title>Recalls</title><link>https://office.example/</link><language>en-GB</language>
      <image><title>Logo</title><link>https://office.example/logo</link></image>
      <item><title>Kettle &amp;amp; lid</title><link>/k?a=1&amp;b=2</link><guid isPermaLink="false">k-1</guid>
       <pubDate>Wed, 19 Aug 2026 18:14:56 EST</pubDate><maker:creator>Ann</maker:creator><category>Kitchen</category>
       <description><![CDATA[<p onclick="x()">Lid <b>comes</b> off.<script>x()</script> <a href="/more">More</a><img src="javascript:x()"></p>]]></description>
       <full:encoded>&lt;p&gt;All of it&lt;/p&gt;</full:encoded></item>
      <item><title>Lamp</title><guid>https://office.example/lamp</guid></item></channel></rss>
      """;
  private static final String ATOM = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://office.example/list/" xml:lang="sv"><title type="html">A &amp;lt;b></title>
      <link rel="self" href="feed"/><link href=".."/>
      <entry><id>tag:office.example,2026:1</id><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Very <em>hot</em></div></title>
       <link rel="enclosure" href="a.pdf"/><link rel="alternate" href="1"/><updated>2026-08-19T18:14:56+02:00</updated>
       <author><name>Ann</name><email>ann@office.example</email></author><category term="Lamps"/>
       <summary>Plain &lt; text</summary><content type="html" xml:base="deep/">&lt;a href="x">x&lt;/a></content></entry></feed>
      """;
  private static final String RDF = """
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel rdf:about="https://office.example/"><title>Old</title><link>https://office.example/</link></channel>
      <item rdf:about="https://office.example/1"><title>One</title><link>https://office.example/1</link><dc:date>2026-08-19</dc:date>
       <dc:subject>Toys</dc:subject></item></rdf:RDF>
      """;
  private static final String JSON = """
      {"version":"https://jsonfeed.org/version/1.1","title":"J","home_page_url":"https://office.example/","language":"de","items":[
       {"id":7,"url":"https://office.example/7","title":"Seven","content_html":"<p>Hi<script>x</script></p>","tags":["a","b"],
        "date_published":"2026-08-19T10:00:00+02:00","authors":[{"name":"Ann"}],"attachments":[{"url":"x"}]},
       {"id":"8","content_text":"a < b"}]}
      """;

  private static Feed read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private static Feed read(byte[] bytes) {
    try {
      return Feeds.read(bytes, null, "https://office.example/feeds/all.xml");
    } catch (NotAFeed e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void rss_is_read_whatever_its_prefixes_are() {
    Feed feed = read(RSS);
    assertThat(feed).extracting(Feed::title, Feed::link, Feed::language, Feed::encoding, Feed::malformed)
        .containsExactly("Recalls", "https://office.example/", "en-GB", "utf-8", false);
    assertThat(feed.items().getFirst()).isEqualTo(new FeedEntry("k-1", "Kettle &amp; lid",
        "https://office.example/k?a=1&b=2", "2026-08-19T23:14:56Z", null, "Ann",
        "<p>Lid <b>comes</b> off. <a href=\"https://office.example/more\">More</a><img src=\"\" /></p>",
        "<p>All of it</p>", List.of("Kitchen")));
    assertThat(feed.items().getLast().link()).isEqualTo("https://office.example/lamp");
  }

  @Test
  void atom_is_read_with_its_types_and_bases() {
    Feed feed = read(ATOM);
    assertThat(feed).extracting(Feed::title, Feed::link, Feed::language).containsExactly("A &lt;b>",
        "https://office.example/", "sv");
    assertThat(feed.items()).containsExactly(new FeedEntry("tag:office.example,2026:1", "Very <em>hot</em>",
        "https://office.example/list/1", null, "2026-08-19T16:14:56Z", "Ann (ann@office.example)", "Plain < text",
        "<a href=\"https://office.example/list/deep/x\">x</a>", List.of("Lamps")));
  }

  @Test
  void rdf_and_json_are_read() {
    assertThat(read(RDF).items()).containsExactly(new FeedEntry("https://office.example/1", "One",
        "https://office.example/1", null, "2026-08-19T00:00:00Z", null, null, null, List.of("Toys")));
    Feed json = read(JSON);
    assertThat(json).extracting(Feed::title, Feed::link, Feed::language, Feed::malformed).containsExactly("J",
        "https://office.example/", "de", false);
    assertThat(json.items().getFirst()).isEqualTo(new FeedEntry("7", "Seven", "https://office.example/7",
        "2026-08-19T08:00:00Z", null, "Ann", "<p>Hi</p>", "<p>Hi</p>", List.of("a", "b")));
    assertThat(json.items().getLast().content()).isEqualTo("a < b");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<rss><channel><title>T</title><item><title>One</title><description>a & b</description></item></channel></rss>",
      "<rss><channel><title>T</title><item><title>One</title><description>a &amp; b</description></item><item><title>Two",
      "<rss><channel><title>T<item><title>One<description>a &amp; b</item></channel></rss>",
      "\n <?xml version='1.0'?><rss><channel><title>T</title><item><title>One</title><description>a &amp; b</description></item></channel></rss>",
      "Warning: x in y<br><rss><channel><title>T</title><item><title>One</title><description>a &amp; b</description></item></channel></rss>",
      "<rss><channel><title>T</title><item><x:y/><title>One</title><description>a &amp; b\u0001</description></item></channel></rss>",
      "<rss><channel><title>T</title><item><title>One</title><description><![CDATA[a & b</description></item></channel></rss>",
      "<rss><channel><title>T</title><item><title>One</title></b><description>a &amp; b</description></item></channel></rss>"})
  void what_is_not_well_formed_still_yields_what_is_there(String text) {
    Feed feed = read(text);
    assertThat(feed.malformed()).isTrue();
    assertThat(feed.title()).isEqualTo("T");
    assertThat(feed.items().getFirst().title()).isEqualTo("One");
    assertThat(feed.items().getFirst().summary().replace("&amp;", "&")).isEqualTo("a & b");
  }

  @ParameterizedTest
  @CsvSource({"windows-1251,Привет", "gb18030,警示", "big5,警示", "euc-kr,리콜", "shift_jis,リコール", "utf-16le,Älg",
      "utf-32be,Älg", "iso-8859-1,Älg"})
  void a_declared_charset_is_believed_where_it_fits(String charset, String word) {
    String text = "<?xml version=\"1.0\" encoding=\"" + charset + "\"?><rss><channel><title>" + word
        + "</title></channel></rss>";
    Feed feed = read(text.getBytes(Charset.forName(charset)));
    assertThat(feed).extracting(Feed::title, Feed::encoding, Feed::malformed).containsExactly(word, charset, false);
  }

  @Test
  void a_charset_that_does_not_fit_is_not_believed() {
    byte[] bytes = "\uFEFF<?xml version='1.0' encoding='us-ascii'?><rss><channel><title>Älg</title></channel></rss>"
        .getBytes(StandardCharsets.UTF_8);
    assertThat(read(bytes)).extracting(Feed::title, Feed::encoding, Feed::malformed).containsExactly("Älg", "utf-8",
        true);
  }

  @Test
  void entities_that_explode_or_fetch_are_never_expanded() {
    Feed feed = read(
        """
            <!DOCTYPE rss [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd"><!ENTITY % d "x">
            <!ENTITY e "Eve">]><rss><channel><title>&b;&c;&e;&eacute;</title></channel></rss>""");
    assertThat(feed.title()).doesNotContain("aaaa").doesNotContain("root").contains("Eveé");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "<html><body>x</body></html>", "{\"a\":1}", "{", "<a/>", "<", "<!DOCTYPE"})
  void something_else_is_said_to_be_no_feed(String text) {
    assertThatExceptionOfType(NotAFeed.class)
        .isThrownBy(() -> Feeds.read(text.getBytes(StandardCharsets.UTF_8), null, null));
  }

  @Test
  void a_long_feed_is_streamed() throws Exception {
    int[] seen = {0};
    var outline = Feeds
        .<RuntimeException>read(() -> new Endless("<rss><channel>", "<item><title>x</title></item>", 50_000,
            "</channel></rss>"), (item, root) -> seen[0]++);
    assertThat(seen[0]).isEqualTo(50_000);
    assertThat(outline.malformed()).isNull();
    assertThat(outline.root().content()).hasSize(1);
  }

  @Test
  void a_hundred_megabytes_of_nested_tags_end_soon() {
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> assertThatExceptionOfType(NotAFeed.class)
        .isThrownBy(() -> Feeds.<RuntimeException>read(() -> new Endless("<rss><channel>", "<b>", 33_000_000, ""),
            (item, root) -> {}))
        .matches(e -> e.reason() == Cause.TOO_DEEP));
  }

  @ParameterizedTest
  @ValueSource(strings = {"</a", "<!", "<!--", "<![CDATA[", "&", "&a;", "<title><link>", "<a b=\"", "<a b='x", "<item>",
      "<b>", "</item>", "<?", "<script>",
      "&amp;lt;!", "&amp;lt;a", "&amp;amp;", "<p style='", "\0", "<a ", "< "})
  void what_repeats_without_end_costs_no_more_than_its_length(String piece) {
    String text = "<rss><channel><item><title>" + piece.repeat(400_000 / piece.length()) + "</title><description>"
        + piece.repeat(400_000 / piece.length());
    Assertions.assertTimeout(Duration.ofSeconds(5), () -> {
      try {
        Feeds.read(text.getBytes(StandardCharsets.UTF_8), null, null);
      } catch (NotAFeed e) {
        assertThat(e.getMessage()).isNotBlank();
      }
    });
  }

  @Test
  void a_fault_late_in_a_feed_costs_no_item_and_doubles_none() throws Exception {
    var titles = new ArrayList<String>();
    var outline = Feeds.<RuntimeException>read(
        () -> new StringReader("<rss><channel>" + "<item><title>a</title></item>".repeat(3)
            + "<item><title>b & c</title></item><item><title>d</title></item></channel></rss>"),
        (item, root) -> titles.add(item.text()));
    assertThat(titles).containsExactly("a", "a", "a", "b & c", "d");
    assertThat(outline.malformed()).isNotNull();
    assertThat(outline.cutOff()).isFalse();
  }

  /** A text that is too long to hold. */
  private static final class Endless extends Reader {
    private final String piece;
    private final String tail;
    private String now;
    private int left;
    private int at;

    Endless(String head, String piece, int times, String tail) {
      this.now = head;
      this.piece = piece;
      this.left = times;
      this.tail = tail;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      int written = 0;
      while (written < length) {
        if (at == now.length()) {
          if (left < 0)
            break;
          now = left-- == 0 ? tail : piece;
          at = 0;
        } else
          buffer[offset + written++] = now.charAt(at++);
      }
      return written == 0 ? -1 : written;
    }

    @Override
    public void close() {
      // Nothing is open.
    }
  }
}
