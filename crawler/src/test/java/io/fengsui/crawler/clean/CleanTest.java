package io.fengsui.crawler.clean;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
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
  void a_day_is_that_of_the_publishers_zone_also_where_the_time_is_written_in_another() {
    var date = DateFormats.standard(ZoneId.of("America/New_York")).read("2027-01-20T04:59:59Z");
    assertThat(date.date()).isEqualTo(LocalDate.of(2027, 1, 19));
    assertThat(date.instant()).isEqualTo(Instant.parse("2027-01-20T04:59:59Z"));
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
    assertThat(charset(latin, null, "text/csv; charset=\"utf-8\"")).isEqualTo("windows-1252");
    assertThat(charset(latin, null, "text/csv; charset=iso-8859-1")).isEqualTo("windows-1252");
    assertThat(charset(latin, null, "text/csv; charset=bogus")).isEqualTo("windows-1252");
    assertThat(charset(("\uFEFF" + "a").getBytes(StandardCharsets.UTF_8), null, "text/csv; charset=latin1"))
        .isEqualTo("UTF-8");
    assertThat(charset("<?xml version='1.0' encoding='euc-kr'?><a/>".getBytes(StandardCharsets.US_ASCII), null, null))
        .isEqualTo("x-windows-949");
    assertThat(charset("<html><meta charset=gbk>".getBytes(StandardCharsets.US_ASCII), null, null))
        .isEqualTo("GB18030");
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

  @Property(tries = 1_000)
  void a_plain_address_is_what_it_would_be_made_into(
      @ForAll @StringLength(max = 12) @Chars({'a', 'Z', '0', '/', '.', '-', '_', '?', '&', '=', ',', ';', '+', '~', ':',
          '%', '#',
          ' ', '['}) String rest) {
    String address = "http://" + rest;
    if (Links.isPlain(address))
      assertThat(URI.create(address).getRawAuthority()).isNotNull();
  }

  @Test
  void queries_and_bare_hosts_resolve_as_browsers_do() {
    assertThat(Links.absolute("https://publisher.example/list.asp?p=1", "?p=2"))
        .contains("https://publisher.example/list.asp?p=2");
    assertThat(Links.absolute("https://publisher.example", "a")).contains("https://publisher.example/a");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {"Fri, 05/03/2019 - 15:21|2019-05-03T15:21:00Z",
      "Fri, 03/05/2019 - 15:21|2019-05-03T15:21:00Z", "05/03/2019 15:21|-", "25/03/2019|2019-03-25",
      "Sun Jan  4 16:29:06 2004|2004-01-04T16:29:06Z",
      "Sun Jan 4 16:29:06 PDT 2004|2004-01-04T23:29:06Z", "Thu, 01 Jan 04 19:48:21 EST|2004-01-02T00:48:21Z",
      "Wed, 19 Aug 2009 18:28:00 Etc/GMT|2009-08-19T18:28:00Z",
      "Wed, 19 Feb 2012 22:40:00 GMT-01:01|2012-02-19T23:41:00Z",
      "Fri,24 Nov 2023 18:28:36 -0000|2023-11-24T18:28:36Z", "Thu Aug 30 2012 17:26:16 +0200|2012-08-30T15:26:16Z",
      "2003-12-31T10:14:55.1234Z|2003-12-31T10:14:55Z", "2003/12/31 10:14|2003-12-31T10:14:00Z", "2003-12|2003-12-01",
      "Fri, 2006/09/15 08:19:53 EDT|2006-09-15T12:19:53Z", "2004년 05월 28일  01:31:15|2004-05-27T16:31:15Z",
      "2004-05-25 오후 11:23:17|2004-05-25T14:23:17Z", "2026年11月24日 10:30|2026-11-24T10:30:00Z",
      "Κυρ, 11 Ιούλ 2004 12:00:00 EST|2004-07-11T17:00:00Z", "2004-július-13T9:15-05:00|2004-07-13T14:15:00Z",
      "Sun, 16 zzz 2012 11:47:32 GMT|-", "Sun, 99 Jun 2009 12:00:00 GMT|-", "60 days after publication|-", "24|-"})
  void dates_are_read_as_feeds_write_them(String given, String expected) {
    var date = DateFormats.of(List.of("loose"), Locale.ENGLISH, ZoneOffset.UTC).read(given);
    Object read = date.instant() == null ? date.date() : date.instant().truncatedTo(ChronoUnit.SECONDS);
    assertThat(read == null ? null : read.toString()).isEqualTo(expected);
  }
}
