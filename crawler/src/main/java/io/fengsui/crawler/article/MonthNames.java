package io.fengsui.crawler.article;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Names of months in the languages of the world's press. */
final class MonthNames {
  /** Of two languages that mean different months by one word (listopad), the first wins. */
  private static final List<String> LANGUAGES = List.of("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb",
      "fi",
      "pl", "cs", "sk", "ru", "uk", "hu", "ro", "bg", "sr", "sl", "hr", "el", "tr", "lt", "lv", "et", "id", "ms", "ca",
      "eu",
      "gl", "is", "vi", "ar", "fa", "hi", "bn", "th", "be", "mk", "sq", "az", "ka", "hy", "he");
  private static final List<TextStyle> STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT,
      TextStyle.SHORT_STANDALONE);
  private static final int SHORTEST = 3;
  private static final Map<String, Integer> ALL = all();

  private MonthNames() {}

  /** 1 to 12, 0 for a word that is no month. */
  static int of(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    Integer month = ALL.get(lower);
    if (month == null && lower.length() > SHORTEST + 1)
      month = ALL.get(lower.substring(0, lower.length() - 1));
    return month == null ? 0 : month;
  }

  private static Map<String, Integer> all() {
    var names = new HashMap<String, Integer>();
    names.put("sept", 9);
    names.put("märz", 3);
    names.put("maerz", 3);
    names.put("jänner", 1);
    for (String language : LANGUAGES)
      for (Month month : Month.values())
        for (TextStyle style : STYLES)
          add(names, month.getDisplayName(style, Locale.of(language)), month.getValue());
    return Map.copyOf(names);
  }

  private static void add(Map<String, Integer> names, String name, int month) {
    String word = name.toLowerCase(Locale.ROOT).replace(".", "").strip();
    if (word.length() >= SHORTEST
        && word.chars().allMatch(c -> Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK))
      names.putIfAbsent(word, month);
  }
}
