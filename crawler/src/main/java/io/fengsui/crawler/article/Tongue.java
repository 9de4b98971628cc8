package io.fengsui.crawler.article;

import io.fengsui.crawler.clean.Languages;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of an article: what its page declares, unless the text plainly is in another. */
final class Tongue {
  private static final int SAMPLE = 400;
  private static final int ENOUGH = 200;

  private Tongue() {}

  /** The language alone, without region or script (ISO 639); null where neither the page nor the text tells. */
  static @Nullable String of(Page page, LinkedData linked, String text) {
    String guess = Languages.guess(text.length() > SAMPLE ? text.substring(0, SAMPLE) : text);
    String declared = declared(page, linked);
    if (guess.equals(Languages.UNKNOWN))
      return declared;
    // Templates are English more often than their texts are; the commonest words of the others are told apart less surely.
    boolean doubtful = declared == null || isScript(guess) != isScript(declared)
        || declared.equals("en") && text.length() > ENOUGH;
    return doubtful ? guess : declared;
  }

  private static @Nullable String declared(Page page, LinkedData linked) {
    for (String given : new String[]{page.language(), linked.language}) {
      if (given == null || given.isBlank())
        continue;
      String tag = Languages.tag(given).orElse(null);
      String language = tag == null ? "" : Locale.forLanguageTag(tag).getLanguage();
      if (!language.isEmpty() && !language.equals(Languages.UNKNOWN))
        return language;
    }
    return null;
  }

  /** Whether the language is told by its script alone. */
  private static boolean isScript(String language) {
    return switch (language) {
      case "zh", "ja", "ko", "el", "th", "he" -> true;
      default -> false;
    };
  }
}
