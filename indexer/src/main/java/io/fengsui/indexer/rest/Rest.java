package io.fengsui.indexer.rest;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls Elasticsearch over the client's own connections, without its typed model: bulk requests and search responses are
 * too hot, and too simple, to be mapped twice. Safe for several threads.
 */
public final class Rest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final Supplier<ElasticsearchClient> client;

  /**
   * Does no I/O.
   *
   * @param client asked for at each call, because a restarted engine may have another address
   */
  public Rest(Supplier<ElasticsearchClient> client) {
    this.client = client;
  }

  /** What came back; {@code json} is a missing node where the body was empty or no JSON. */
  public record Answer(int status, JsonNode json) {
    /** Whether the status is 2xx. */
    public boolean ok() {
      return status >= 200 && status < 300;
    }

    /** The engine's own type of error, such as {@code index_not_found_exception}; empty where there is none. */
    public String error() {
      return json.path("error").path("type").asString("");
    }

    /** The engine's own words for the error; the status where it has none. */
    public String reason() {
      JsonNode error = json.path("error");
      return Stream.of(error.path("root_cause").path(0), error.path("caused_by"), error)
          .map(cause -> cause.path("reason").asString("")).filter(words -> !words.isBlank()).findFirst()
          .orElse("status " + status);
    }
  }

  /** Sends without a body. */
  public Answer send(String method, String path) {
    return send(method, path, null, 0);
  }

  /** Sends JSON. */
  public Answer send(String method, String path, byte[] body) {
    return send(method, path, body, body.length);
  }

  /**
   * Sends the first bytes of an array as JSON or lines of JSON. Any status is an answer.
   *
   * @throws UncheckedIOException where there is no answer
   */
  public Answer send(String method, String path, byte @Nullable [] body, int length) {
    Request request = new Request(method, path);
    if (body != null)
      request.setEntity(new ByteArrayEntity(body, 0, length, ContentType.APPLICATION_JSON));
    try {
      return answer(low().performRequest(request));
    } catch (ResponseException e) {
      return refused(e.getResponse());
    } catch (IOException e) {
      throw new UncheckedIOException("Elasticsearch does not answer: " + e.getMessage(), e);
    } catch (JacksonException e) {
      throw new UncheckedIOException(
          new IOException("Elasticsearch sent what is no JSON: " + e.getOriginalMessage(), e));
    }
  }

  /**
   * As {@link #send(String, String, byte[])}, for answers that must be good.
   *
   * @throws UncheckedIOException with the engine's reason where they are not
   */
  public JsonNode must(String method, String path, byte @Nullable [] body) {
    Answer answer = send(method, path, body, body == null ? 0 : body.length);
    if (!answer.ok())
      throw new UncheckedIOException(
          new IOException("Elasticsearch refused " + method + " " + path + ": " + answer.reason()));
    return answer.json();
  }

  private Rest5Client low() {
    if (client.get()._transport() instanceof Rest5ClientTransport transport)
      return transport.restClient();
    throw new IllegalStateException("the Elasticsearch client must stand on Rest5ClientTransport");
  }

  private static Answer answer(Response response) throws IOException {
    HttpEntity entity = response.getEntity();
    if (entity == null)
      return new Answer(response.getStatusCode(), MissingNode.getInstance());
    try (InputStream body = entity.getContent()) {
      return new Answer(response.getStatusCode(), JSON.readTree(body));
    }
  }

  private static Answer refused(Response response) {
    try {
      return answer(response);
    } catch (IOException | JacksonException e) {
      return new Answer(response.getStatusCode(), MissingNode.getInstance());
    }
  }
}
