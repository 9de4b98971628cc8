package io.fengsui.crawler.read;

import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text that a regular expression may look at only so often. An expression that is harmless on the publisher's texts can take
 * for ever, or all of the stack, on a text made for it.
 */
final class BoundedText implements CharSequence {
  private static final int LOOKS_PER_CHARACTER = 1_000;
  private static final int LOOKS = 1_000_000;
  private final String text;
  private final long[] looks;

  private BoundedText(String text, long[] looks) {
    this.text = text;
    this.looks = looks;
  }

  /** What the matching yields, or what is given for a matching that went out of bounds, which is told. */
  static <T> T guard(Pattern pattern, String text, Function<Matcher, T> matching, T otherwise,
      Runnable overrun) {
    long most = Math.min(50L * LOOKS, LOOKS + (long) text.length() * LOOKS_PER_CHARACTER);
    try {
      return matching.apply(pattern.matcher(new BoundedText(text, new long[]{most})));
    } catch (TooManyLooks | StackOverflowError e) {
      overrun.run();
      return otherwise;
    }
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public char charAt(int index) {
    if (--looks[0] < 0)
      throw new TooManyLooks();
    return text.charAt(index);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyLooks() {
      super(null, null, false, false);
    }
  }
}
