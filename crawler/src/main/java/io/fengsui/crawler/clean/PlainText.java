package io.fengsui.crawler.clean;

/**
 * Folds white space and takes out what no text should carry: control characters (NUL is refused by PostgreSQL), lone
 * surrogates, byte order marks, zero-width spaces and marks that reverse the direction of what follows.
 */
public final class PlainText {
  /** One mebi-character: what a field may hold; the rest is cut off. */
  public static final int MOST = 1 << 20;

  /** Of the first 256 characters: 0 for those that stay as they are, 1 for the space, 2 for those that need a second look. */
  private static final byte[] KINDS = kinds();

  private PlainText() {}

  private static byte[] kinds() {
    byte[] kinds = new byte[256];
    for (char c = 0; c < kinds.length; c++)
      kinds[c] = (byte) (c == ' ' ? 1 : c < ' ' || isSuspect(c) ? 2 : 0);
    return kinds;
  }

  /** One line: every run of white space, line breaks too, becomes one space; trimmed. */
  public static String line(String text) {
    return clean(text, false);
  }

  /** Line breaks stay, at most one empty line between two; other white space is folded; trimmed. */
  public static String lines(String text) {
    return clean(text, true);
  }

  private static String clean(String given, boolean keepBreaks) {
    String text = given.length() > MOST ? given.substring(0, MOST) : given;
    if (isClean(text, keepBreaks))
      return text;
    // What comes out is never longer than what went in: it is written over what was read.
    char[] chars = text.toCharArray();
    int length = 0;
    int breaks = 0;
    boolean space = false;
    for (int i = 0; i < chars.length; i++) {
      char c = chars[i];
      boolean plain = isPlain(c);
      if (plain || !isBreak(c) && !isSpace(c) && !isDropped(c)) {
        length = separate(chars, length, breaks, space);
        breaks = 0;
        space = false;
        chars[length++] = plain || !isLone(text, i) ? c : '\uFFFD';
        while (plain && i + 1 < chars.length && isPlain(chars[i + 1]))
          chars[length++] = chars[++i];
      } else if (isBreak(c) && keepBreaks) {
        // CR LF is one break.
        breaks += c == '\n' && i > 0 && text.charAt(i - 1) == '\r' ? 0 : 1;
      } else if (isSpace(c) || isBreak(c))
        space = true;
    }
    return new String(chars, 0, length);
  }

  private static int separate(char[] chars, int length, int breaks, boolean space) {
    if (length == 0 || breaks == 0 && !space)
      return length;
    chars[length] = breaks > 0 ? '\n' : ' ';
    if (breaks > 1)
      chars[length + 1] = '\n';
    return length + (breaks > 1 ? 2 : 1);
  }

  /** Neither white space nor anything else that needs a second look. */
  private static boolean isPlain(char c) {
    return c < 256 ? KINDS[c] == 0 : !isSuspect(c);
  }

  /** Most values need nothing done. */
  private static boolean isClean(String text, boolean keepBreaks) {
    char before = ' ';
    int breaks = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isPlain(c)) {
        breaks = c == '\n' && keepBreaks && before != ' ' ? breaks + 1 : 0;
        boolean kept = c == ' ' ? before != ' ' && before != '\n' : breaks > 0 && breaks <= 2;
        if (!kept)
          return false;
      } else
        breaks = 0;
      before = c;
    }
    return before != ' ' && before != '\n' || text.isEmpty();
  }

  private static boolean isSuspect(char c) {
    return isSpace(c) || isBreak(c) || isDropped(c) || Character.isSurrogate(c);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r' || c == '\u2028' || c == '\u2029' || c == '\u000B' || c == '\f' || c == '\u0085';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\u00A0' || c > 0x7F && Character.isSpaceChar(c);
  }

  private static boolean isDropped(char c) {
    return Character.isISOControl(c) || c == '\uFEFF' || c == '\u200B' || c == '\uFFFE' || c == '\uFFFF'
        || c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069';
  }

  private static boolean isLone(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c))
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    return Character.isLowSurrogate(c) && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
