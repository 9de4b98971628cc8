package io.fengsui.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a page is, it is read, or nothing is found in it: no failure, no end to the time. */
class HostilePageTest {
  private static final String PAGE = "<html lang=en><head><title>Kettle | Courier</title><meta property=og:title content=Kettle>"
      + "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2026-05-03\",\"author\":{\"name\":\"Ann\"}}</script>"
      + "</head><body><nav><ul><li><a href=/a>Home</a></ul></nav><article class=post><h1>Kettle</h1><time datetime=2026-05-03>"
      + "3 May 2026</time><p>The lid can open, and its user can be burned; 蓝色电热水壶。</p><br><br>More text, here.</article></body></html>";
  private static final List<String> PIECES = List.of("<div>", "</div>", "<p>", "</p>", "<a href=x>", "</a>", "<table>",
      "<td>",
      "<script type='application/ld+json'>", "</script>", "{\"@type\":[", "\"datePublished\":", "2026-02-31",
      "99999999999",
      "<title>", "<svg>", "<!--", "-->", "<time datetime='", "'>", "\u0000", "\uD800", "\u202E",
      "class='comment nav share ad'",
      "<h1>", "</h1>", "年月日", "<template>", "<form>", "<br>", "&#x0;", "<body>", "</html>");

  @Property(tries = 300)
  void a_page_that_was_cut_and_mended_at_random_is_read(@ForAll("mutated") String html) {
    Article article = Article.of(html.getBytes(StandardCharsets.UTF_8), null);
    assertThat(article.text()).isNotNull().doesNotContain("\u0000").doesNotContain("\u202E");
  }

  @Provide
  Arbitrary<String> mutated() {
    return Arbitraries.longs().map(seed -> {
      var random = new Random(seed);
      var html = new StringBuilder(PAGE);
      for (int i = random.nextInt(40); i >= 0; i--) {
        int at = random.nextInt(html.length() + 1);
        int to = Math.min(html.length(), at + random.nextInt(12));
        html.replace(at, random.nextBoolean() ? to : at, PIECES.get(random.nextInt(PIECES.size())));
      }
      return html.toString();
    });
  }

  @ParameterizedTest
  @ValueSource(strings = {"<div>", "<b>", "<a href=x>", "<table><tr><td>",
      "<div class=c><a href=x>A headline long enough</a></div>",
      "1.2.3.4-5/6 ", "2026-05-", "<time>1 May ", "a, ", "<li>", "<p>x", "<br>", "<h1>x</h1>", "作者：", "<article><p>",
      "<script type=application/ld+json>[[[[", "<span class=date>", "<blockquote>", "   \u00A0"})
  void a_page_of_one_thing_over_and_over_takes_little_time(String piece) {
    byte[] page = ("<html><title>x</title>" + piece.repeat(400_000 / piece.length())).getBytes(StandardCharsets.UTF_8);
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Article.of(page, null));
  }
}
