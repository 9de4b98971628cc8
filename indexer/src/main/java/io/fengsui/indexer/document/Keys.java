package io.fengsui.indexer.document;

import java.util.Locale;

/** The forms in which identifiers are compared: as they are indexed, and as a query is compiled. */
public final class Keys {
  private Keys() {}

  /** A reference without case and punctuation: {@code A12/1188/13} and {@code a12 1188-13} are the same. */
  public static String reference(String given) {
    StringBuilder key = new StringBuilder(given.length());
    given.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(key::appendCodePoint);
    return key.toString();
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
