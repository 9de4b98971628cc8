package io.fengsui.indexer.query;

import io.fengsui.indexer.analysis.NoticeAnalyzer;
import io.fengsui.indexer.document.Keys;
import io.fengsui.indexer.taxonomy.Concept;
import io.fengsui.indexer.taxonomy.Concepts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compiles a query to Elasticsearch's language. Matching is decided by the field {@code all}, which has every text of a
 * notice: so a word may stand in the title and the next one in a hazard. Where hits are ranked, titles, names and
 * references that have the word too weigh more. A word that is several terms (Chinese, codes) must stand as a phrase.
 */
final class ElasticsearchCompiler {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  /** A shorter beginning of a reference would match too much. */
  private static final int REFERENCE_PREFIX = 4;
  private final Concepts concepts;
  private final LocalDate today;
  private final boolean ranked;

  /**
   * Compiler for one query.
   *
   * @param today  what spans back from today are counted from
   * @param ranked whether scores are wanted
   */
  ElasticsearchCompiler(Concepts concepts, LocalDate today, boolean ranked) {
    this.concepts = concepts;
    this.today = today;
    this.ranked = ranked;
  }

  /** The query, as the value of {@code query} in a search. */
  ObjectNode compile(Query query) {
    return switch (query) {
      case Query.All() -> object("match_all", NODES.objectNode());
      case Query.And(List<Query> parts) -> and(parts);
      case Query.Or(List<Query> parts) -> any(parts.stream().map(this::compile).toList());
      case Query.Not(Query part) -> bool("must_not", List.of(filtering().compile(part)));
      case Query.Word(String text) -> word(text);
      case Query.Phrase(String text) -> words(text);
      case Query.Meaning(String text, String concept) -> meaning(text, concept);
      case Query.Field(SearchField field, String value) -> field(field, value);
    };
  }

  /** What to mark in a hit: every word that the query wants, none that it excludes or that only names a field. */
  List<String> marked(Query query) {
    return switch (query) {
      case Query.And(List<Query> parts) -> parts.stream().flatMap(part -> marked(part).stream()).distinct().toList();
      case Query.Or(List<Query> parts) -> parts.stream().flatMap(part -> marked(part).stream()).distinct().toList();
      case Query.Word(String text) -> NoticeAnalyzer.units(text);
      case Query.Phrase(String text) -> List.of(text);
      case Query.Meaning(String text, String concept) ->
        Stream.concat(labels(text, concept).stream(), Stream.of(text.split("\\s+"))).distinct().toList();
      case Query.Field(SearchField field, String value) when field == SearchField.BRAND
          || field == SearchField.COMPANY ->
        List.of(value);
      default -> List.of();
    };
  }

  /** A query on any of the words, for marking. */
  static ObjectNode anyOf(List<String> words) {
    return any(words.stream().map(word -> phrase("all", word, 1)).toList());
  }

  private ElasticsearchCompiler filtering() {
    return ranked ? new ElasticsearchCompiler(concepts, today, false) : this;
  }

  private ObjectNode and(List<Query> parts) {
    ObjectNode bool = NODES.objectNode();
    for (Query part : parts)
      switch (part) {
        case Query.Not(Query inner) -> bool.withArray("must_not").add(filtering().compile(inner));
        case Query.Field field -> bool.withArray("filter").add(compile(field));
        default -> bool.withArray(ranked ? "must" : "filter").add(compile(part));
      }
    return object("bool", bool);
  }

  /** Chinese is written without spaces: what was typed as one word may be several, which need not stand together. */
  private ObjectNode word(String text) {
    List<String> units = NoticeAnalyzer.units(text);
    return units.size() < 2 ? words(text) : bool(ranked ? "must" : "filter", units.stream().map(this::words).toList());
  }

  private ObjectNode words(String text) {
    ObjectNode match = phrase("all", text, 1);
    if (!ranked)
      return match;
    ObjectNode bool = NODES.objectNode();
    bool.putArray("must").add(match);
    bool.putArray("should").add(phrase("title", text, 4)).add(phrase("names", text, 3))
        .add(phrase("reference", text, 6))
        .add(object("term", object("key", object("value", Keys.reference(text)).put("boost", 20))));
    return object("bool", bool);
  }

  /**
   * Any label finds the notice; several words that name a concept together are still words, wherever they stand; a kind is
   * also meant by its code.
   */
  private ObjectNode meaning(String text, String code) {
    List<ObjectNode> any = new ArrayList<>();
    String[] apart = text.split("\\s+");
    if (apart.length > 1)
      any.add(all(apart));
    for (String label : labels(text, code)) {
      any.add(phrase("all", label, 1));
      if (ranked)
        any.add(phrase("title", label, 4));
    }
    if (concepts.of(code).map(Concept::sort).orElse(Concept.Sort.PRODUCT) == Concept.Sort.KIND)
      any.add(term("kind", code));
    if (!ranked)
      return any(any);
    ObjectNode best = NODES.objectNode().put("tie_breaker", 0.1);
    best.putArray("queries").addAll(any);
    return object("dis_max", best);
  }

  private static ObjectNode all(String[] words) {
    return bool("must", Stream.of(words).map(word -> phrase("all", word, 1)).toList());
  }

  private List<String> labels(String text, String code) {
    List<String> labels = new ArrayList<>();
    labels.add(text);
    for (String label : concepts.needles(code))
      if (!label.equalsIgnoreCase(text))
        labels.add(label);
    return labels;
  }

  private ObjectNode field(SearchField field, String value) {
    return switch (field) {
      case KIND, SOURCE, LANG, YEAR -> term(field.code(), value);
      case BY, ORIGIN, MARKET -> partner(field.code(), value);
      case BRAND -> phrase("brand", value, 1);
      case COMPANY -> phrase("company", value, 1);
      case GTIN -> term("gtin", Keys.gtin(value));
      case HS -> harmonized(value);
      case ICS -> object("prefix", object("ics", value));
      case REF -> reference(value);
      case SINCE -> published("gte", new DateSpan(value).first(today));
      case UNTIL -> published("lte", new DateSpan(value).last(today));
    };
  }

  /** Codes as they are; a publisher's own words in any case. */
  private static ObjectNode partner(String field, String value) {
    if (value.length() == 2 && value.equals(value.toUpperCase(Locale.ROOT)))
      return term(field, value);
    return object("term", object(field, object("value", value).put("case_insensitive", true)));
  }

  /** A measure on a heading or a chapter covers all that is in it: each two digits more are one level down. */
  private static ObjectNode harmonized(String code) {
    List<ObjectNode> any = new ArrayList<>(List.of(object("prefix", object("hs", code))));
    for (int digits = 2; digits < code.length(); digits += 2)
      any.add(term("hs", code.substring(0, digits)));
    return any(any);
  }

  private static ObjectNode reference(String value) {
    String key = Keys.reference(value);
    List<ObjectNode> any = new ArrayList<>(List.of(term("key", key), term("base", key), phrase("reference", value, 1)));
    if (key.length() >= REFERENCE_PREFIX)
      any.add(object("prefix", object("key", key)));
    return any(any);
  }

  private static ObjectNode published(String bound, LocalDate day) {
    return object("range", object("published", object(bound, day.toString())));
  }

  private static ObjectNode phrase(String field, String text, int boost) {
    ObjectNode match = object("query", text);
    return object("match_phrase", object(field, boost == 1 ? match : match.put("boost", boost)));
  }

  private static ObjectNode term(String field, String value) {
    return object("term", object(field, value));
  }

  private static ObjectNode any(List<ObjectNode> parts) {
    return parts.size() == 1 ? parts.getFirst() : bool("should", parts);
  }

  private static ObjectNode bool(String clause, List<ObjectNode> parts) {
    ObjectNode bool = NODES.objectNode();
    ArrayNode list = bool.putArray(clause);
    list.addAll(parts);
    return object("bool", bool);
  }

  private static ObjectNode object(String key, ObjectNode value) {
    ObjectNode object = NODES.objectNode();
    object.set(key, value);
    return object;
  }

  private static ObjectNode object(String key, String value) {
    return NODES.objectNode().put(key, value);
  }
}
