package io.fengsui.indexer.query;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import io.fengsui.indexer.rest.Rest;
import io.fengsui.indexer.schema.NoticeIndex;
import io.fengsui.indexer.taxonomy.Concepts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Searches the index. Safe for several threads. */
public final class NoticeSearch {
  private static final String TIMEOUT = "10s";
  /** Half an answer is an error: silence must be trusted. */
  private static final String SEARCH = "/" + NoticeIndex.ALIAS + "/_search?allow_partial_search_results=false";
  private final Rest rest;
  private final SearchBody bodies;
  private final Clock clock;

  /**
   * Does no I/O.
   *
   * @param client asked for at each search
   * @param clock  whose zone says what "today" is
   */
  public NoticeSearch(Supplier<ElasticsearchClient> client, Concepts concepts, Clock clock) {
    rest = new Rest(client);
    bodies = new SearchBody(concepts, TIMEOUT);
    this.clock = clock;
  }

  /**
   * Runs a search. Blocks until the engine answers, ten seconds at most. A query without words is sorted by date whatever
   * was asked.
   *
   * @throws UncheckedIOException     where the engine cannot be reached, was too slow, or searched only in part
   * @throws IllegalArgumentException where {@code after} is no cursor of such a search
   */
  public SearchResult search(SearchRequest request) {
    SearchRequest.Sort order = bodies.sort(request);
    Cursor after = request.after() == null ? null : Cursor.read(request.after(), order);
    LocalDate today = today(after);
    JsonNode answer = post(SEARCH, bodies.write(request, order, today, after));
    return SearchAnswer.read(answer, request, order, today);
  }

  /** How many notices a query finds, exactly. Fails as {@link #search} does. */
  public long count(Query query) {
    JsonNode answer = post("/" + NoticeIndex.ALIAS + "/_count", bodies.count(query, LocalDate.now(clock)));
    SearchAnswer.checkWhole(answer);
    return answer.path("count").asLong();
  }

  /** The exact JSON that {@link #search} would send to {@code POST /notices/_search}. */
  public String body(SearchRequest request) {
    SearchRequest.Sort order = bodies.sort(request);
    Cursor after = request.after() == null ? null : Cursor.read(request.after(), order);
    return bodies.write(request, order, today(after), after).toString();
  }

  private LocalDate today(@Nullable Cursor after) {
    return after == null ? LocalDate.now(clock) : after.today();
  }

  private JsonNode post(String path, ObjectNode body) {
    Rest.Answer answer = rest.send("POST", path, body.toString().getBytes(StandardCharsets.UTF_8));
    if (answer.ok())
      return answer.json();
    if (answer.error().equals("index_not_found_exception"))
      throw new UncheckedIOException(new IOException("the index is not there yet; it is made at the next catch-up"));
    throw new UncheckedIOException(new IOException("the search failed: " + answer.reason()));
  }
}
