package io.fengsui.indexer.analysis;

/** Makes tokens of words that spaces delimit, of numbers and of signs. */
final class Words {
  /** Longest term; what is longer is cut into terms of this length. */
  private static final int LONGEST = 64;
  private static final int MOST_PARTS = 4;

  private final boolean search;
  private final Text text;
  private final Tokens tokens;
  private final char[] word = new char[LONGEST + 4];
  private final char[] joined = new char[LONGEST + 4];
  private int length;
  private int total;
  /** End of the part read last, without ignored characters after it. */
  private int end;
  /** Where it was last tried to join parts; inside, it is not tried again. */
  private int tried;
  /** Position that the joined parts wait for, -1 for none. */
  private int due = -1;
  private boolean joins = true;

  Words(boolean search, Text text, Tokens tokens) {
    this.search = search;
    this.text = text;
    this.tokens = tokens;
  }

  /**
   * Begins a text. One to search for that has Chinese or the like beside words is not joined: Elasticsearch's span queries, which graphs
   * become, do not take the holes that those leave.
   */
  void begin() {
    tried = 0;
    due = -1;
    joins = !search || !text.hasRuns();
  }

  /** Adds the tokens of the part at an index, at a position that counts one on. Returns the index after it. */
  int add(int from, int position) {
    byte script = text.script(from);
    if (script == Script.SIGN)
      return sign(from, position);
    int after = part(from, script);
    int stem = script == Script.LETTER ? Stem.stem(word, length) : length;
    if (length > 0)
      tokens.add(word, 0, stem, from, end, position, 1);
    int next = script == Script.LETTER ? possessive(after) : after;
    if (position == due)
      tokens.add(joined, 0, total, from, end, position, 1);
    if (joins && from >= tried)
      join(from, script, position);
    return next;
  }

  private int sign(int from, int position) {
    word[0] = text.at(from) == '‰' ? '‰' : '%';
    tokens.add(word, 0, 1, from, from + 1, position, 1);
    return from + 1;
  }

  /** Reads letters, or digits, into the word; returns the index after them. */
  private int part(int from, byte script) {
    int index = from;
    length = 0;
    end = from;
    while (length < LONGEST) {
      byte next = text.script(index);
      if (next != script && next != Script.IGNORED)
        break;
      int width = text.width(index);
      if (next == script) {
        length = text.fold(index, word, length);
        end = index + width;
      }
      index += width;
    }
    return index;
  }

  /** The index after an English {@code 's}, or the index itself. */
  private int possessive(int index) {
    boolean found = Marks.apostrophe(text.at(index)) && (text.at(index + 1) | 0x20) == 's'
        && text.script(index + 2) != Script.LETTER && text.script(index + 2) != Script.DIGIT;
    return found ? index + 2 : index;
  }

  /**
   * A search asks for the parts or the joined, which takes as many positions: a graph. An index has no graphs. There the joined takes
   * the last position of the parts: at the first, Elasticsearch's span queries would take it for all of the parts and miss what
   * follows them.
   */
  private void join(int from, byte script, int position) {
    int parts = script == Script.LETTER ? joinLetters(from) : joinThousands(from);
    due = parts > 1 && !search ? position + parts - 1 : -1;
    if (parts > 1 && search)
      tokens.add(joined, 0, total, from, end, position, parts);
  }

  /** Joins {@code e-bike}, {@code O'Brien}, {@code U.S.}; returns the number of parts, 0 where there is nothing to join. */
  private int joinLetters(int from) {
    total = 0;
    boolean letters = true;
    int index = from;
    for (int parts = 1;; parts++) {
      int after = part(index, Script.LETTER);
      tried = after;
      letters &= length == 1;
      if (!append() || parts > MOST_PARTS)
        return 0;
      char mark = text.at(after);
      boolean more = (Marks.hyphen(mark) || Marks.apostrophe(mark) || mark == '.' && letters)
          && text.script(after + 1) == Script.LETTER && possessive(after) == after;
      if (mark == '.' && more && text.script(after + 2) == Script.LETTER)
        more = false;
      if (!more) {
        total = Stem.stem(joined, total);
        return parts;
      }
      index = after + 1;
    }
  }

  /** Joins {@code 1,100} and {@code 1.100.000}; the decimals of {@code 0.125} are no thousands. */
  private int joinThousands(int from) {
    total = 0;
    int index = part(from, Script.DIGIT);
    tried = index;
    char mark = text.at(index);
    if (length > 3 || word[0] == '0' || !Marks.thousands(mark) || !append())
      return 0;
    int parts = 1;
    int ended = end;
    while (text.at(index) == mark && text.script(index + 1) == Script.DIGIT) {
      index = part(index + 1, Script.DIGIT);
      tried = index;
      if (length != 3 || ++parts > MOST_PARTS || !append())
        return 0;
      ended = end;
    }
    end = ended;
    return parts;
  }

  private boolean append() {
    if (total + length > LONGEST)
      return false;
    System.arraycopy(word, 0, joined, total, length);
    total += length;
    return true;
  }
}
