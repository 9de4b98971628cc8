package io.fengsui.indexer.engine;

import static org.assertj.core.api.Assertions.assertThat;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.Refresh;
import io.fengsui.indexer.analysis.NoticeAnalyzer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisIT {
  private final ElasticsearchClient client = SharedEngine.get().client();

  record Token(String term, int position, int start, int end) {}

  @ParameterizedTest
  @ValueSource(strings = {"G/TBT/N/EU/1100/Add.1", "E. coli O157:H7, 1,100 e-bikes", "欧盟召回LG锂离子电池3款，起火风险。",
      "リチウム電池のリコール", "배터리를 회수", "Straße Łódź İstanbul 𠮷野家 🔥", "鋰電池 UN3481", "الألعاب خطرة"})
  void thePluginAnalysesAsTheClassDoes(String text) throws Exception {
    assertThat(inEngine(NoticeAnalyzer.INDEX, text)).isEqualTo(inProcess(NoticeAnalyzer.index(), text));
    assertThat(inEngine(NoticeAnalyzer.SEARCH, text)).isEqualTo(inProcess(NoticeAnalyzer.search(), text));
  }

  @Test
  void phrasesFindCodesJoinedWordsAndChineseInTheEngine() throws Exception {
    String index = SharedEngine.name(AnalysisIT.class);
    client.indices().create(c -> c.index(index).mappings(m -> m.properties("text",
        p -> p.text(t -> t.analyzer(NoticeAnalyzer.INDEX).searchAnalyzer(NoticeAnalyzer.SEARCH)))));
    String text = "Notice G/TBT/N/EU/1100/Add.1: an e-bike with 锂离子电池 3 款 burnt, 1,100 units";
    client.index(i -> i.index(index).document(Map.of("text", text)).refresh(Refresh.True));
    for (String phrase : List.of("eu/1100", "ebike", "e-bike", "an e-bike with", "锂离子电池", "离子电池3款", "1100 units",
        "e-bike with 锂离子电池 3 款"))
      assertThat(found(index, phrase)).as(phrase).isEqualTo(1);
    assertThat(found(index, "an e-bike 锂离子电池")).isZero();
  }

  private long found(String index, String phrase) throws IOException {
    return client.count(c -> c.index(index).query(q -> q.matchPhrase(m -> m.field("text").query(phrase)))).count();
  }

  private List<Token> inEngine(String analyzer, String text) throws IOException {
    return client.indices().analyze(a -> a.analyzer(analyzer).text(text)).tokens().stream()
        .map(t -> new Token(t.token(), (int) t.position(), (int) t.startOffset(), (int) t.endOffset())).toList();
  }

  private static List<Token> inProcess(Analyzer analyzer, String text) throws IOException {
    List<Token> tokens = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
      stream.reset();
      for (int position = -1; stream.incrementToken();) {
        position += increment.getPositionIncrement();
        tokens.add(new Token(term.toString(), position, offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    }
    return tokens;
  }
}
