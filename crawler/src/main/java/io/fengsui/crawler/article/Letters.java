package io.fengsui.crawler.article;

/** What characters are for the counting of a text. */
final class Letters {
  static final int OTHER = 0;
  static final int LETTER = 1;
  /** Chinese, Japanese or Korean. */
  static final int IDEOGRAPH = 2;
  static final int COMMA = 3;
  /** Ends a sentence. */
  static final int STOP = 4;
  /** This and all after it do not stay as they are. */
  static final int SPACE = 5;
  /** No text should carry it: control characters, marks that reverse the direction of what follows. */
  static final int DROPPED = 6;
  /** Half of a character. */
  static final int LONE = 7;

  private static final byte[] ASCII = ascii();

  private Letters() {}

  /** Of the character at an index. */
  static int kind(String text, int i) {
    char c = text.charAt(i);
    if (c < 0x80)
      return ASCII[c];
    if (c >= 0x2E80 && c < 0xD800)
      return eastern(c);
    if (isSpace(c))
      return SPACE;
    return switch (c) {
      case '，', '،' -> COMMA;
      case '！', '？', '；', '…', '।' -> STOP;
      default -> isDropped(c) ? DROPPED : other(text, i, c);
    };
  }

  private static int eastern(char c) {
    return switch (c) {
      case '\u3000' -> SPACE;
      case '、' -> COMMA;
      case '。' -> STOP;
      default -> IDEOGRAPH;
    };
  }

  private static int other(String text, int i, char c) {
    if (Character.isSurrogate(c))
      return isLone(text, i, c) ? LONE : OTHER;
    return Character.isLetterOrDigit(c) ? LETTER : OTHER;
  }

  private static boolean isDropped(char c) {
    return c < 0xA0 || c == '\u200B' || c == '\uFEFF' || c == '\uFFFE' || c == '\uFFFF'
        || c >= '\u202A' && c <= '\u202E'
        || c >= '\u2066' && c <= '\u2069';
  }

  private static boolean isLone(String text, int i, char c) {
    if (Character.isHighSurrogate(c))
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
  }

  static boolean isSpace(char c) {
    return c <= ' ' || c == '\u00A0' || c == '\u3000' || c >= '\u2000' && c <= '\u200A' || c == '\u2028'
        || c == '\u2029';
  }

  private static byte[] ascii() {
    var kinds = new byte[0x80];
    for (char c = 0; c < kinds.length; c++)
      kinds[c] = (byte) (Character.isLetterOrDigit(c)
          ? LETTER
          : c == ' ' || c >= '\t' && c <= '\r' ? SPACE : c < ' ' || c == 0x7F ? DROPPED : OTHER);
    kinds[','] = COMMA;
    for (char c : new char[]{'.', '!', '?', ';'})
      kinds[c] = STOP;
    return kinds;
  }
}
