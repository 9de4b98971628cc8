package io.fengsui.portal.notice;

/** What differs between two texts: all but their common beginning and end. */
record Difference(String lead, String before, String after, String tail) {
  /** Characters of what is common that are shown for orientation. */
  private static final int AROUND = 48;

  static Difference between(String before, String after) {
    int start = begin(before, after);
    int end = end(before, after, start);
    return new Difference(shortened(before.substring(0, start), true), before.substring(start, before.length() - end),
        after.substring(start, after.length() - end), shortened(before.substring(before.length() - end), false));
  }

  private static int begin(String before, String after) {
    int most = Math.min(before.length(), after.length());
    int i = 0;
    while (i < most && before.charAt(i) == after.charAt(i))
      i++;
    return i > 0 && Character.isHighSurrogate(before.charAt(i - 1)) ? i - 1 : i;
  }

  private static int end(String before, String after, int start) {
    int most = Math.min(before.length(), after.length()) - start;
    int i = 0;
    while (i < most && before.charAt(before.length() - 1 - i) == after.charAt(after.length() - 1 - i))
      i++;
    return i > 0 && Character.isLowSurrogate(before.charAt(before.length() - i)) ? i - 1 : i;
  }

  private static String shortened(String text, boolean keepEnd) {
    if (text.length() <= AROUND)
      return text;
    return keepEnd ? "…" + text.substring(text.length() - AROUND) : text.substring(0, AROUND) + "…";
  }
}
