package io.fengsui.indexer.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;

/** What an index demands of every token stream. */
final class Invariants {
  private Invariants() {}

  static void check(Analyzer analyzer, String text) throws IOException {
    try (TokenStream stream = analyzer.tokenStream("text", text)) {
      CharTermAttribute term = stream.getAttribute(CharTermAttribute.class);
      OffsetAttribute offset = stream.getAttribute(OffsetAttribute.class);
      PositionIncrementAttribute increment = stream.getAttribute(PositionIncrementAttribute.class);
      PositionLengthAttribute span = stream.getAttribute(PositionLengthAttribute.class);
      stream.reset();
      int last = 0;
      for (boolean first = true; stream.incrementToken(); first = false) {
        require(term.length() > 0 && term.length() <= 600, "term of " + term.length());
        require(offset.startOffset() >= last && offset.endOffset() > offset.startOffset()
            && offset.endOffset() <= text.length(), "offsets of " + term);
        require(increment.getPositionIncrement() >= (first ? 1 : 0) && span.getPositionLength() >= 1,
            "position of " + term);
        last = offset.startOffset();
      }
      stream.end();
      require(offset.endOffset() == text.length(), "end");
    }
  }

  private static void require(boolean condition, String what) {
    if (!condition)
      throw new AssertionError(what);
  }
}
