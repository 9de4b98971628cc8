package io.fengsui.indexer.analysis;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Makes characters that people take for the same the same: case, width, accents, ligatures, digits of all scripts, forms of
 * Arabic letters, traditional Chinese.
 */
final class Folding {
  /** Stands in the table for a character that becomes several. */
  private static final char SEVERAL = '\uFFFF';
  /** Letters whose accent Unicode does not take for one, and Arabic letters that are written for one another. */
  private static final String SPECIAL = "ø o đ d ð d ł l ħ h ŧ t ı i ŀ l ſ s ƒ f ĸ k ɓ b ɖ d ɗ d ƙ k ɨ i ς σ ь ь й й ї ї ў ў "
      + "ى ي ة ه ک ك ی ي ٱ ا ے ي ھ ه ہ ه";
  private static final Map<String, String> LONGER = Map.of("ß", "ss", "ẞ", "ss", "æ", "ae", "œ", "oe", "þ", "th", "ĳ",
      "ij", "ŉ", "n", "Þ", "th", "Æ", "ae", "Œ", "oe");

  private static final char[] TABLE = new char[0x10000];
  private static final Map<Character, String> EXPANSIONS = new HashMap<>();

  static {
    for (int c = 0; c < TABLE.length; c++)
      TABLE[c] = (char) c;
    for (int c = 0; c < TABLE.length; c++)
      if (!Character.isSurrogate((char) c))
        put((char) c, decomposed(c));
    for (String[] pair : Characters.pairs(SPECIAL)) {
      put(pair[0].charAt(0), pair[1]);
      String upper = pair[0].toUpperCase(Locale.ROOT);
      if (upper.length() == 1 && upper.charAt(0) != 'I' && upper.charAt(0) != 'Σ' && upper.charAt(0) != 'S')
        put(upper.charAt(0), pair[1]);
    }
    LONGER.forEach((from, to) -> put(from.charAt(0), to));
    Characters.traditional((from, to) -> TABLE[from] = to);
  }

  private Folding() {}

  /** Whether the character counts as a digit: of any script, raised, lowered or circled. */
  static boolean isDigit(int c) {
    String plain = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD);
    return plain.length() == 1 && Character.isDigit(plain.charAt(0));
  }

  /** Appends what the unit becomes to the buffer at the place given and returns the place after it. At most 4 are appended. */
  static int append(char c, char[] to, int at) {
    char folded = TABLE[c];
    if (folded != SEVERAL) {
      to[at] = folded;
      return at + 1;
    }
    String several = EXPANSIONS.getOrDefault(c, "");
    several.getChars(0, several.length(), to, at);
    return at + several.length();
  }

  /** Likewise for a code point beyond the basic plane. */
  static int appendSupplementary(int codePoint, char[] to, int at) {
    String folded = decomposed(codePoint);
    int length = Math.min(folded.length(), 4);
    folded.getChars(0, length, to, at);
    return at + length;
  }

  private static void put(char from, String to) {
    if (to.length() == 1)
      TABLE[from] = to.charAt(0);
    else if (!to.isEmpty() && to.length() <= 4) {
      TABLE[from] = SEVERAL;
      EXPANSIONS.put(from, to);
    }
  }

  private static String decomposed(int c) {
    if (Character.isDigit(c))
      return Character.toString('0' + Character.digit(c, 10));
    if (c >= 0xFF66 && c <= 0xFF9D || c >= 0xF900 && c <= 0xFAFF)
      return Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
    if (!apart(c))
      return Character.toString(Character.toLowerCase(c));
    StringBuilder plain = new StringBuilder();
    Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).codePoints()
        .filter(p -> Character.getType(p) != Character.NON_SPACING_MARK && Character.isLetterOrDigit(p))
        .forEach(p -> plain.appendCodePoint(Character.toLowerCase(p)));
    return plain.toString();
  }

  /** Blocks where what Unicode takes apart may be dropped. In Indian scripts and kana it may not. */
  private static boolean apart(int c) {
    return c < 0x0700 || c >= 0x1D00 && c <= 0x218F || c >= 0x2460 && c <= 0x24FF || c >= 0xFB00 && c <= 0xFEFF
        || c >= 0xFF00 && c <= 0xFF5E || c >= 0x1D400 && c <= 0x1D7FF || c >= 0x1F100 && c <= 0x1F1FF;
  }
}
