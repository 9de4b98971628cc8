package io.fengsui.indexer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoticeAnalyzerTest {
  @Test
  void lettersDigitsAndPercentTakeAPositionEach() throws Exception {
    assertThat(Terms.of(NoticeAnalyzer.index(), "UN3481 5%")).containsExactly(new Terms("un", 0, 1, 0, 2),
        new Terms("3481", 1, 1, 2, 6), new Terms("5", 2, 1, 7, 8), new Terms("%", 3, 1, 8, 9));
  }

  @Test
  void joinedWordsAreAGraphForSearchAndStandOnTheLastPartInTheIndex() throws Exception {
    assertThat(Terms.of(NoticeAnalyzer.search(), "e-bikes burn")).containsExactly(new Terms("e", 0, 1, 0, 1),
        new Terms("ebike", 0, 2, 0, 7), new Terms("bike", 1, 1, 2, 7), new Terms("burn", 2, 1, 8, 12));
    assertThat(Terms.of(NoticeAnalyzer.index(), "e-bikes burn")).containsExactly(new Terms("e", 0, 1, 0, 1),
        new Terms("bike", 1, 1, 2, 7), new Terms("ebike", 1, 1, 2, 7), new Terms("burn", 2, 1, 8, 12));
  }

  @Test
  void chineseHasPairsCharactersAndWords() throws Exception {
    assertThat(Terms.words(NoticeAnalyzer.index(), "玩具召回")).containsExactly("玩", "玩具", "=玩具", "具", "具召", "召",
        "召回", "=召回", "回");
    assertThat(Terms.of(NoticeAnalyzer.search(), "玩具召回")).containsExactly(new Terms("玩具", 0, 1, 0, 2),
        new Terms("=玩具", 0, 1, 0, 2), new Terms("召回", 2, 1, 2, 4), new Terms("=召回", 2, 1, 2, 4));
  }

  @Test
  void aTextWithTheWordAsAWordScoresHigher() throws Exception {
    float asWord = Finding.search("他穿着和服参加了婚礼", List.of("和服"));
    float byChance = Finding.search("我们的产品和服务很好", List.of("和服"));
    assertThat(byChance).isPositive().isLessThan(asWord);
  }

  @Test
  void offsetsPointIntoTheTextWhereCharactersAreDroppedOrGrow() throws Exception {
    assertThat(Terms.of(NoticeAnalyzer.index(), "x\u200Ba\u0301ß 𠮷野"))
        .startsWith(new Terms("xass", 0, 1, 0, 5), new Terms("𠮷", 1, 1, 6, 8));
  }

  @Test
  void unitsAreWordsCodesAndChineseWords() {
    assertThat(NoticeAnalyzer.units("欧盟玩具的召回 G/TBT/N/EU/1100, (UN3481) \"E. coli\" 10,5% Wi-Fi路由器"))
        .containsExactly("欧盟", "玩具", "召回", "G/TBT/N/EU/1100", "UN3481", "E", "coli", "10,5%", "Wi-Fi", "路由器");
    assertThat(NoticeAnalyzer.units("的")).containsExactly("的");
    assertThat(NoticeAnalyzer.units(" … 🔥 ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "-", "a-", "a1", "1,", "中", "か", "각", "\u1100", "\u1161", "\u3099", "\u200B", "\u0301",
      "ß", "🔥", "\uD800", "𠮷", "ﷺ", "a\u200B", "中\u200B", "ก", "'s", "1,000,"})
  void hostileTextIsAnalysedInLinearTime(String part) throws Exception {
    String text = part.repeat(1_000_000 / part.length());
    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      for (NoticeAnalyzer analyzer : List.of(NoticeAnalyzer.index(), NoticeAnalyzer.search()))
        Invariants.check(analyzer, text);
    });
  }
}
