package io.fengsui.indexer.analysis;

import java.text.Normalizer;

/** A run of characters that each take a position: Chinese and Japanese, Korean, or Thai and its like. Bounded. */
final class Run {
  /** A longer run is read in pieces. */
  private static final int LONGEST = 128;

  /** Folded characters, position after position. */
  final char[] chars = new char[(LONGEST + 1) * 4];
  private final int[] from = new int[LONGEST + 2];
  private final int[] start = new int[LONGEST + 1];
  private final int[] end = new int[LONGEST + 1];
  private final boolean[] han = new boolean[LONGEST + 1];
  private byte script;
  private int size;
  private boolean cut;

  /** Reads the run at an index; returns the index after it. Where it is cut, its last character begins the next one too. */
  int read(Text text, int index) {
    size = 0;
    script = text.script(index);
    int at = index;
    while (true) {
      byte next = text.script(at);
      if (next != Script.IGNORED && !Script.sameRun(script, next)) {
        cut = false;
        return at;
      }
      if (next != Script.IGNORED && !combined(text.at(at), at)) {
        if (size > LONGEST) {
          cut = true;
          return start[LONGEST];
        }
        put(text, at, next == Script.HAN);
      }
      at += text.width(at);
    }
  }

  private void put(Text text, int at, boolean chinese) {
    start[size] = at;
    end[size] = at + text.width(at);
    han[size] = chinese;
    from[size + 1] = text.fold(at, chars, from[size]);
    size++;
  }

  /** Joins a sound mark with its syllable and the letters of a Korean syllable; a mark that fits nothing is dropped. */
  private boolean combined(char c, int at) {
    boolean mark = c == '\u3099' || c == '\u309A' || c == '\uFF9E' || c == '\uFF9F';
    boolean letter = c >= '\u1161' && c <= '\u11FF';
    if (!mark && !letter)
      return false;
    if (size == 0 || from[size] - from[size - 1] != 1)
      return mark;
    char plain = c == '\uFF9E' ? '\u3099' : c == '\uFF9F' ? '\u309A' : c;
    String one = Normalizer.normalize(new String(new char[]{chars[from[size - 1]], plain}), Normalizer.Form.NFC);
    if (one.length() == 1) {
      chars[from[size - 1]] = one.charAt(0);
      end[size - 1] = at + 1;
    }
    return mark || one.length() == 1;
  }

  /** Positions that are this run's own: without the one that a cut leaves to the next. */
  int positions() {
    return cut ? size - 1 : size;
  }

  /** Characters seen, of which the last may belong to the next run. */
  int size() {
    return size;
  }

  byte script() {
    return script;
  }

  boolean isHan(int position) {
    return han[position];
  }

  boolean isAllHan() {
    for (int i = 0; i < size; i++)
      if (!han[i])
        return false;
    return true;
  }

  int start(int position) {
    return start[position];
  }

  int end(int position) {
    return end[position];
  }

  /** Where the folded characters of a position begin. */
  int from(int position) {
    return from[position];
  }

  /** One unit for each of its own positions; a character beyond the basic plane, which no dictionary has, is a geta mark. */
  String text() {
    StringBuilder units = new StringBuilder(positions());
    for (int i = 0; i < positions(); i++)
      units.append(from[i + 1] - from[i] == 1 ? chars[from[i]] : '〓');
    return units.toString();
  }
}
