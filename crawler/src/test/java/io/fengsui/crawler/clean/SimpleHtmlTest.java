package io.fengsui.crawler.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SimpleHtmlTest {
  private static final List<String> PIECES = List.of("word", " ", "\n", "a  b", "&amp;", "&nbsp;", "&lt;b&gt;",
      "&eacute;",
      "&copy", "&#8217;", "&#x41;", "&bogus;", "&", "&ampx", "\u00A0", "\r\n", "<", "< b", ">", "\"", "<p>", "</p>",
      "<P>", "<div>",
      "</div>", "<div class='x y'>", "<ul>", "</ul>", "<ol>", "</ol>", "<li>", "</li>", "<h2>", "</h2>", "<h3>", "<b>",
      "</b>",
      "<a href=\"https://x.example/?a=1&b=2\">", "</a>", "<a href=x>", "<span style=\"a>b\">", "</span>", "<br>",
      "<br/>", "<br />",
      "</br>", "<img src=\"i.jpg\" alt='x'/>", "<img src=i>", "<p/>", "<b/>", "<blockquote>", "</blockquote>",
      "<section>",
      "</section>", "<table>", "<tr><td>", "</table>", "<script>x</script>", "<!-- c -->", "<i", "<hr>",
      "<em x = \"y\" z>", "</em >",
      "<strong\n>", "</strong>", "<font color=red/>", "<pre>\nx", "</pre>", "<select>", "<svg>", "<code>", "</code>",
      "<p x=\"'\">",
      "<o:p>", "</o:p>", "<p =\"x\">", "<b\"x\">");

  @Provide
  Arbitrary<String> html() {
    return Arbitraries.of(PIECES).list().ofMaxSize(14).map(pieces -> String.join("", pieces));
  }

  /** Well nested, so that most of it takes the short way. */
  @Provide
  Arbitrary<String> nested() {
    Arbitrary<String> words = Arbitraries.of("One", " two ", "&amp;", "<br>", "caf&eacute;\n", "<b>bold</b>",
        "<a href='/x'>y</a>");
    Arbitrary<String> line = words.list().ofMaxSize(5).map(all -> String.join("", all));
    return Arbitraries.lazyOf(() -> line, () -> line.map(text -> "<p>" + text + "</p>"),
        () -> line.list().ofMaxSize(4).map(all -> "<ul><li>" + String.join("</li>\n<li>", all) + "</li></ul>"),
        () -> nested().list().ofMaxSize(3).map(all -> "<div>" + String.join(" ", all) + "</div>"));
  }

  @Property(tries = 5_000)
  void what_it_reads_is_what_the_tree_says(@ForAll("html") String html) {
    CharSequence simple = SimpleHtml.of(html);
    if (simple != null)
      assertThat(PlainText.lines(simple.toString())).isEqualTo(HtmlText.ofTree(html));
  }

  @Property(tries = 1_000)
  void well_nested_html_is_read_without_a_tree(@ForAll("nested") String html) {
    CharSequence simple = SimpleHtml.of(html);
    assertThat(simple).isNotNull();
    assertThat(PlainText.lines(simple.toString())).isEqualTo(HtmlText.ofTree(html));
  }

  @Test
  void what_the_tree_would_mend_is_left_to_it() {
    for (String html : List.of("<p>a<p>b", "<li>a", "<table><tr><td>a", "a < b", "<p>a</div>", "<script>x</script>",
        "a\0b<b>"))
      assertThat(SimpleHtml.of(html)).as(html).isNull();
  }
}
