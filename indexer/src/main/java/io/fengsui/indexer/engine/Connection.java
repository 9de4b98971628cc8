package io.fengsui.indexer.engine;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Node;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;

/** A client with the threads behind it. */
final class Connection implements AutoCloseable {
  private final Rest5Client rest;
  private final Rest5ClientTransport transport;
  private final ElasticsearchClient client;

  private Connection(Rest5Client rest) {
    this.rest = rest;
    transport = new Rest5ClientTransport(rest, new Jackson3JsonpMapper());
    client = new ElasticsearchClient(transport);
  }

  static Connection to(List<URI> nodes, @Nullable String apiKey) {
    Header[] headers = apiKey == null
        ? new Header[0]
        : new Header[]{new BasicHeader("Authorization", "ApiKey " + apiKey)};
    return new Connection(Rest5Client.builder(nodes).setDefaultHeaders(headers).build());
  }

  /** Sends further requests of the same client to another port of this machine. */
  void move(int port) {
    rest.setNodes(List.of(new Node(new HttpHost("http", "127.0.0.1", port))));
  }

  ElasticsearchClient client() {
    return client;
  }

  /** Whether the cluster answers within two seconds and has its shards. */
  boolean healthy() {
    try {
      return !new ElasticsearchAsyncClient(transport).cluster().health(h -> h.timeout(t -> t.time("1s")))
          .get(2, TimeUnit.SECONDS).timedOut();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
