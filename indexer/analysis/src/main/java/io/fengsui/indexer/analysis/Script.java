package io.fengsui.indexer.analysis;

import static java.lang.Character.getType;

import java.lang.Character.UnicodeBlock;

/** How a character takes part in tokens. Constants of a byte, for tables over all characters. */
final class Script {
  /** Ends a token: white space, punctuation, symbols, emoji. */
  static final byte BREAK = 0;
  /** Part of a word that spaces delimit. */
  static final byte LETTER = 1;
  static final byte DIGIT = 2;
  /** A sign that is searched for like a word: percent, per mille. */
  static final byte SIGN = 3;
  /** Chinese, wherever it occurs. */
  static final byte HAN = 4;
  /** Japanese syllables and bopomofo; one run with {@link #HAN}. */
  static final byte KANA = 5;
  static final byte HANGUL = 6;
  /** Scripts without spaces between words: Thai, Lao, Khmer, Burmese. */
  static final byte UNSPACED = 7;
  /** Neither seen nor searched for: zero-width and direction marks, soft hyphens, accents that stand alone. */
  static final byte IGNORED = 8;

  private static final byte[] BASIC = new byte[0x10000];

  static {
    for (int c = 0; c < BASIC.length; c++)
      BASIC[c] = classify(c);
  }

  private Script() {}

  /** Of a UTF-16 unit; a surrogate is {@link #BREAK}. */
  static byte of(char c) {
    return BASIC[c];
  }

  /** Of a code point beyond the basic plane. */
  static byte ofSupplementary(int codePoint) {
    return codePoint >= 0xE0000 && codePoint <= 0xE0FFF ? IGNORED : classify(codePoint);
  }

  /** Whether each character takes a position of its own. */
  static boolean inRuns(byte script) {
    return script >= HAN && script <= UNSPACED;
  }

  /** Whether both belong to one run of characters that are taken in pairs. */
  static boolean sameRun(byte one, byte other) {
    return one == other || one == HAN && other == KANA || one == KANA && other == HAN;
  }

  private static byte classify(int c) {
    if (c == '%' || c == '‰' || c == '٪' || c == '％')
      return SIGN;
    if (ignored(c))
      return IGNORED;
    if (c == 'ʼ')
      return BREAK;
    if (Character.isIdeographic(c) || c == '々')
      return HAN;
    return switch (getType(c)) {
      case Character.DECIMAL_DIGIT_NUMBER -> DIGIT;
      case Character.OTHER_NUMBER -> Folding.isDigit(c) ? DIGIT : BREAK;
      case Character.LETTER_NUMBER, Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK ->
        unspaced(c) ? UNSPACED : c == 0x3099 || c == 0x309A ? KANA : LETTER;
      default -> Character.isLetter(c) ? letter(c) : BREAK;
    };
  }

  private static byte letter(int c) {
    return switch (Character.UnicodeScript.of(c)) {
      case HIRAGANA, KATAKANA, BOPOMOFO -> KANA;
      case HANGUL -> HANGUL;
      default -> c >= 0x30FC && c <= 0x30FE || c == 0xFF70 || c == 0xFF9E || c == 0xFF9F
          ? KANA
          : unspaced(c) ? UNSPACED : LETTER;
    };
  }

  private static boolean unspaced(int c) {
    return c >= 0x0E00 && c <= 0x0EFF || c >= 0x1000 && c <= 0x109F || c >= 0x1780 && c <= 0x17FF;
  }

  private static boolean ignored(int c) {
    int type = getType(c);
    if (type == Character.FORMAT || type == Character.ENCLOSING_MARK)
      return true;
    if (type == Character.MODIFIER_LETTER)
      return c == 0x0640 || c >= 0x02B0 && c <= 0x02FF && c != 'ʼ';
    return type == Character.NON_SPACING_MARK && accent(c);
  }

  /** Marks of scripts that are read without them; the vowel signs of Indian scripts are letters. */
  private static boolean accent(int c) {
    UnicodeBlock block = UnicodeBlock.of(c);
    return block == UnicodeBlock.COMBINING_DIACRITICAL_MARKS || block == UnicodeBlock.HEBREW
        || block == UnicodeBlock.ARABIC || block == UnicodeBlock.VARIATION_SELECTORS || c >= 0x1AB0 && c <= 0x1AFF
        || c >= 0x1DC0 && c <= 0x1DFF || c >= 0x20D0 && c <= 0x20FF || c >= 0xFE20 && c <= 0xFE2F
        || c == 0x0483 || c >= 0xE0100;
  }
}
