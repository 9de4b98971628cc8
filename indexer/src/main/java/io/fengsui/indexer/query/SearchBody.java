package io.fengsui.indexer.query;

import io.fengsui.indexer.taxonomy.Concepts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes the JSON of a search. */
final class SearchBody {
  static final List<SearchField> FACETS = List.of(SearchField.KIND, SearchField.BY, SearchField.ORIGIN,
      SearchField.SOURCE, SearchField.LANG, SearchField.YEAR);
  /** Facets of which a notice always has a value. */
  static final List<SearchField> COMPLETE = List.of(SearchField.KIND, SearchField.SOURCE, SearchField.LANG);
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final int FACET_VALUES = 30;
  private static final int YEARS = 60;
  private static final int SNIPPET = 220;
  /** Characters of a text that are looked through for marks: the rest is searched, but not marked. */
  private static final int MARKED_CHARACTERS = 50_000;
  private static final String[] SHOWN = {"number", "revision", "source", "reference", "kind", "lang", "title", "by",
      "origin", "published", "class", "goods", "category", "hazard", "measure", "page"};
  private final Concepts concepts;
  private final String timeout;

  SearchBody(Concepts concepts, String timeout) {
    this.concepts = concepts;
    this.timeout = timeout;
  }

  /** How a request is ranked: a query without a word to rank by is in the order of dates. */
  SearchRequest.Sort sort(SearchRequest request) {
    boolean words = !new ElasticsearchCompiler(concepts, LocalDate.EPOCH, false).marked(request.query()).isEmpty();
    return words ? request.sort() : SearchRequest.Sort.DATE;
  }

  ObjectNode write(SearchRequest request, SearchRequest.Sort sort, LocalDate today, @Nullable Cursor after) {
    boolean ranked = sort == SearchRequest.Sort.RELEVANCE;
    ElasticsearchCompiler compiler = new ElasticsearchCompiler(concepts, today, ranked);
    ObjectNode body = NODES.objectNode().put("size", request.size()).put("timeout", timeout).put("track_total_hits",
        true);
    ObjectNode query = compiler.compile(request.query());
    body.set("query", ranked ? fresh(query, today) : query);
    sort(body.putArray("sort"), ranked);
    if (after != null)
      body.putArray("search_after").add(after.sort()).add(after.number());
    ArrayNode source = body.putArray("_source");
    for (String field : SHOWN)
      source.add(field);
    highlight(body.putObject("highlight"), compiler.marked(request.query()));
    if (request.facets())
      facets(body.putObject("aggs"));
    return body;
  }

  /** The number of hits only. */
  ObjectNode count(Query query, LocalDate today) {
    ObjectNode body = NODES.objectNode();
    body.set("query", new ElasticsearchCompiler(concepts, today, false).compile(query));
    return body;
  }

  private static void sort(ArrayNode sort, boolean ranked) {
    if (ranked)
      sort.addObject().put("_score", "desc");
    else
      sort.addObject().putObject("published").put("order", "desc").put("missing", "_last");
    sort.addObject().put("number", "desc");
  }

  /** Age weighs mildly: ten years halve a score. A notice without a date counts as new. */
  private static ObjectNode fresh(ObjectNode query, LocalDate today) {
    ObjectNode score = NODES.objectNode();
    score.set("query", query);
    score.putObject("exp").putObject("published").put("origin", today.toString()).put("scale", "3650d").put("decay",
        0.5);
    ObjectNode outer = NODES.objectNode();
    outer.set("function_score", score);
    return outer;
  }

  private static void highlight(ObjectNode highlight, List<String> words) {
    highlight.put("type", "unified").put("require_field_match", false).put("max_analyzed_offset", MARKED_CHARACTERS);
    highlight.putArray("pre_tags").add(String.valueOf(Hit.MARK));
    highlight.putArray("post_tags").add(String.valueOf(Hit.UNMARK));
    if (words.isEmpty())
      highlight.putObject("highlight_query").putObject("match_none");
    else
      highlight.set("highlight_query", ElasticsearchCompiler.anyOf(words));
    ObjectNode fields = highlight.putObject("fields");
    if (!words.isEmpty())
      fields.putObject("title").put("number_of_fragments", 0);
    fields.putObject("text").put("number_of_fragments", 1).put("fragment_size", SNIPPET).put("no_match_size", SNIPPET);
  }

  private static void facets(ObjectNode aggs) {
    for (SearchField field : FACETS) {
      ObjectNode terms = aggs.putObject(field.code()).putObject("terms").put("field", field.code());
      if (field == SearchField.YEAR)
        terms.put("size", YEARS).putObject("order").put("_key", "desc");
      else
        terms.put("size", FACET_VALUES);
      if (!COMPLETE.contains(field))
        aggs.putObject(field.code() + "-missing").putObject("missing").put("field", field.code());
    }
  }
}
