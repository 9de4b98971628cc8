package io.fengsui.crawler.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What PostgreSQL cannot hold is taken out of a text: U+0000, and surrogates without their partner. */
final class Texts {
  private Texts() {}

  /** The same string where there is nothing to take out, as nearly always. */
  static String clean(String text) {
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) == 0 || Character.isSurrogate(text.charAt(i)))
        return rewrite(text);
    return text;
  }

  static @Nullable String cleanOrNull(@Nullable String text) {
    return text == null ? null : clean(text);
  }

  static List<String> clean(List<String> texts) {
    return texts.stream().map(Texts::clean).toList();
  }

  static Map<String, String> clean(Map<String, String> texts) {
    Map<String, String> clean = new LinkedHashMap<>();
    texts.forEach((name, text) -> clean.put(clean(name), clean(text)));
    return clean;
  }

  private static String rewrite(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().filter(point -> point != 0)
        .forEach(point -> clean.appendCodePoint(loneSurrogate(point) ? 0xFFFD : point));
    return clean.toString();
  }

  private static boolean loneSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }
}
