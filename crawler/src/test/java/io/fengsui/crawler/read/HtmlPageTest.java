package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page as a whole says, and pages that are too large to say anything. */
class HtmlPageTest {
  private static final Source NEWS = Sources.of("""
      read:
        format: html
        items: ul.list > li
        fields: {reference: a@href, title: a}
        detail:
          address: a@href
          fields:
            title: main-title()
            text: [.no-such-body, main-text()]
            language: main-language()
            dates: {published: main-date()}
            other: {author: main-author()}
      """);
  private static final String TEXT = "Wer den blauen Wasserkocher gekauft hat, soll ihn nicht mehr benutzen, denn der Deckel kann"
      + " sich beim Kochen öffnen.";

  @Test
  void a_page_without_known_selectors_still_yields_its_article() {
    var list = Read.of(NEWS, "<ul class=list><li><a href=/kettle>Kettle</a></ul>");
    var notice = Readers.detail(NEWS, list.notices().getFirst(),
        Responses
            .of("""
                <html lang=de><title>Wasserkocher zurückgerufen | Hafenbote</title><nav><a href=/>Start</a></nav>
                <article><h1>Wasserkocher zurückgerufen</h1><span class=author>Von Ute Meer</span> <time>3. Mai 2026, 10:15 Uhr</time>
                <p>%s</p></article>"""
                .formatted(TEXT)));
    assertThat(notice.title()).isEqualTo("Wasserkocher zurückgerufen");
    assertThat(notice.text()).isEqualTo(TEXT);
    assertThat(notice.language()).isEqualTo("de");
    assertThat(notice.published().orElseThrow().date()).isEqualTo("2026-05-03");
    assertThat(notice.other()).containsEntry("author", "Ute Meer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>", "word word word word "})
  void a_page_too_large_for_the_memory_is_refused(String piece) {
    Read read = Read.of(NEWS, "<html><body>" + piece.repeat((17 << 20) / piece.length()));
    assertThat(read.cause()).isEqualTo(Cause.CHANGED_FORMAT);
  }
}
