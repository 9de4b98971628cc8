package io.fengsui.indexer.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.indexer.Configured;
import io.fengsui.indexer.query.Parsed.Chip;
import io.fengsui.indexer.query.Parsed.Understood;
import io.fengsui.indexer.query.Parsed.Wrong;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for every query text, however odd. */
class AnyQueryTest {
  private static final QueryParser PARSER = new QueryParser(Configured.CONCEPTS, Configured.PARTNERS);

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces = Arbitraries.of("a", "toy", "power bank", "玩具召回", "的", "\"", "“", "”", "(", ")", "（", "-",
        "--", " OR ", "OR", " AND ", "NOT ", "|", " ", "　", "by:", "kind:召回", "since:90d", "by:DE,FR", "by:(DE OR FR)",
        "x:", "re: ", ",", "，", "15\"", "foo.", "http://x", "E.coli:", "&", "\uD83D", "\u0000", "year:2024", "ref:A/1",
        "\n");
    return pieces.list().ofMaxSize(14).map(list -> String.join("", list));
  }

  @Provide
  Arbitrary<String> anything() {
    return Arbitraries.strings().all().ofMaxLength(300);
  }

  @Property(tries = 3000)
  void parsingNeverThrowsAndPointsIntoTheText(@ForAll("texts") String text) {
    check(text);
  }

  @Property(tries = 1000)
  void noCharacterUpsetsTheParser(@ForAll("anything") String text) {
    check(text);
  }

  private static void check(String text) {
    switch (PARSER.parse(text)) {
      case Wrong(int at, int length, String problem, String detail) -> {
        assertThat(at).isBetween(0, text.length());
        assertThat(length).isGreaterThanOrEqualTo(at == text.length() ? 0 : 1);
        assertThat(at + length).isLessThanOrEqualTo(text.length());
        assertThat(problem).isNotBlank();
      }
      case Understood(Query query, List<Chip> chips) -> {
        new ElasticsearchCompiler(Configured.CONCEPTS, LocalDate.EPOCH, true).compile(query);
        chips.forEach(chip -> checkRewritten(text, chips, chip));
      }
    }
  }

  private static void checkRewritten(String text, List<Chip> chips, Chip chip) {
    assertThat(PARSER.parse(chip.without())).as(text + " without " + chip.text()).isInstanceOf(Understood.class);
    List<Chip> left = ((Understood) PARSER.parse(chip.without())).chips();
    assertThat(left.size()).as(text + " without " + chip.text()).isLessThan(chips.size() + 1);
    if (chip.literal() != null)
      assertThat(PARSER.parse(chip.literal())).as(text + " literal " + chip.text()).isInstanceOf(Understood.class);
  }
}
