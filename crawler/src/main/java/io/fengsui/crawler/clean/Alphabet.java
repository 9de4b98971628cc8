package io.fengsui.crawler.clean;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;

/**
 * Charsets of alphabets other than the Latin one. Their words consist of bytes beyond ASCII, so a text decoded rightly shows
 * the alphabet's frequent letters, capitals only where words begin, and no signs inside words.
 *
 * @param frequent letters that make up four fifths of any text
 */
record Alphabet(Charset charset, Character.UnicodeScript script, String frequent) {
  private static final String CYRILLIC = "оеаинтсрвлкмдпу";
  private static final String GREEK = "αοιετσνηυρςίάόέή";
  private static final String HEBREW = "יוהלאתרבמשנ";
  private static final String ARABIC = "اليمونترةبعدهسف";
  private static final String THAI = "าน่รอก้เงมยลีวดัทสต";
  /** Of two that read the same letters from a text, the one before is more frequent in the world. */
  private static final List<Alphabet> ALL = List.of(
      of("windows-1251", Character.UnicodeScript.CYRILLIC, CYRILLIC),
      of("KOI8-R", Character.UnicodeScript.CYRILLIC, CYRILLIC),
      of("ISO-8859-5", Character.UnicodeScript.CYRILLIC, CYRILLIC),
      of("x-MacCyrillic", Character.UnicodeScript.CYRILLIC, CYRILLIC),
      of("IBM866", Character.UnicodeScript.CYRILLIC, CYRILLIC),
      of("IBM855", Character.UnicodeScript.CYRILLIC, CYRILLIC),
      of("windows-1253", Character.UnicodeScript.GREEK, GREEK),
      of("ISO-8859-7", Character.UnicodeScript.GREEK, GREEK),
      of("windows-1255", Character.UnicodeScript.HEBREW, HEBREW),
      of("windows-1256", Character.UnicodeScript.ARABIC, ARABIC),
      of("ISO-8859-6", Character.UnicodeScript.ARABIC, ARABIC),
      of("x-windows-874", Character.UnicodeScript.THAI, THAI));
  private static final double LEGIBLE = 0.4;

  private static Alphabet of(String charset, Character.UnicodeScript script, String frequent) {
    return new Alphabet(Charset.forName(charset), script, frequent);
  }

  /** The charset in which the bytes look most like text, empty where they do in none. */
  static Optional<CharsetFit> best(byte[] text) {
    return ALL.stream().map(alphabet -> new CharsetFit(alphabet.charset, alphabet.score(text)))
        .filter(fit -> fit.score() >= LEGIBLE).reduce((best, next) -> next.score() > best.score() ? next : best);
  }

  private double score(byte[] text) {
    var chars = new String(text, charset);
    double sum = 0;
    int all = 0;
    char before = ' ';
    for (int i = 0; i < chars.length(); i++) {
      char c = chars.charAt(i);
      if (c >= 0x80) {
        all++;
        sum += score(before, c);
      }
      before = c;
    }
    return all == 0 ? 0 : sum / all;
  }

  private double score(char before, char c) {
    if (c == '\uFFFD' || Character.isISOControl(c))
      return -2;
    if (Character.UnicodeScript.of(c) != script)
      return Character.isLetter(c) || Character.isLetter(before) && before >= 0x80 ? -0.7 : -0.2;
    // No word begins with letters of one alphabet and goes on with those of another.
    if (Character.isLetter(before) && before < 0x80)
      return -0.7;
    if (Character.isUpperCase(c))
      return Character.isLowerCase(before) ? -0.7 : 0.4;
    return frequent.indexOf(c) >= 0 ? 1 : 0.2;
  }
}
