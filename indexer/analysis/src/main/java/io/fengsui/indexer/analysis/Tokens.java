package io.fengsui.indexer.analysis;

import java.util.Arrays;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionLengthAttribute;
import org.apache.lucene.util.AttributeSource;

/** Tokens that were made and not yet taken. Keeps its arrays, so that a token costs no object. */
final class Tokens {
  private final CharTermAttribute term;
  private final OffsetAttribute offset;
  private final PositionIncrementAttribute increment;
  private final PositionLengthAttribute span;

  private char[] chars = new char[1024];
  private int[] numbers = new int[256];
  private int used;
  private int made;
  private int taken;
  /** Position of the token taken last. */
  private int last = -1;

  Tokens(AttributeSource stream) {
    term = stream.addAttribute(CharTermAttribute.class);
    offset = stream.addAttribute(OffsetAttribute.class);
    increment = stream.addAttribute(PositionIncrementAttribute.class);
    span = stream.addAttribute(PositionLengthAttribute.class);
  }

  void clear() {
    used = made = taken = 0;
    last = -1;
  }

  boolean isEmpty() {
    return taken == made;
  }

  /** Adds a token that covers {@code positions} from a position on; positions must not fall from one to the next. */
  void add(char[] from, int at, int length, int start, int end, int position, int positions) {
    if (isEmpty())
      used = made = taken = 0;
    if (used + length > chars.length)
      chars = Arrays.copyOf(chars, Math.max(chars.length * 2, used + length));
    System.arraycopy(from, at, chars, used, length);
    int i = made * 5;
    if (i + 5 > numbers.length)
      numbers = Arrays.copyOf(numbers, numbers.length * 2);
    numbers[i] = used += length;
    numbers[i + 1] = start;
    numbers[i + 2] = end;
    numbers[i + 3] = position;
    numbers[i + 4] = positions;
    made++;
  }

  /** Puts the next token into the stream's attributes; offsets still count units of the text as read. */
  void take() {
    int i = taken++ * 5;
    int from = i == 0 ? 0 : numbers[i - 5];
    term.copyBuffer(chars, from, numbers[i] - from);
    offset.setOffset(numbers[i + 1], numbers[i + 2]);
    increment.setPositionIncrement(numbers[i + 3] - last);
    span.setPositionLength(numbers[i + 4]);
    last = numbers[i + 3];
  }
}
