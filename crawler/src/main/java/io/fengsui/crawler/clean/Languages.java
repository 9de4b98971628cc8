package io.fengsui.crawler.clean;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Language tags: from the names that publishers use, and a guess for texts whose publisher does not say. */
public final class Languages {
  /** BCP 47 for "not determined". */
  public static final String UNKNOWN = "und";
  private static final int ENOUGH = 600;
  private static final Map<String, String> BY_NAME = names();
  private static final Map<String, Set<String>> STOP_WORDS = Map.ofEntries(
      entry("en", "the of and to in for is are with was by this that from have been be should or not on may"),
      entry("de", "der die das und ist nicht mit von den wird sich auf für ein eine im zu bei werden wurde"),
      entry("fr", "le la les des et est du une un dans pour par sur avec pas ce sont au aux qui de en"),
      entry("es", "el la los las de y es en un una por con para del que se no al lo sus"),
      entry("it", "il la di e è che un una per con del della non sono nel alla dei gli da si"),
      entry("pt", "o a os as de e é em um uma por com para do da não que no na dos foi"),
      entry("nl", "de het een en van is niet met voor op zijn dat wordt in te aan door bij ook"),
      entry("sv", "och att är en ett som på av för med det inte den kan till från har"),
      entry("da", "og at er en et som på af for med det ikke den kan til fra har ved"),
      entry("pl", "i w na z nie się do jest że dla o oraz po przez są lub od"),
      entry("fi", "ja on ei se että tai sekä kun myös mutta ovat joka"),
      entry("cs", "a v na se je že z do pro s o nebo jsou ve od"));

  private Languages() {}

  private static Map.Entry<String, Set<String>> entry(String language, String words) {
    return Map.entry(language, Set.of(words.split(" ")));
  }

  /** The BCP 47 tag of a tag ("EN", "pt_BR"), or of a language's English or own name ("French", "Deutsch"). */
  public static Optional<String> tag(String given) {
    String text = given.strip();
    String named = BY_NAME.get(text.toLowerCase(Locale.ROOT));
    if (named != null)
      return Optional.of(named);
    if (!text.matches("(?i)[a-z]{2,3}([-_][a-z0-9]{2,8})*"))
      return Optional.empty();
    return Optional.of(Locale.forLanguageTag(text.replace('_', '-')).toLanguageTag());
  }

  /** English names of all languages, and the own names of those that publishers write in. */
  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (String code : Locale.getISOLanguages())
      names.put(Locale.of(code).getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
    for (String code : List.of("de", "fr", "es", "it", "pt", "nl", "sv", "da", "fi", "pl", "cs", "zh", "ja", "ko"))
      names.putIfAbsent(Locale.of(code).getDisplayLanguage(Locale.of(code)).toLowerCase(Locale.ROOT), code);
    // A name as short as a tag would hide the tag.
    names.keySet().removeIf(name -> name.length() <= 3 && name.chars().allMatch(c -> c < 0x80));
    return Map.copyOf(names);
  }

  /** The likely language of a text by its script and its commonest words, {@link #UNKNOWN} where neither tells. */
  public static String guess(String text) {
    String sample = text.length() > ENOUGH ? text.substring(0, ENOUGH) : text;
    return byScript(sample).orElseGet(() -> byWords(sample));
  }

  private static Optional<String> byScript(String text) {
    var counts = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x250)
        latin += Character.isLetter(c) ? 1 : 0;
      else if (Character.isLetter(c))
        counts.merge(UnicodeScript.of(c), 1, Integer::sum);
    }
    int letters = latin + counts.values().stream().mapToInt(Integer::intValue).sum();
    if (latin * 8 > letters * 7)
      return Optional.empty();
    if (share(counts, UnicodeScript.HANGUL) * 4 > letters)
      return Optional.of("ko");
    int kana = share(counts, UnicodeScript.HIRAGANA) + share(counts, UnicodeScript.KATAKANA);
    if (kana * 8 > letters)
      return Optional.of("ja");
    if (share(counts, UnicodeScript.HAN) * 4 > letters)
      return Optional.of("zh");
    return single(counts, letters);
  }

  private static Optional<String> single(Map<UnicodeScript, Integer> counts, int letters) {
    var languages = Map.of(UnicodeScript.GREEK, "el", UnicodeScript.THAI, "th", UnicodeScript.HEBREW, "he",
        UnicodeScript.CYRILLIC, "ru", UnicodeScript.ARABIC, "ar");
    return languages.entrySet().stream().filter(each -> share(counts, each.getKey()) * 2 > letters)
        .map(Map.Entry::getValue).findFirst();
  }

  private static int share(Map<UnicodeScript, Integer> counts, UnicodeScript script) {
    return counts.getOrDefault(script, 0);
  }

  private static List<String> words(String text) {
    var words = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean letter = i < text.length() && Character.isLetter(text.charAt(i));
      if (letter && start < 0)
        start = i;
      else if (!letter && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  private static String byWords(String text) {
    var words = words(text.toLowerCase(Locale.ROOT));
    String best = UNKNOWN;
    int most = 1;
    for (var language : STOP_WORDS.entrySet()) {
      int hits = 0;
      for (String word : words)
        if (language.getValue().contains(word))
          hits++;
      // Equal counts go to the language that comes first in the alphabet, so that a guess is repeatable.
      if (hits > most || hits == most && hits > 1 && language.getKey().compareTo(best) < 0) {
        best = language.getKey();
        most = hits;
      }
    }
    return best;
  }
}
