package io.fengsui.indexer.analysis;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/** A term with its place. */
record Terms(String term, int position, int span, int start, int end) {
  static List<Terms> of(Analyzer analyzer, String text) throws IOException {
    List<Terms> all = new ArrayList<>();
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute span = stream.getAttribute(PositionLengthAttribute.class);
      stream.reset();
      for (int position = -1; stream.incrementToken();) {
        position += increment.getPositionIncrement();
        all.add(
            new Terms(term.toString(), position, span.getPositionLength(), offset.startOffset(), offset.endOffset()));
      }
      stream.end();
    }
    return all;
  }

  static List<String> words(Analyzer analyzer, String text) throws IOException {
    return of(analyzer, text).stream().map(Terms::term).toList();
  }
}
