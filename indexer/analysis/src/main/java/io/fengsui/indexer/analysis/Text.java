package io.fengsui.indexer.analysis;

import java.io.IOException;
import java.io.Reader;
import java.util.Arrays;

/** The whole of a text, in a buffer that is used again. A large one is given up after use. */
final class Text {
  private static final int KEPT = 1 << 18;

  private char[] chars = new char[4096];
  private int length;

  void read(Reader from) throws IOException {
    length = 0;
    for (int n = from.read(chars, 0, chars.length); n >= 0; n = from.read(chars, length, chars.length - length)) {
      length += n;
      if (length == chars.length)
        chars = Arrays.copyOf(chars, chars.length * 2);
    }
  }

  void clear() {
    length = 0;
    if (chars.length > KEPT)
      chars = new char[4096];
  }

  int length() {
    return length;
  }

  /** The unit at an index; 0 beyond the end. */
  char at(int index) {
    return index < length ? chars[index] : 0;
  }

  /** The class of the code point that begins at an index; {@link Script#BREAK} beyond the end. */
  byte script(int index) {
    char c = at(index);
    return pair(index) ? Script.ofSupplementary(Character.toCodePoint(c, chars[index + 1])) : Script.of(c);
  }

  /** Units of the code point at an index: 1 or 2. */
  int width(int index) {
    return pair(index) ? 2 : 1;
  }

  /** Appends the folded code point at an index; returns the place after it. */
  int fold(int index, char[] to, int at) {
    return pair(index)
        ? Folding.appendSupplementary(Character.toCodePoint(chars[index], chars[index + 1]), to, at)
        : Folding.append(chars[index], to, at);
  }

  /** The index of the next code point that is not ignored, from an index on. */
  int skipIgnored(int from) {
    int index = from;
    while (index < length && script(index) == Script.IGNORED)
      index += width(index);
    return index;
  }

  /** Whether there is a character that takes a position of its own. */
  boolean hasRuns() {
    for (int index = 0; index < length; index += width(index))
      if (Script.inRuns(script(index)))
        return true;
    return false;
  }

  private boolean pair(int index) {
    return Character.isHighSurrogate(at(index)) && Character.isLowSurrogate(at(index + 1));
  }
}
