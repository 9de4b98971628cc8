package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.notice.TradeMeasure.Code;
import io.fengsui.crawler.source.Source;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class MeasureReadingTest {
  private static final String FIELDS = """
      read:
        format: json
        items: $[*]
        fields:
          reference: symbol
          title: title
          measure:
            symbol: symbol
            base: base
            event: type
            area: area
            hs: {each: "hs[*]", code: code, name: name}
            ics: {path: ics, split: ';\\s*'}
            objectives: "objectives[*].name"
            keywords: "keywords[*]"
            products: products
          dates:
            comment-deadline: {paths: [deadline, deadlineText]}
            adoption: {paths: [{path: adoption, date: dd/MM/yyyy}, adoptionText]}
      """;
  private static final Source SOURCE = Sources.of(FIELDS);

  private static Notice read(String json) {
    return Read.of(SOURCE, json).notices().getFirst();
  }

  @Test
  void a_measure_has_all_that_the_publisher_gave() {
    Notice notice = read(
        """
            [{"symbol":"G/TBT/N/EU/1100/Add.1","title":"t","hs":[{"code":"850760","name":"Accumulators"},{"code":"8513"}],
              "ics":"29.220 - Batteries; 13.030","objectives":[{"name":"Environment"}],"keywords":["a","b"],"products":"Batteries"}]""");
    assertThat(notice.measure()).isEqualTo(
        new TradeMeasure("G/TBT/N/EU/1100/Add.1", List.of("G/TBT/N/EU/1100"), TradeMeasure.Event.ADDENDUM, "TBT",
            List.of(new Code("850760", "Accumulators"), new Code("8513", null)),
            List.of(new Code("29.220", "Batteries"), new Code("13.030", null)), List.of("Environment"),
            List.of("a", "b"), "Batteries"));
  }

  @Test
  void what_the_publisher_says_wins_over_the_symbol() {
    Notice notice = read("""
        [{"symbol":"2026/431/DE","title":"t","base":"2025/17/DE","type":"Corrigendum","area":"TRIS"}]""");
    assertThat(notice.measure()).isEqualTo(new TradeMeasure("2026/431/DE", List.of("2025/17/DE"),
        TradeMeasure.Event.CORRIGENDUM, "TRIS", List.of(), List.of(), List.of(), List.of(), null));
  }

  @Test
  void words_for_a_date_are_kept_beside_it_and_alone() {
    Notice notice = read("""
        [{"symbol":"a","title":"t","deadline":"2027-01-19T00:00:00","deadlineText":"60 days after circulation",
          "adoptionText":"Second half of 2027"}]""");
    assertThat(notice.dates().get(DateRole.COMMENT_DEADLINE))
        .isEqualTo(new GivenDate("60 days after circulation", LocalDate.of(2027, 1, 19), null));
    assertThat(notice.dates().get(DateRole.ADOPTION)).isEqualTo(GivenDate.words("Second half of 2027"));
    assertThat(read("[{\"symbol\":\"a\",\"title\":\"t\",\"adoption\":\"01/02/2027\"}]").dates().get(DateRole.ADOPTION))
        .isEqualTo(GivenDate.day("01/02/2027", LocalDate.of(2027, 2, 1)));
  }

  @Test
  void a_source_without_a_measure_yields_none() {
    Source plain = Sources.of("read: {format: json, items: '$[*]', fields: {reference: symbol, title: title}}\n");
    assertThat(Read.of(plain, "[{\"symbol\":\"G/TBT/N/EU/1\",\"title\":\"t\"}]").notices().getFirst().measure())
        .isNull();
  }

  @Test
  void a_wrong_key_is_reported_where_it_stands() {
    assertThatIllegalArgumentException().isThrownBy(() -> Sources.of(FIELDS.replace("base: base", "basis: base")))
        .withMessageContaining("unknown key \"basis\"");
    assertThatIllegalArgumentException().isThrownBy(() -> Sources.of(FIELDS.replace("name: name", "title: name")))
        .withMessageContaining("unknown key \"title\"");
  }
}
