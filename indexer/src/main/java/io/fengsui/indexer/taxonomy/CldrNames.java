package io.fengsui.indexer.taxonomy;

import com.ibm.icu.text.DisplayContext;
import com.ibm.icu.text.LocaleDisplayNames;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The partners' names in every language of the Unicode CLDR, with their ISO codes. Read when first asked. */
final class CldrNames {
  /** Where two languages give one spelling to two partners, the earlier language decides. */
  private static final List<String> FIRST = List.of("en", "zh", "zh-Hant", "de", "fr", "es", "it", "nl", "pl", "pt",
      "ja",
      "ko", "ru");
  private static final Set<String> CODES = codes();

  private CldrNames() {}

  private static final class Names {
    static final Map<String, String> BY_NAME = read();
  }

  static boolean known(String code) {
    return CODES.contains(code);
  }

  /** The code of a folded name, or of an alpha-2 or alpha-3 code. */
  static Optional<String> code(String folded) {
    return Optional.ofNullable(Names.BY_NAME.get(folded));
  }

  static String name(String code, ULocale language) {
    if (!CODES.contains(code))
      return code;
    return LocaleDisplayNames.getInstance(language, DisplayContext.LENGTH_SHORT).regionDisplayName(code);
  }

  private static Set<String> codes() {
    Set<String> codes = new LinkedHashSet<>(Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2));
    codes.add("EU");
    codes.add("XK");
    return codes;
  }

  private static Map<String, String> read() {
    Map<String, String> names = new HashMap<>(40_000);
    for (String code : CODES) {
      names.put(code.toLowerCase(Locale.ROOT), code);
      String three = new ULocale("und", code).getISO3Country();
      if (!three.isEmpty())
        names.putIfAbsent(three.toLowerCase(Locale.ROOT), code);
    }
    for (ULocale language : languages())
      read(language, names);
    return names;
  }

  private static void read(ULocale language, Map<String, String> names) {
    LocaleDisplayNames full = LocaleDisplayNames.getInstance(language, DisplayContext.LENGTH_FULL);
    LocaleDisplayNames brief = LocaleDisplayNames.getInstance(language, DisplayContext.LENGTH_SHORT);
    for (String code : CODES) {
      names.putIfAbsent(Folding.fold(full.regionDisplayName(code)), code);
      names.putIfAbsent(Folding.fold(brief.regionDisplayName(code)), code);
    }
  }

  private static List<ULocale> languages() {
    Set<ULocale> languages = new LinkedHashSet<>();
    FIRST.forEach(tag -> languages.add(ULocale.forLanguageTag(tag)));
    for (ULocale locale : ULocale.getAvailableLocales())
      if (locale.getCountry().isEmpty() && locale.getVariant().isEmpty() && !locale.getLanguage().isEmpty())
        languages.add(locale);
    return new ArrayList<>(languages);
  }
}
