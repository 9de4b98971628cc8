package io.fengsui.indexer.taxonomy;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.Normalizer2;

/** Makes spellings comparable: case, accents, full-width letters, hyphens, apostrophes and white space do not count. */
final class Folding {
  private static final Normalizer2 DECOMPOSE = Normalizer2.getInstance(null, "nfkc", Normalizer2.Mode.DECOMPOSE);
  private static final Normalizer2 COMPOSE = Normalizer2.getNFCInstance();

  private Folding() {}

  static String fold(String text) {
    String plain = DECOMPOSE.normalize(UCharacter.foldCase(text, true));
    StringBuilder kept = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++)
      append(kept, plain.charAt(i));
    int end = kept.length();
    if (end > 0 && kept.charAt(end - 1) == ' ')
      kept.setLength(end - 1);
    return COMPOSE.normalize(kept);
  }

  private static void append(StringBuilder kept, char c) {
    if (c >= '\u0300' && c <= '\u036F' || c == '\'' || c == '\u2019' || c == '.')
      return;
    if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-' || c == '\u2010' || c == '\u2011' || c == '_')
      space(kept);
    else
      kept.append(c);
  }

  private static void space(StringBuilder kept) {
    if (!kept.isEmpty() && kept.charAt(kept.length() - 1) != ' ')
      kept.append(' ');
  }
}
