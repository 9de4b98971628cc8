package io.fengsui.indexer.query;

import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.NoticeId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the JSON that a search answers with. */
final class SearchAnswer {
  private SearchAnswer() {}

  /** Fails where not all of the index was searched: half an answer would pass for silence. */
  static SearchResult read(JsonNode answer, SearchRequest request, SearchRequest.Sort order, LocalDate today) {
    checkWhole(answer);
    List<Hit> hits = new ArrayList<>();
    JsonNode found = answer.path("hits").path("hits");
    for (JsonNode hit : found)
      hits.add(hit(hit));
    String next = found.size() < request.size() ? null : next(found.path(found.size() - 1), order, today);
    List<SearchResult.Facet> facets = request.facets() ? facets(answer.path("aggregations")) : List.of();
    return new SearchResult(answer.path("hits").path("total").path("value").asLong(), answer.path("took").asLong(),
        hits,
        facets, next);
  }

  static void checkWhole(JsonNode answer) {
    if (answer.path("timed_out").asBoolean(false))
      throw new UncheckedIOException(new IOException("the search took longer than it may"));
    int failed = answer.path("_shards").path("failed").asInt(0);
    if (failed > 0)
      throw new UncheckedIOException(new IOException(failed + " of " + answer.path("_shards").path("total").asInt(0)
          + " shards could not be searched: " + answer.path("_shards").path("failures").path(0).path("reason")));
  }

  private static String next(JsonNode last, SearchRequest.Sort order, LocalDate today) {
    return new Cursor(order, today, last.path("sort").path(0), last.path("sort").path(1).asLong()).write();
  }

  private static Hit hit(JsonNode hit) {
    JsonNode source = hit.path("_source");
    JsonNode marks = hit.path("highlight");
    return new Hit(source.path("number").asLong(),
        new NoticeId(source.path("source").asString(), source.path("reference").asString()),
        Kind.of(source.path("kind").asString()).orElse(Kind.OPINION),
        marks.path("title").path(0).asString(source.path("title").asString()), marks.path("text").path(0).asString(""),
        source.path("lang").asString(), list(source, "by"), list(source, "origin"), day(source), text(source, "class"),
        list(source, "goods"), list(source, "category"), list(source, "hazard"), list(source, "measure"),
        text(source, "page"), source.path("revision").asInt());
  }

  private static List<String> list(JsonNode source, String field) {
    List<String> values = new ArrayList<>();
    for (JsonNode value : source.path(field))
      values.add(value.asString());
    return List.copyOf(values);
  }

  private static @Nullable String text(JsonNode source, String field) {
    return source.path(field).isString() ? source.path(field).asString() : null;
  }

  private static @Nullable LocalDate day(JsonNode source) {
    String day = text(source, "published");
    return day == null ? null : LocalDate.parse(day);
  }

  private static List<SearchResult.Facet> facets(JsonNode aggregations) {
    List<SearchResult.Facet> facets = new ArrayList<>();
    for (SearchField field : SearchBody.FACETS) {
      List<SearchResult.Count> counts = new ArrayList<>();
      for (JsonNode bucket : aggregations.path(field.code()).path("buckets"))
        counts.add(new SearchResult.Count(bucket.path("key").asString(), bucket.path("doc_count").asLong()));
      facets.add(
          new SearchResult.Facet(field, counts, aggregations.path(field.code()).path("sum_other_doc_count").asLong(0),
              aggregations.path(field.code() + "-missing").path("doc_count").asLong(0)));
    }
    return facets;
  }
}
