package io.fengsui.indexer.engine;

/** Decides which Elasticsearch is used. */
public final class SearchEngines {
  private SearchEngines() {}

  /** The operator's cluster where addresses are set, else the embedded engine. Does no I/O. */
  public static SearchEngine choose(EngineSettings settings) {
    return settings.uris().isEmpty()
        ? new EmbeddedElasticsearch(settings)
        : new ExternalElasticsearch(settings.uris(), settings.apiKey());
  }
}
