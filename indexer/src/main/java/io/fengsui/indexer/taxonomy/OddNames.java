package io.fengsui.indexer.taxonomy;

import io.fengsui.crawler.source.Fault;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yaml.snakeyaml.nodes.Node;

/**
 * What {@code partners.yaml} adds to CLDR.
 *
 * @param codes   by folded spelling
 * @param shown   by code, then language
 * @param nowhere folded words that mean "not known"
 */
record OddNames(Map<String, String> codes, Map<String, Map<String, String>> shown, Set<String> nowhere,
    List<Fault> faults) {
  static OddNames read(TaxonomyFile file) {
    OddNames names = new OddNames(new HashMap<>(), new HashMap<>(), new HashSet<>(), List.of());
    file.map(file.read(), "partners").forEach((key, node) -> {
      switch (key) {
        case "spellings" -> file.map(node, key).forEach((code, words) -> names.spellings(file, code, words));
        case "shown" -> file.map(node, key).forEach((code, words) -> names.shown(file, code, words));
        case "nowhere" -> file.words(node, key).forEach(word -> names.nowhere.add(Folding.fold(word)));
        default -> file.fault(TaxonomyFile.line(node), "unknown key \"" + key + "\": spellings, shown or nowhere");
      }
    });
    return new OddNames(names.codes, names.shown, names.nowhere, file.faults());
  }

  Optional<String> code(String folded) {
    return Optional.ofNullable(codes.get(folded));
  }

  boolean nowhere(String folded) {
    return nowhere.contains(folded);
  }

  /** The name to show, of the language itself, its script or its primary subtag. */
  Optional<String> name(String code, String language) {
    Map<String, String> names = shown.getOrDefault(code, Map.of());
    String name = names.get(language);
    return Optional.ofNullable(name != null ? name : names.get(language.replaceFirst("-(?!Hant|TW|HK|MO).*", "")));
  }

  private void spellings(TaxonomyFile file, String code, Node node) {
    if (checked(file, code, node))
      file.words(node, code).forEach(word -> codes.put(Folding.fold(word), code));
  }

  private void shown(TaxonomyFile file, String code, Node node) {
    if (checked(file, code, node))
      file.map(node, code).forEach((language, name) -> {
        String text = file.scalar(name, code);
        if (text != null)
          shown.computeIfAbsent(code, any -> new HashMap<>()).put(language, text);
      });
  }

  private static boolean checked(TaxonomyFile file, String code, Node node) {
    if (CldrNames.known(code))
      return true;
    file.fault(TaxonomyFile.line(node), "\"" + code + "\" is no ISO 3166-1 alpha-2 code, EU or XK");
    return false;
  }
}
