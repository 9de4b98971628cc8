package io.fengsui.indexer.analysis;

import java.io.IOException;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;

/** Splits a text into terms as the package describes, in one pass. */
final class NoticeTokenizer extends Tokenizer {
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final Text text = new Text();
  private final Tokens tokens = new Tokens(this);
  private final Words words;
  private final Runs runs;
  private int index;
  private int position;

  NoticeTokenizer(boolean search) {
    words = new Words(search, text, tokens);
    runs = new Runs(search, text, tokens);
  }

  @Override
  public void reset() throws IOException {
    super.reset();
    text.read(input);
    tokens.clear();
    words.begin();
    index = position = 0;
  }

  @Override
  public boolean incrementToken() {
    while (tokens.isEmpty())
      if (index < text.length())
        advance();
      else
        return false;
    clearAttributes();
    tokens.take();
    offset.setOffset(correctOffset(offset.startOffset()), correctOffset(offset.endOffset()));
    return true;
  }

  private void advance() {
    switch (text.script(index)) {
      case Script.BREAK, Script.IGNORED -> index += text.width(index);
      case Script.LETTER, Script.DIGIT, Script.SIGN -> index = words.add(index, position++);
      default -> {
        index = runs.add(index, position);
        position += runs.positions();
      }
    }
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(text.length());
    offset.setOffset(last, last);
  }

  @Override
  public void close() throws IOException {
    super.close();
    text.clear();
  }
}
