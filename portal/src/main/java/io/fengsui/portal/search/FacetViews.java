package io.fengsui.portal.search;

import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.SearchField;
import io.fengsui.indexer.query.SearchRequest.Sort;
import io.fengsui.indexer.query.SearchResult;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns facets into lists of links. */
final class FacetViews {
  /** Shown at once; the rest on demand. */
  private static final int SHOWN = 8;

  private final ValueNames names;
  private final Words words;

  FacetViews(ValueNames names, Words words) {
    this.names = names;
    this.words = words;
  }

  List<FacetView> of(Question question, Answer.Found found) {
    return found.result().facets().stream().filter(facet -> !facet.counts().isEmpty())
        .map(facet -> of(question, found.understood().chips(), facet)).toList();
  }

  private FacetView of(Question question, List<Parsed.Chip> chips, SearchResult.Facet facet) {
    List<FacetView.Value> values = facet.counts().stream().map(count -> value(question, chips, facet.field(), count))
        .toList();
    int shown = values.size() <= SHOWN + 1 ? values.size() : SHOWN;
    return new FacetView(facet.field().code(), words.say("facet." + facet.field().code()), values.subList(0, shown),
        values.subList(shown, values.size()), rest(facet));
  }

  private FacetView.Value value(Question question, List<Parsed.Chip> chips, SearchField field,
      SearchResult.Count count) {
    Optional<Parsed.Chip> narrowed = chips.stream()
        .filter(chip -> chip.field() == field && chip.code().equalsIgnoreCase(count.value())).findFirst();
    String query = narrowed.map(Parsed.Chip::without)
        .orElseGet(() -> SearchAddress.with(question.text(), field, count.value()));
    @Nullable
    Sort sort = question.sort();
    return new FacetView.Value(id(field, count.value()), Markup.plain(names.name(field, count.value())),
        words.number(count.hits()),
        SearchAddress.of(query, sort, null), narrowed.isPresent());
  }

  private static String id(SearchField field, String value) {
    return field.code() + "-" + value.replaceAll("[^\\p{L}\\p{N}-]", "_");
  }

  private List<FacetView.Rest> rest(SearchResult.Facet facet) {
    List<FacetView.Rest> rest = new ArrayList<>();
    if (facet.others() > 0)
      rest.add(new FacetView.Rest(words.say("facet.others"), words.number(facet.others())));
    if (facet.missing() > 0)
      rest.add(new FacetView.Rest(words.say("facet.missing"), words.number(facet.missing())));
    return rest;
  }
}
