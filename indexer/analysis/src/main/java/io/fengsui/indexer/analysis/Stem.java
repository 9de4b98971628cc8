package io.fengsui.indexer.analysis;

/**
 * Takes plural and case endings off a folded word, whatever its language: only endings whose loss joins forms of one word far more often
 * than different words. Depends on the word alone, so a part of a code becomes the same as the same letters elsewhere. Words of
 * three letters and less stay.
 */
final class Stem {
  private Stem() {}

  /** The length of the word after it was changed in place. */
  static int stem(char[] word, int length) {
    if (length <= 3)
      return length;
    char last = word[length - 1];
    if (last <= 'z')
      return latin(word, length);
    if (last >= 'а' && last <= 'ё')
      return without(word, length, 2, "аяыиоеуюйьё");
    if (last >= 'α' && last <= 'ω')
      return without(word, length, 3, "αειουηωσ");
    return last >= 'ء' && last <= 'ي' ? arabic(word, length) : length;
  }

  private static int latin(char[] word, int given) {
    int length = singular(word, given);
    if (length >= 6 && ends(word, length, "en") && word[length - 3] != 'e')
      length--;
    if (length >= 4 && ends(word, length, "ie"))
      return length - 1;
    if (length >= 4 && word[length - 1] == 'y' && !vowel(word[length - 2])) {
      word[length - 1] = 'i';
      return length;
    }
    return length >= 6 && word[length - 1] == 'e' ? length - 1 : length;
  }

  private static int singular(char[] word, int length) {
    if (word[length - 1] != 's' || word[length - 2] == 's' || ends(word, length, "us") || ends(word, length, "is"))
      return length;
    boolean sibilant = length >= 5
        && (ends(word, length, "xes") || ends(word, length, "ches") || ends(word, length, "shes")
            || ends(word, length, "sses"));
    return sibilant ? length - 2 : length - 1;
  }

  private static int without(char[] word, int given, int most, String endings) {
    int length = given;
    while (length > 4 && length > given - most && endings.indexOf(word[length - 1]) >= 0)
      length--;
    return length;
  }

  /** Without the article. */
  private static int arabic(char[] word, int length) {
    if (length < 6 || word[0] != 'ا' || word[1] != 'ل')
      return length;
    System.arraycopy(word, 2, word, 0, length - 2);
    return length - 2;
  }

  private static boolean vowel(char c) {
    return "aeiou".indexOf(c) >= 0;
  }

  private static boolean ends(char[] word, int length, String ending) {
    int from = length - ending.length();
    if (from < 0)
      return false;
    for (int i = 0; i < ending.length(); i++)
      if (word[from + i] != ending.charAt(i))
        return false;
    return true;
  }
}
