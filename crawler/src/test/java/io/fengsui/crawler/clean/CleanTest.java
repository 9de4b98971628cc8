package io.fengsui.crawler.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanTest {
  @Test
  void white_space_is_folded_and_controls_are_dropped() {
    assertThat(PlainText.line(" a\u00A0\t b\u0000\r\nc\uFEFF ")).isEqualTo("a b c");
    assertThat(PlainText.lines("a \r\n\r\n\n\n b\nc\n")).isEqualTo("a\n\nb\nc");
    assertThat(PlainText.line("\uD800x")).isEqualTo("\uFFFDx");
    assertThat(PlainText.line("\uD83D\uDD25 fire")).isEqualTo("\uD83D\uDD25 fire");
  }

  @Property(tries = 500)
  void clean_text_stays_as_it_is(@ForAll String text) {
    String once = PlainText.lines(text);
    assertThat(PlainText.lines(once)).isEqualTo(once);
    assertThat(once.chars().filter(c -> c != '\n').noneMatch(Character::isISOControl)).isTrue();
    assertThat(PlainText.line(text)).doesNotContain("\n").isEqualTo(PlainText.line(once));
  }

  @Test
  void html_becomes_lines() {
    assertThat(HtmlText.of("<p>Stop&nbsp;using <b>it</b>.</p><ul><li>A<li>B</ul><script>x</script>one<br>two"))
        .isEqualTo("Stop using it.\n\nA\nB\n\none\ntwo");
    assertThat(HtmlText.of("Tom &amp; Co")).isEqualTo("Tom & Co");
    assertThat(HtmlText.of("5 < 6")).isEqualTo("5 < 6");
  }

  @Test
  void deeply_nested_html_does_no_harm() {
    assertThat(HtmlText.of("<div>".repeat(50_000) + "x")).isEqualTo("x");
  }

  @Test
  void the_main_part_of_a_page_is_found() {
    String text = "The kettle may leak and burn its user. ".repeat(4);
    assertThat(MainText.of(Jsoup.parse("<nav>Menu</nav><main><p>" + text + "</main><footer>c</footer>")))
        .isEqualTo(text.strip());
    assertThat(MainText.of(Jsoup.parse("<div><a href=x>Menu</a></div><div><p>" + text + "</div>")))
        .isEqualTo(text.strip());
  }

  @ParameterizedTest
  @CsvSource({"/a b,https://p.example/a%20b", "x?q={1},https://p.example/list/x?q=%7B1%7D",
      "//cdn.example/i.jpg,https://cdn.example/i.jpg", "www.p.example,https://www.p.example",
      "https://p.example/%7C|,https://p.example/%7C%7C", "HTTP://p.example/ü,HTTP://p.example/ü"})
  void links_are_made_absolute(String given, String absolute) {
    assertThat(Links.absolute("https://p.example/list/", given)).contains(absolute);
  }

  @ParameterizedTest
  @CsvSource({"javascript:alert(1)", "mailto:a@b.example", "data:text/html;x", "#top", "ftp://p.example/x",
      "file:///etc/passwd", "http:///x"})
  void other_schemes_are_no_links(String given) {
    assertThat(Links.absolute("https://p.example/list/", given)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"iso,2026-08-19,2026-08-19,", "iso,2026-08-19T23:30:00-05:00,2026-08-19,2026-08-20T04:30:00Z",
      "iso,2026-08-19T10:00:00.123Z,2026-08-19,2026-08-19T10:00:00.123Z", "iso,2026-08-19 10:00:00,2026-08-19,",
      "iso,2026-13-01,,", "iso,20260819,2026-08-19,",
      "rfc822,'Wed, 19 Aug 2026 18:14:56 GMT',2026-08-19,2026-08-19T18:14:56Z",
      "rfc822,19 Aug 26 18:14 EST,2026-08-19,2026-08-19T23:14:00Z",
      "net,/Date(1476417600000-0400)/,2016-10-14,2016-10-14T04:00:00Z",
      "epoch-millis,1476417600000,2016-10-14,2016-10-14T04:00:00Z",
      "epoch-seconds,1476417600,2016-10-14,2016-10-14T04:00:00Z",
      "words,2026-08-19,,", "dd/MM/yyyy,25/03/2022,2022-03-25,", "dd/MM/yyyy,25/03/2022 or later,,",
      "'MMMM d, yyyy','march 14, 2024',2024-03-14,", "dd/MM/yyyy,01/01/0001,,"})
  void dates_are_read(String format, String given, LocalDate day, Instant instant) {
    var date = DateFormats.of(List.of(format), Locale.ENGLISH, null).read(given);
    assertThat(date.date()).isEqualTo(day);
    assertThat(date.instant()).isEqualTo(instant);
    assertThat(date.given()).isEqualTo(given);
  }

  @Test
  void zone_and_locale_count() {
    var brussels = DateFormats.of(List.of("dd-MM-yyyy HH:mm:ss"), Locale.ENGLISH, ZoneId.of("Europe/Brussels"));
    assertThat(brussels.read("07-09-2026 16:21:57").instant()).isEqualTo("2026-09-07T14:21:57Z");
    assertThat(DateFormats.of(List.of("d. MMMM yyyy"), Locale.GERMAN, null).read("3. März 2024").date())
        .isEqualTo("2024-03-03");
  }

  @Test
  void the_charset_is_decided_in_order() throws IOException {
    byte[] latin = "Überhitzung des Geräts möglich, Rückruf für Kühlschränke".getBytes(Charset.forName("windows-1252"));
    assertThat(charset(latin, "windows-1250", "text/csv; charset=utf-8")).isEqualTo("windows-1250");
    assertThat(charset(latin, null, "text/csv; charset=\"utf-8\"")).isEqualTo("UTF-8");
    assertThat(charset(latin, null, "text/csv; charset=iso-8859-1")).isEqualTo("windows-1252");
    assertThat(charset(latin, null, "text/csv; charset=bogus")).isEqualTo("windows-1252");
    assertThat(charset(("\uFEFF" + "a").getBytes(StandardCharsets.UTF_8), null, "text/csv; charset=latin1"))
        .isEqualTo("UTF-8");
    assertThat(charset("<?xml version='1.0' encoding='euc-kr'?><a/>".getBytes(StandardCharsets.US_ASCII), null, null))
        .isEqualTo("EUC-KR");
    assertThat(charset("<html><meta charset=gbk>".getBytes(StandardCharsets.US_ASCII), null, null)).isEqualTo("GBK");
    assertThat(charset("{\"a\":1}".getBytes(StandardCharsets.UTF_16LE), null, null)).isEqualTo("UTF-16LE");
    assertThat(charset("召回".repeat(40_000).getBytes(StandardCharsets.UTF_8), null, null)).isEqualTo("UTF-8");
  }

  private static String charset(byte[] bytes, String configured, String header) throws IOException {
    return Charsets.of(() -> new ByteArrayInputStream(bytes), configured, header).name();
  }

  @ParameterizedTest
  @CsvSource({"The product may cause a fire and should not be used,en",
      "Das Produkt ist nicht für den Verkauf und wird zurückgerufen,de",
      "Le produit est rappelé par la société dans tous les magasins,fr", "消费者应立即停止使用该产品,zh", "제품 사용을 중지하십시오,ko",
      "この製品の使用を中止してください,ja", "Kettle 3000,und", "'',und"})
  void languages_are_guessed(String text, String language) {
    assertThat(Languages.guess(text)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource({"EN,en", "pt_BR,pt-BR", "French,fr", "Deutsch,de", "fr-CA,fr-CA"})
  void languages_are_named(String given, String tag) {
    assertThat(Languages.tag(given)).contains(tag);
  }
}
