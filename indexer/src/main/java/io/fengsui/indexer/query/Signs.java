package io.fengsui.indexer.query;

import java.lang.Character.UnicodeScript;

/** What single characters mean in a query. */
final class Signs {
  private Signs() {}

  /** The ASCII twin of full-width and typographic punctuation; any other character as it is. */
  static char ascii(char c) {
    return switch (c) {
      case '（' -> '(';
      case '）' -> ')';
      case '：' -> ':';
      case '，', '、' -> ',';
      case '“', '”', '„', '‟', '＂', '«', '»', '「', '」', '『', '』' -> '"';
      case '－', '−', '–', '—' -> '-';
      case '｜' -> '|';
      case '　', '\u00A0' -> ' ';
      default -> c;
    };
  }

  /** Whether the character at an index only keeps words apart: white space, and punctuation where no word goes on. */
  static boolean separates(String text, int at) {
    char c = text.charAt(at);
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c) || "，、；。！？;".indexOf(c) >= 0)
      return true;
    return (c == ',' || c == '!' || c == '?' || c == '.')
        && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)));
  }

  /** Whether a text has anything that can be found: a letter or a digit. */
  static boolean findable(String text) {
    return text.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** Whether a character belongs to a script that is written without spaces. */
  static boolean unspaced(char c) {
    if (c < 0x2E80)
      return false;
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HAN || script == UnicodeScript.HIRAGANA || script == UnicodeScript.KATAKANA
        || c == 'ー';
  }
}
