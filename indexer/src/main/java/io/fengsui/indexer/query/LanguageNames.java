package io.fengsui.indexer.query;

import com.ibm.icu.util.ULocale;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Languages of notices by BCP 47 subtag, or by name in English, Chinese and the language itself. */
final class LanguageNames {
  private static final Set<String> CODES = Set.of(Locale.getISOLanguages());

  private LanguageNames() {}

  private static final class Names {
    static final Map<String, String> BY_NAME = read();
  }

  /** The primary subtag, {@code und} included; empty where it is no language. */
  static Optional<String> code(String given) {
    String text = given.strip().toLowerCase(Locale.ROOT);
    String subtag = text.replaceFirst("[-_].*", "");
    if (subtag.equals("und") || CODES.contains(subtag))
      return Optional.of(subtag);
    return Optional.ofNullable(Names.BY_NAME.get(text));
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>();
    for (String code : CODES) {
      ULocale language = ULocale.forLanguageTag(code);
      for (ULocale shown : List.of(ULocale.ENGLISH, ULocale.CHINESE, ULocale.TRADITIONAL_CHINESE, language))
        names.putIfAbsent(language.getDisplayLanguage(shown).toLowerCase(Locale.ROOT), code);
    }
    return names;
  }
}
