package io.fengsui.portal.api;

import io.fengsui.indexer.query.SearchRequest.Sort;
import io.fengsui.portal.search.Question;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** Reads the parameters of a call; what is unknown, doubled or out of range is an error, never ignored. */
final class Parameters {
  private static final List<String> SEARCH = List.of("q", "sort", "size", "after", "facets");
  private static final int DEFAULT_SIZE = 20;
  private static final int MOST = 100;

  private final MultiValueMap<String, String> given;

  private Parameters(MultiValueMap<String, String> given) {
    this.given = given;
  }

  /** The question that a search's parameters ask. */
  static Question question(MultiValueMap<String, String> given) {
    only(given, SEARCH);
    Parameters parameters = new Parameters(given);
    String text = parameters.one("q");
    return new Question(text == null ? "" : text, parameters.sort(), parameters.size(), parameters.one("after"),
        parameters.facets());
  }

  /** Fails where a parameter is given that is not among those. */
  static void only(MultiValueMap<String, String> given, List<String> allowed) {
    for (String name : given.keySet())
      if (!allowed.contains(name))
        throw Problem.unknownParameter(name, allowed);
  }

  private @Nullable Sort sort() {
    String sort = one("sort");
    if (sort == null)
      return null;
    return switch (sort) {
      case "relevance" -> Sort.RELEVANCE;
      case "date" -> Sort.DATE;
      default -> throw Problem.badParameter("sort", sort, "relevance or date");
    };
  }

  private int size() {
    String size = one("size");
    if (size == null)
      return DEFAULT_SIZE;
    if (!size.matches("[0-9]{1,3}") || Integer.parseInt(size) < 1 || Integer.parseInt(size) > MOST)
      throw Problem.badParameter("size", size, "a number from 1 to " + MOST);
    return Integer.parseInt(size);
  }

  private boolean facets() {
    String facets = one("facets");
    if (facets != null && !facets.equals("true") && !facets.equals("false"))
      throw Problem.badParameter("facets", facets, "true or false");
    return facets == null || facets.equals("true");
  }

  private @Nullable String one(String name) {
    List<String> values = given.getOrDefault(name, List.of());
    if (values.size() > 1)
      throw Problem.badParameter(name, String.join(", ", values), "one value");
    return values.isEmpty() ? null : values.getFirst();
  }
}
