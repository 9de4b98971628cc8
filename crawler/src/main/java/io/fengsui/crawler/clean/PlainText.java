package io.fengsui.crawler.clean;

/**
 * Folds white space and takes out what no text should carry: control characters (NUL is refused by PostgreSQL), lone
 * surrogates, byte order marks, zero-width spaces and marks that reverse the direction of what follows.
 */
public final class PlainText {
  /** One mebi-character: what a field may hold; the rest is cut off. */
  public static final int MOST = 1 << 20;

  private PlainText() {}

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
    if (isClean(text))
      return text;
    var out = new StringBuilder(text.length());
    int breaks = 0;
    boolean space = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (isBreak(c) && keepBreaks) {
        // CR LF is one break.
        breaks += c == '\n' && i > 0 && text.charAt(i - 1) == '\r' ? 0 : 1;
      } else if (isSpace(c) || isBreak(c)) {
        space = true;
      } else if (!isDropped(c)) {
        separate(out, breaks, space);
        breaks = 0;
        space = false;
        out.append(isLone(text, i) ? '\uFFFD' : c);
      }
    }
    return out.toString();
  }

  private static void separate(StringBuilder out, int breaks, boolean space) {
    if (out.isEmpty())
      return;
    if (breaks > 0)
      out.append(breaks == 1 ? "\n" : "\n\n");
    else if (space)
      out.append(' ');
  }

  /** Most values need nothing done. */
  private static boolean isClean(String text) {
    char before = ' ';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c == ' ' && before == ' ' || c >= 0x7F && isSuspect(c))
        return false;
      before = c;
    }
    return before != ' ' || text.isEmpty();
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
