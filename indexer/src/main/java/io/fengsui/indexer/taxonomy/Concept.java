package io.fengsui.indexer.taxonomy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A thing that words of many languages name.
 *
 * @param code    such as {@code power-bank}; unique over all sorts
 * @param under   code of the concept that this one is a case of, null at the top: a battery is also found as a power bank
 * @param heading HS 2022 heading of a product, four digits; null where there is none
 * @param labels  by BCP 47 language, the first of each being the name to show
 */
public record Concept(String code, Sort sort, @Nullable String under, @Nullable String heading,
    Map<String, List<String>> labels) {
  /** What sort of thing it is. */
  public enum Sort {
    PRODUCT, HAZARD, KIND
  }

  public Concept {
    Map<String, List<String>> copy = new LinkedHashMap<>();
    labels.forEach((language, words) -> copy.put(language, List.copyOf(words)));
    labels = Collections.unmodifiableMap(copy);
  }

  /** The name in a language; else in English, else in whatever language there is, else the code. */
  public String name(String language) {
    for (String wanted : List.of(language, language.replaceFirst("-.*", ""), "en"))
      if (labels.containsKey(wanted))
        return labels.get(wanted).getFirst();
    return labels.isEmpty() ? code : labels.values().iterator().next().getFirst();
  }

  List<String> allLabels() {
    List<String> all = new ArrayList<>();
    labels.values().forEach(all::addAll);
    return all;
  }
}
