package io.fengsui.indexer.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.indexer.Configured;
import io.fengsui.indexer.query.Parsed.Chip;
import io.fengsui.indexer.query.Parsed.Understood;
import io.fengsui.indexer.query.Parsed.Wrong;
import io.fengsui.indexer.query.Query.All;
import io.fengsui.indexer.query.Query.And;
import io.fengsui.indexer.query.Query.Field;
import io.fengsui.indexer.query.Query.Meaning;
import io.fengsui.indexer.query.Query.Not;
import io.fengsui.indexer.query.Query.Or;
import io.fengsui.indexer.query.Query.Phrase;
import io.fengsui.indexer.query.Query.Word;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {
  private static final QueryParser PARSER = new QueryParser(Configured.CONCEPTS, Configured.PARTNERS);

  private static Query query(String text) {
    Parsed parsed = PARSER.parse(text);
    assertThat(parsed).as(text).isInstanceOf(Understood.class);
    return ((Understood) parsed).query();
  }

  private static List<Chip> chips(String text) {
    return ((Understood) PARSER.parse(text)).chips();
  }

  @Test
  void nothingMatchesEverything() {
    assertThat(query("")).isEqualTo(new All());
    assertThat(query("  \t　")).isEqualTo(new All());
    assertThat(query("& !!")).isEqualTo(new All());
    assertThat(query("()")).isEqualTo(new All());
  }

  @Test
  void wordsAreAndWhichBindsCloserThanOr() {
    assertThat(query("alpha beta")).isEqualTo(new And(List.of(new Word("alpha"), new Word("beta"))));
    assertThat(query("alpha beta OR gamma"))
        .isEqualTo(new Or(List.of(new And(List.of(new Word("alpha"), new Word("beta"))), new Word("gamma"))));
    assertThat(query("alpha AND (beta | gamma)"))
        .isEqualTo(new And(List.of(new Word("alpha"), new Or(List.of(new Word("beta"), new Word("gamma"))))));
  }

  @Test
  void aMinusExcludesButAHyphenDoesNot() {
    assertThat(query("alpha -beta")).isEqualTo(new And(List.of(new Word("alpha"), new Not(new Word("beta")))));
    assertThat(query("NOT beta")).isEqualTo(new Not(new Word("beta")));
    assertThat(query("alpha-beta")).isEqualTo(new Word("alpha-beta"));
    assertThat(query("-\"two words\"")).isEqualTo(new Not(new Phrase("two words")));
    assertThat(query("alpha - beta")).isEqualTo(new And(List.of(new Word("alpha"), new Word("beta"))));
  }

  @Test
  void quotesTakeWordsLiterally() {
    assertThat(query("\"lithium battery\"")).isEqualTo(new Phrase("lithium battery"));
    assertThat(query("“电池”")).isEqualTo(new Phrase("电池"));
  }

  @Test
  void aLabelMeansItsConcept() {
    assertThat(query("电池")).isEqualTo(new Meaning("电池", "battery"));
    assertThat(query("power bank")).isEqualTo(new Meaning("power bank", "power-bank"));
    assertThat(query("玩具 召回")).isEqualTo(new And(List.of(new Meaning("玩具", "toy"), new Meaning("召回", "recall"))));
  }

  @Test
  void aChineseRunIsTakenApartAtTheLongestLabels() {
    assertThat(query("玩具召回")).isEqualTo(query("玩具 召回"));
    assertThat(query("锂电池的火灾")).isEqualTo(
        new And(List.of(new Meaning("锂电池", "lithium-battery"), new Meaning("火灾", "fire"))));
    assertThat(query("-玩具召回"))
        .isEqualTo(new Not(new And(List.of(new Meaning("玩具", "toy"), new Meaning("召回", "recall")))));
    assertThat(query("茶几")).isEqualTo(new Word("茶几"));
  }

  @Test
  void fullWidthSignsCountAsAscii() {
    assertThat(query("（甲 OR 乙）－丙"))
        .isEqualTo(new And(List.of(new Or(List.of(new Word("甲"), new Word("乙"))), new Not(new Word("丙")))));
    assertThat(query("by：德国，法国"))
        .isEqualTo(new Or(List.of(new Field(SearchField.BY, "DE"), new Field(SearchField.BY, "FR"))));
    assertThat(query("玩具，召回")).isEqualTo(query("玩具 召回"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '=', textBlock = """
      kind:recall = KIND|recall
      KIND:Recall = KIND|recall
      kind:召回 = KIND|recall
      kind:边境拒绝 = KIND|border-rejection
      origin:中国 = ORIGIN|CN
      by:Germany = BY|DE
      by:"United Kingdom" = BY|GB
      by: "Hong Kong" = BY|HK
      market:eu = MARKET|EU
      source:EU-Safety-Gate = SOURCE|eu-safety-gate
      lang:zh-Hant = LANG|zh
      lang:德语 = LANG|de
      lang:German = LANG|de
      brand:"Acme Toys" = BRAND|Acme Toys
      ref:A12/1188/13 = REF|A12/1188/13
      gtin:0-12345-67890-5 = GTIN|012345678905
      hs:8507.60 = HS|850760
      hs:"ex 85" = HS|85
      ics:29.220 = ICS|29.220
      year:2024 = YEAR|2024
      since:90d = SINCE|90d
      since:90天 = SINCE|90d
      since:2024-05 = SINCE|2024-05
      since:2024年5月 = SINCE|2024-05
      until:2024-05-03 = UNTIL|2024-05-03
      since:2026q2 = SINCE|2026-Q2
      since:2026-Q2 = SINCE|2026-Q2
      since:本周 = SINCE|this-week
      since:this-month = SINCE|this-month""")
  void aFieldIsGivenByCodeOrName(String text, String field) {
    String[] parts = field.split("\\|");
    assertThat(query(text)).isEqualTo(new Field(SearchField.valueOf(parts[0]), parts[1]));
  }

  @Test
  void severalValuesAreAlternatives() {
    Query two = new Or(List.of(new Field(SearchField.BY, "DE"), new Field(SearchField.BY, "GB")));
    assertThat(query("by:DE,\"United Kingdom\"")).isEqualTo(two);
    assertThat(query("by:(Germany OR United Kingdom)")).isEqualTo(two);
    assertThat(query("by:DE, alpha")).isEqualTo(new And(List.of(new Field(SearchField.BY, "DE"), new Word("alpha"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://example.org/a?b=c", "G/TBT/N/EU/1100", "E.coli", "E.coli:O157", "12:30",
      "A12/1188/13",
      "15\"", "R&D", "UN3481", "C++"})
  void codesAndAddressesAreWords(String text) {
    assertThat(query(text)).isEqualTo(new Word(text));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '=', quoteCharacter = '~', textBlock = """
      alpha "beta = unbalanced-quote | 6 | 1
      (alpha = unbalanced-parenthesis | 0 | 1
      alpha) beta = unbalanced-parenthesis | 5 | 1
      alpha OR = missing-operand | 8 | 0
      OR alpha = missing-operand | 0 | 2
      alpha by: = missing-value | 6 | 3
      colour:red = unknown-field | 0 | 6
      x kind:party = unknown-kind | 7 | 5
      by:DE since:soon = unknown-date | 12 | 4
      year:24 = unknown-date | 5 | 2
      lang:qqq = unknown-language | 5 | 3
      by:(DE = unbalanced-parenthesis | 3 | 1""")
  void aMistakeIsPointedAt(String text, String wrong) {
    String[] parts = wrong.split(" \\| ");
    assertThat(PARSER.parse(text)).isInstanceOfSatisfying(Wrong.class, found -> {
      assertThat(found.problem()).isEqualTo(parts[0]);
      assertThat(found.at()).isEqualTo(Integer.parseInt(parts[1]));
      assertThat(found.length()).isEqualTo(Integer.parseInt(parts[2]));
    });
  }

  @Test
  void anUnknownFieldListsTheKnownOnes() {
    assertThat(PARSER.parse("colour:red")).isInstanceOfSatisfying(Wrong.class,
        wrong -> assertThat(wrong.detail()).contains("colour", "kind by origin"));
  }

  @Test
  void sizeAndDepthAreBounded() {
    assertThat(PARSER.parse("a".repeat(2001))).isEqualTo(new Wrong(2000, 1, "too-long", "2000"));
    assertThat(PARSER.parse("aa ".repeat(101))).isInstanceOfSatisfying(Wrong.class, wrong -> {
      assertThat(wrong.problem()).isEqualTo("too-many-clauses");
      assertThat(wrong.at()).isEqualTo(300);
    });
    assertThat(PARSER.parse("(".repeat(21) + "a" + ")".repeat(21))).isInstanceOfSatisfying(Wrong.class,
        wrong -> assertThat(wrong.problem()).isEqualTo("too-deep"));
    assertThat(query("(".repeat(20) + "a" + ")".repeat(20))).isEqualTo(new Word("a"));
    assertThat(PARSER.parse("NOT ".repeat(400) + "a")).isInstanceOf(Wrong.class);
  }

  @Test
  void chipsShowHowEachPartWasUnderstood() {
    List<Chip> chips = chips("玩具召回 by:DE,法国 -acme");
    assertThat(chips).extracting(Chip::text).containsExactly("玩具", "召回", "by:DE,法国", "-acme");
    assertThat(chips).extracting(Chip::code).containsExactly("toy", "recall", "DE,FR", "");
    assertThat(chips.get(0).labels()).isGreaterThan(12);
    assertThat(chips.get(0).without()).isEqualTo("召回 by:DE,法国 -acme");
    assertThat(chips.get(0).literal()).isEqualTo("\"玩具\" 召回 by:DE,法国 -acme");
    assertThat(chips.get(2).field()).isEqualTo(SearchField.BY);
    assertThat(chips.get(3).without()).isEqualTo("玩具 召回 by:DE,法国");
    assertThat(chips.get(3).literal()).isNull();
  }

  @Test
  void leavingAPartOutTakesItsOperatorsAlong() {
    assertThat(chips("(a1 OR b1) c1").get(0).without()).isEqualTo("(b1) c1");
    assertThat(chips("(a1) OR b1").get(0).without()).isEqualTo("b1");
    assertThat(chips("x1 -(a1)").get(1).without()).isEqualTo("x1");
    assertThat(chips("only").get(0).without()).isEmpty();
  }
}
