package io.fengsui.indexer.taxonomy;

import com.ibm.icu.text.Transliterator;
import io.fengsui.crawler.source.Fault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The concepts that words of a query may name: products, hazards, kinds of notices. Immutable. */
public final class Concepts {
  private static final Transliterator TRADITIONAL = Transliterator.getInstance("Hans-Hant");
  private final Map<String, Concept> byCode;
  private final Map<String, Concept> byLabel = new HashMap<>();
  private final Map<String, List<String>> labels = new HashMap<>();
  private final Map<String, List<String>> needles = new HashMap<>();
  private final List<Fault> faults;
  private final int longest;

  private Concepts(Map<String, Concept> byCode, List<Fault> faults) {
    this.byCode = new LinkedHashMap<>(byCode);
    this.faults = faults;
    for (Concept concept : byCode.values())
      for (String label : spellings(concept))
        byLabel.putIfAbsent(Folding.fold(label), concept);
    for (Concept concept : byCode.values())
      labels.put(concept.code(), List.copyOf(collect(concept)));
    labels.forEach((code, all) -> needles.put(code, needed(all)));
    longest = byLabel.keySet().stream().mapToInt(String::length).max().orElse(0);
  }

  /** Reads {@code concepts.yaml} of the folder. Concepts with a fault are left out, the others are not touched by it. */
  public static Concepts load(Path folder) {
    TaxonomyFile file = new TaxonomyFile(folder.resolve("concepts.yaml"));
    Map<String, Concept> concepts = new ConceptsReader(file).read();
    return new Concepts(concepts, file.faults());
  }

  /** No concepts at all: every word means itself only. */
  public static Concepts none() {
    return new Concepts(Map.of(), List.of());
  }

  /** All concepts, in the order of the file. */
  public Collection<Concept> all() {
    return List.copyOf(byCode.values());
  }

  /** The concept with that code. */
  public Optional<Concept> of(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The concept that has this label in any language, in singular or a simple plural; case and accents do not count. */
  public Optional<Concept> named(String words) {
    if (words.length() > 4 * longest + 8)
      return Optional.empty();
    String folded = Folding.fold(words);
    Concept exact = byLabel.get(folded);
    if (exact != null || folded.length() < 4)
      return Optional.ofNullable(exact);
    return singular(folded);
  }

  private Optional<Concept> singular(String folded) {
    if (folded.endsWith("ies")
        && byLabel.get(folded.substring(0, folded.length() - 3) + "y") instanceof Concept concept)
      return Optional.of(concept);
    for (String ending : List.of("s", "n", "es", "en", "er", "e"))
      if (folded.endsWith(ending) && folded.length() - ending.length() > 3
          && byLabel.get(folded.substring(0, folded.length() - ending.length())) instanceof Concept concept)
        return Optional.of(concept);
    return Optional.empty();
  }

  /** Every label that finds the concept: its own and those of the concepts under it, each once. Empty for no concept. */
  public List<String> labels(String code) {
    return labels.getOrDefault(code, List.of());
  }

  /**
   * The labels that suffice to find the concept: a label of several words is left out where a shorter one is a part of it,
   * since whatever has "lithium battery" has "battery". Empty for no concept.
   */
  public List<String> needles(String code) {
    return needles.getOrDefault(code, List.of());
  }

  /** Faults of the file, each with its line. */
  public List<Fault> faults() {
    return faults;
  }

  private static List<String> needed(List<String> labels) {
    Set<String> folded = labels.stream().map(Folding::fold).collect(Collectors.toSet());
    return labels.stream().filter(label -> !hasPart(Folding.fold(label), folded)).toList();
  }

  /** Whether some of its words, next to each other but not all of them, are one of the labels. */
  private static boolean hasPart(String label, Set<String> labels) {
    String[] words = label.split(" ");
    for (int from = 0; from < words.length; from++)
      for (int to = from + 1; to <= words.length; to++)
        if (to - from < words.length && labels.contains(String.join(" ", List.of(words).subList(from, to))))
          return true;
    return false;
  }

  /** The labels as written, and the Chinese ones in traditional characters too. */
  private static List<String> spellings(Concept concept) {
    List<String> spellings = new ArrayList<>(concept.allLabels());
    for (String label : concept.labels().getOrDefault("zh", List.of()))
      spellings.add(TRADITIONAL.transliterate(label));
    return spellings;
  }

  private Collection<String> collect(Concept top) {
    Map<String, String> found = new LinkedHashMap<>();
    Set<String> codes = new LinkedHashSet<>(List.of(top.code()));
    List<Concept> due = new ArrayList<>(List.of(top));
    while (!due.isEmpty()) {
      Concept concept = due.removeFirst();
      spellings(concept).forEach(label -> found.putIfAbsent(Folding.fold(label), label));
      for (Concept other : byCode.values())
        if (concept.code().equals(other.under()) && codes.add(other.code()))
          due.add(other);
    }
    return found.values();
  }
}
