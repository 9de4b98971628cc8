package io.fengsui.portal.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The floor of indexing: the same documents, ready-made, sent to Elasticsearch by a loop of bulk requests, 1,000 documents
 * each, two at a time.
 */
final class BareBulk {
  private static final JsonMapper JSON = new JsonMapper();
  private static final int DOCUMENTS = 1000;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI engine;

  BareBulk(URI engine) {
    this.engine = engine;
  }

  /** Reads every document of the index into bulk bodies, one file each, and returns how many documents there are. */
  int export(String index, Path folder) throws IOException {
    Files.createDirectories(folder);
    int documents = 0;
    int file = 0;
    String after = "";
    while (true) {
      JsonNode hits = post("/" + index + "/_search",
          "{\"size\":%d,\"sort\":[{\"number\":\"asc\"}]%s}".formatted(DOCUMENTS,
              after))
          .at("/hits/hits");
      if (hits.isEmpty())
        return documents;
      Files.writeString(folder.resolve("%06d.ndjson".formatted(file++)), body(hits));
      documents += hits.size();
      after = ",\"search_after\":" + hits.get(hits.size() - 1).get("sort");
    }
  }

  /** Sends all bodies to a new index with the mapping of the given one, then removes it; returns the seconds it took. */
  double load(String like, String index, Path folder) throws IOException {
    create(like, index);
    long start = System.nanoTime();
    try (Stream<Path> files = Files.list(folder).sorted(); var pool = Executors.newFixedThreadPool(2)) {
      for (Future<JsonNode> sent : files.map(file -> pool.submit(send(index, file))).toList())
        if (sent.get().get("errors").asBoolean())
          throw new IOException("the bare bulk was refused: " + sent.get().toString().substring(0, 500));
    } catch (ExecutionException | InterruptedException failed) {
      throw new IOException("the bare bulk failed: " + failed.getMessage(), failed);
    }
    double seconds = (System.nanoTime() - start) / 1e9;
    call(HttpRequest.newBuilder(engine.resolve("/" + index)).DELETE());
    return seconds;
  }

  private Callable<JsonNode> send(String index, Path file) {
    return () -> post("/" + index + "/_bulk", Files.readString(file));
  }

  private void create(String like, String index) {
    JsonNode model = call(HttpRequest.newBuilder(engine.resolve("/" + like)).GET()).iterator().next();
    ObjectNode body = JSON.createObjectNode();
    body.set("mappings", model.get("mappings"));
    JsonNode settings = model.at("/settings/index");
    ObjectNode kept = body.putObject("settings").putObject("index");
    for (String name : new String[]{"analysis", "number_of_shards", "number_of_replicas", "refresh_interval", "sort",
        "mapping", "codec", "translog", "highlight"})
      if (settings.has(name))
        kept.set(name, settings.get(name));
    call(HttpRequest.newBuilder(engine.resolve("/" + index)).header("Content-Type", "application/json")
        .PUT(BodyPublishers.ofString(body.toString())));
  }

  private static String body(JsonNode hits) {
    StringBuilder body = new StringBuilder();
    for (JsonNode hit : hits)
      body.append("{\"index\":{\"_id\":").append(hit.get("_id")).append("}}\n").append(hit.get("_source")).append('\n');
    return body.toString();
  }

  private JsonNode post(String path, String body) {
    return call(HttpRequest.newBuilder(engine.resolve(path)).header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body)));
  }

  private JsonNode call(HttpRequest.Builder request) {
    try {
      var response = http.send(request.build(), BodyHandlers.ofString());
      if (response.statusCode() / 100 != 2)
        throw new IOException("Elasticsearch answered " + response.statusCode() + ": " + response.body());
      return JSON.readTree(response.body());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }
}
