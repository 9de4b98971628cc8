package io.fengsui.indexer.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.net.URI;

/**
 * The Elasticsearch in use: ours, embedded, or the operator's. The choice is made in {@link SearchEngines} and nowhere else. Safe for
 * several threads.
 */
public sealed interface SearchEngine extends AutoCloseable permits EmbeddedElasticsearch, ExternalElasticsearch {
  /**
   * Starts or reaches it and returns when it can be used, which takes up to minutes. Does nothing where it was started.
   *
   * @throws EngineFailure with what to do, where it cannot be used; may be called again
   */
  void start();

  /**
   * A client, the same at each call; calls fail while the engine is away and work again when it is back.
   *
   * @throws IllegalStateException before {@link #start}
   */
  ElasticsearchClient client();

  /**
   * Where it answers now; the first address where there are several.
   *
   * @throws IllegalStateException before {@link #start}
   */
  URI address();

  /** What an operator wants to know, in one line: address, version, state. */
  String describe();

  /** Whether it answers now; waits at most two seconds. */
  boolean up();

  /** Counts the starts of the engine: a caller that sees it grow checks that its index is still there. */
  int starts();

  /** Ends our engine, or lets go of one that another owns. */
  @Override
  void close();
}
