package io.fengsui.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PublicationDateTest {
  private static final String TEXT = "<p>The harbour office asks everyone who bought the kettle to stop using it, because its lid"
      + " can open while the water boils.</p>";

  private static String published(String html) {
    return String.valueOf(Article.of(Jsoup.parse(html), null).published());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"3 May 2026 | 2026-05-03", "May 3, 2026 | 2026-05-03",
      "Sunday, 3rd of May 2026 | 2026-05-03",
      "3. Mai 2026 | 2026-05-03", "3 mai 2026 à 10h15 | 2026-05-03T10:15", "3 de mayo de 2026 | 2026-05-03",
      "3 maggio 2026 | 2026-05-03", "2026年5月3日 10:15 | 2026-05-03T10:15", "2026年05月03日10时15分 | 2026-05-03T10:15",
      "2026년 5월 3일 | 2026-05-03", "3 мая 2026 | 2026-05-03", "3 maja 2026 | 2026-05-03", "03.05.2026 | 2026-05-03",
      "2026-05-03 10:15:30 | 2026-05-03T10:15:30", "2026/5/3 | 2026-05-03", "5 พฤษภาคม 2569 | 2026-05-05",
      "May 3, 2026 at 9:06 p.m. | 2026-05-03T21:06"})
  void a_date_beside_the_title_is_read_in_many_languages(String written, String date) {
    assertThat(published("<h1>Kettles recalled</h1><div>" + written + "</div>" + TEXT)).isEqualTo(date);
  }

  @ParameterizedTest
  @CsvSource({"en,2026-03-04", "en-GB,2026-04-03", "de,2026-04-03"})
  void which_number_is_the_month_depends_on_the_language(String language, String date) {
    assertThat(published("<html lang=" + language + "><h1>Kettles recalled</h1><div>3/4/2026</div>" + TEXT))
        .isEqualTo(date);
  }

  @Test
  void publication_goes_before_modification_and_metadata_before_what_is_shown() {
    assertThat(published("<meta property=article:modified_time content=2026-05-09><meta property=article:published_time"
        + " content=2026-05-03><h1>Kettles</h1><div>5 May 2026</div>" + TEXT)).isEqualTo("2026-05-03");
    assertThat(published("<h1>Kettles</h1><div>Updated 9 May 2026. Published 3 May 2026</div>" + TEXT))
        .isEqualTo("2026-05-03");
    assertThat(published("<meta property=article:modified_time content=2026-05-09>" + TEXT)).isEqualTo("2026-05-09");
  }

  @Test
  void the_day_of_the_place_goes_before_the_day_in_universal_time() {
    assertThat(published("<meta property=article:published_time content=2026-05-04T02:54:29.000Z><h1>Kettles</h1>"
        + "<div>3 May 2026</div>" + TEXT)).isEqualTo("2026-05-03");
  }

  @Test
  void an_address_tells_the_day() {
    var page = Jsoup.parse("<h1>Kettles</h1>" + TEXT);
    assertThat(Article.of(page, URI.create("https://p.example/2026/05/03/kettles"))).extracting(Article::published)
        .hasToString("2026-05-03");
    assertThat(Article.of(page, URI.create("https://p.example/id/20269903/1"))).extracting(Article::published).isNull();
  }

  @Test
  void the_year_of_a_copyright_and_days_that_cannot_be_are_no_dates() {
    assertThat(published(TEXT + "<footer>© 2019-2026 Harbour</footer>")).isEqualTo("null");
    assertThat(published("<h1>Kettles</h1><div>30.02.2026</div><div>3 May 2126</div>" + TEXT)).isEqualTo("null");
  }
}
