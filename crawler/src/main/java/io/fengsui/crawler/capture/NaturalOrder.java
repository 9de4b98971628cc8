package io.fengsui.crawler.capture;

import java.util.Comparator;

/** The order in which people number files: {@code page_9} before {@code page_10}. */
final class NaturalOrder implements Comparator<String> {
  static final NaturalOrder INSTANCE = new NaturalOrder();

  private NaturalOrder() {}

  @Override
  public int compare(String one, String other) {
    int i = 0;
    int j = 0;
    while (i < one.length() && j < other.length()) {
      int endOne = end(one, i);
      int endOther = end(other, j);
      int result = part(one.substring(i, endOne), other.substring(j, endOther));
      if (result != 0)
        return result;
      i = endOne;
      j = endOther;
    }
    int rest = Integer.compare(one.length() - i, other.length() - j);
    return rest != 0 ? rest : one.compareTo(other);
  }

  /** End of the run of digits, or of other characters, that starts there. */
  private static int end(String text, int start) {
    int end = start + 1;
    while (end < text.length() && digit(text.charAt(end)) == digit(text.charAt(start)))
      end++;
    return end;
  }

  private static int part(String one, String other) {
    if (!digit(one.charAt(0)) || !digit(other.charAt(0)))
      return one.compareTo(other);
    var first = one.replaceFirst("^0+(?=.)", "");
    var second = other.replaceFirst("^0+(?=.)", "");
    return first.length() != second.length() ? first.length() - second.length() : first.compareTo(second);
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
