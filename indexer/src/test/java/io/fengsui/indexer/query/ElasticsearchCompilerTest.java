package io.fengsui.indexer.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.indexer.Configured;
import io.fengsui.indexer.query.Parsed.Understood;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ElasticsearchCompilerTest {
  private static final QueryParser PARSER = new QueryParser(Configured.CONCEPTS, Configured.PARTNERS);
  private final ElasticsearchCompiler compiler = new ElasticsearchCompiler(Configured.CONCEPTS,
      LocalDate.of(2026, 8, 20),
      false);

  private String compiled(String text) {
    return compiler.compile(((Understood) PARSER.parse(text)).query()).toString();
  }

  @Test
  void everyWordIsAPhraseOverAllTexts() {
    assertThat(compiled("alpha beta")).isEqualTo("""
        {"bool":{"filter":[{"match_phrase":{"all":{"query":"alpha"}}},{"match_phrase":{"all":{"query":"beta"}}}]}}""");
  }

  @Test
  void fieldsFilterAndExclusionsExclude() {
    assertThat(compiled("kind:recall -by:DE since:2026-08")).isEqualTo("""
        {"bool":{"filter":[{"term":{"kind":"recall"}},{"range":{"published":{"gte":"2026-08-01"}}}],\
        "must_not":[{"term":{"by":"DE"}}]}}""");
  }

  @Test
  void aCodeFindsWhatIsBelowItAndWhatCoversIt() {
    assertThat(compiled("hs:8507.60")).isEqualTo("""
        {"bool":{"should":[{"prefix":{"hs":"850760"}},{"term":{"hs":"85"}},{"term":{"hs":"8507"}}]}}""");
    assertThat(compiled("ics:29.220")).isEqualTo("{\"prefix\":{\"ics\":\"29.220\"}}");
  }

  @Test
  void aKindIsMeantByItsCodeOrItsWords() {
    assertThat(compiled("召回")).contains("{\"term\":{\"kind\":\"recall\"}}").contains("\"Rückruf\"");
    assertThat(compiled("\"召回\"")).doesNotContain("kind");
  }

  @Test
  void onlyWhatIsWantedIsMarked() {
    assertThat(compiler.marked(((Understood) PARSER.parse("alpha -beta kind:recall brand:Acme \"x y\"")).query()))
        .containsExactly("alpha", "Acme", "x y");
  }
}
