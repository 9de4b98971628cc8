package io.fengsui.indexer.document;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The forms in which identifiers are compared: as they are indexed, and as a query is compiled. */
public final class Keys {
  /** Longer ones are no codes, and would take the matcher as deep as they are long. */
  private static final int LONGEST_CODE = 64;
  private static final Pattern HS = Pattern
      .compile("(?i)(?:(?:ex|hs|chapters?|headings?|subheadings?|codes?)[ .:]*)*(?<digits>\\d\\d(?:[ .]?\\d){0,10})");
  private static final Pattern ICS = Pattern
      .compile("(?i)(?:ics[ .:]*)?(?<digits>\\d\\d(?:[.,]\\d{3}(?:[.,]\\d\\d)?)?)");

  private Keys() {}

  /** A reference without case and punctuation: {@code A12/1188/13} and {@code a12 1188-13} are the same. */
  public static String reference(String given) {
    StringBuilder key = new StringBuilder(given.length());
    given.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
  }

  /** The digits of a code of the Harmonized System, two to twelve of them; empty where there is none: {@code ex 8507.60}. */
  public static String hs(String given) {
    Matcher code = HS.matcher(given.length() > LONGEST_CODE ? "" : given);
    return code.matches() ? code.group("digits").replaceAll("\\D", "") : "";
  }

  /** A code of the International Classification for Standards with points: {@code 29.220.99}; empty where there is none. */
  public static String ics(String given) {
    Matcher code = ICS.matcher(given);
    return code.matches() ? code.group("digits").replace(',', '.') : "";
  }

  /** A bar code's digits without leading zeros: UPC-12, EAN-13 and GTIN-14 of one item differ only in these. */
  public static String gtin(String given) {
    StringBuilder key = new StringBuilder(given.length());
    given.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> key.append((char) c));
    int zeros = 0;
    while (zeros < key.length() - 1 && key.charAt(zeros) == '0')
      zeros++;
    return key.substring(zeros);
  }
}
