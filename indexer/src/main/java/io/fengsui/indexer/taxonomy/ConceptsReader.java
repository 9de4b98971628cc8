package io.fengsui.indexer.taxonomy;

import com.ibm.icu.util.ULocale;
import io.fengsui.crawler.notice.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code concepts.yaml}: sorts, in them codes, in them languages with labels. A faulty concept is left out. */
final class ConceptsReader {
  private static final Map<String, Concept.Sort> SORTS = Map.of("products", Concept.Sort.PRODUCT, "hazards",
      Concept.Sort.HAZARD, "kinds", Concept.Sort.KIND);
  private final TaxonomyFile file;
  private final Map<String, Concept> concepts = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  ConceptsReader(TaxonomyFile file) {
    this.file = file;
  }

  Map<String, Concept> read() {
    file.map(file.read(), "concepts").forEach(this::sort);
    List.copyOf(concepts.values()).forEach(this::checkUnder);
    return concepts;
  }

  private void sort(String name, Node node) {
    Concept.Sort sort = SORTS.get(name);
    if (sort == null)
      file.fault(TaxonomyFile.line(node), "unknown sort \"" + name + "\": products, hazards or kinds are expected");
    else
      file.map(node, name).forEach((code, entry) -> concept(sort, code, entry));
  }

  private void concept(Concept.Sort sort, String code, Node node) {
    int before = file.faults().size();
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*"))
      file.fault(TaxonomyFile.line(node), code + ": a code is lower-case words with hyphens");
    if (concepts.containsKey(code))
      file.fault(TaxonomyFile.line(node), code + ": the code is taken");
    if (sort == Concept.Sort.KIND && Kind.of(code).isEmpty())
      file.fault(TaxonomyFile.line(node), code + ": no kind of notice");
    Concept concept = read(sort, code, node);
    if (file.faults().size() == before) {
      concepts.put(code, concept);
      lines.put(code, TaxonomyFile.line(node));
    }
  }

  private Concept read(Concept.Sort sort, String code, Node node) {
    String under = null;
    String heading = null;
    Map<String, List<String>> labels = new LinkedHashMap<>();
    for (Map.Entry<String, Node> entry : file.map(node, code).entrySet())
      switch (entry.getKey()) {
        case "under" -> under = file.scalar(entry.getValue(), code);
        case "hs" -> heading = heading(sort, code, entry.getValue());
        default -> labels(code, entry.getKey(), entry.getValue(), labels);
      }
    if (labels.isEmpty())
      file.fault(TaxonomyFile.line(node), code + ": no label in any language");
    return new Concept(code, sort, under, heading, labels);
  }

  private @Nullable String heading(Concept.Sort sort, String code, Node node) {
    String heading = file.scalar(node, code);
    if (heading == null || sort == Concept.Sort.PRODUCT && heading.matches("[0-9]{4}"))
      return heading;
    return file.fault(TaxonomyFile.line(node), code + ": hs is the four digits of a product's HS heading");
  }

  private void labels(String code, String language, Node node, Map<String, List<String>> labels) {
    if (!language.matches("[a-z]{2,3}(-[A-Z][a-z]{3})?") || new ULocale(language).getISO3Language().isEmpty())
      file.fault(TaxonomyFile.line(node), code + ": \"" + language + "\" is no language; others are hs and under");
    else
      labels.put(language, file.words(node, code + " " + language));
  }

  private void checkUnder(Concept concept) {
    String above = concept.under();
    for (int steps = 0; above != null; steps++) {
      Concept next = concepts.get(above);
      if (next == null || steps > 10) {
        file.fault(lines.getOrDefault(concept.code(), 1),
            concept.code() + ": under " + concept.under()
                + (next == null ? ", which is not there" : " goes in a circle"));
        concepts.remove(concept.code());
        return;
      }
      above = next.under();
    }
  }
}
