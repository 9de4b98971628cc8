package io.fengsui.indexer.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class AnalysisPropertiesTest {
  private static final NoticeAnalyzer INDEX = NoticeAnalyzer.index();
  private static final NoticeAnalyzer SEARCH = NoticeAnalyzer.search();

  @Property(tries = 500)
  void anyTextKeepsTheRulesOfAnIndex(@ForAll String text) throws IOException {
    Invariants.check(INDEX, text);
    Invariants.check(SEARCH, text);
  }

  @Property(tries = 500)
  void mixedScriptsKeepTheRulesOfAnIndex(@ForAll("mixed") String text) throws IOException {
    Invariants.check(INDEX, text);
    Invariants.check(SEARCH, text);
  }

  @Property(tries = 200)
  void aTextIsFoundByItself(@ForAll("mixed") String text) throws IOException {
    if (!Terms.of(SEARCH, text).isEmpty())
      assertThat(Finding.phrase(text, text)).as(text).isTrue();
  }

  @Property(tries = 200)
  void aCodeIsFoundByWhatFollowsOneOfItsSigns(@ForAll("code") String code) throws IOException {
    for (int i = 0; i < code.length() - 1; i++)
      if (code.charAt(i) == '/' || code.charAt(i) == '-')
        assertThat(Finding.phrase("see " + code + " of", code.substring(i + 1))).as(code).isTrue();
  }

  @Provide
  Arbitrary<String> mixed() {
    return Arbitraries
        .of("a", "s", "e", "n", "é", "ß", "İ", "-", "'", ".", ",", " ", "1", "000", "%", "中", "国", "电池", "電", "の",
            "リ", "ﾊ", "ﾞ", "\u3099", "각", "에서", "\u1112", "\u1161", "\u11AB", "ก", "ا", "ل", "я", "Σ", "\u200B",
            "\u0301", "\uD83D",
            "\uDE00", "🔥", "𠮷", "𝐀", "क", "्", "①", "Ⅳ")
        .list().ofMaxSize(30).map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> code() {
    return Arbitraries.strings().withChars("ABNSs0123459/-").ofMinLength(2).ofMaxLength(20)
        .filter(code -> Character.isLetterOrDigit(code.charAt(code.length() - 1)));
  }
}
