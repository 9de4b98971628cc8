package io.fengsui.indexer.engine;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.nodes.info.NodeInfo;
import co.elastic.clients.elasticsearch.nodes.info.NodesInfoMetric;
import io.fengsui.indexer.analysis.NoticeAnalyzer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The operator's cluster. It is theirs: nothing is started, stopped or set up here. */
final class ExternalElasticsearch implements SearchEngine {
  /** The first major version whose requests are ours. */
  private static final int OLDEST = 9;

  private final List<String> uris;
  private final @Nullable String apiKey;
  private @Nullable volatile Connection connection;
  private volatile String versions = "not reached yet";

  ExternalElasticsearch(List<String> uris, @Nullable String apiKey) {
    this.uris = List.copyOf(uris);
    this.apiKey = apiKey;
  }

  @Override
  public synchronized void start() {
    if (connection != null)
      return;
    Connection opened = Connection.to(addresses(), apiKey);
    try {
      check(opened.client());
      connection = opened;
    } finally {
      if (connection == null)
        opened.close();
    }
  }

  private List<URI> addresses() {
    try {
      return uris.stream().map(URI::create).toList();
    } catch (IllegalArgumentException e) {
      throw new EngineFailure("fengsui.elasticsearch.uris is not a list of addresses: " + uris, e);
    }
  }

  private void check(ElasticsearchClient client) {
    try {
      TreeSet<String> found = client.nodes().info(i -> i.metric(NodesInfoMetric.Jvm)).nodes().values().stream()
          .map(NodeInfo::version)
          .collect(Collectors.toCollection(TreeSet::new));
      versions = String.join(", ", found);
      for (String version : found)
        if (Integer.parseInt(version.split("\\.")[0]) < OLDEST)
          throw new EngineFailure(
              "Elasticsearch at " + uris + " is version " + version + ": version " + OLDEST + " or newer is needed");
    } catch (IOException | ElasticsearchException e) {
      throw new EngineFailure("Elasticsearch at " + uris + " does not answer (" + e.getMessage()
          + "); check fengsui.elasticsearch.uris and fengsui.elasticsearch.api-key", e);
    }
    analyze(client);
  }

  private void analyze(ElasticsearchClient client) {
    try {
      for (String analyzer : List.of(NoticeAnalyzer.INDEX, NoticeAnalyzer.SEARCH))
        client.indices().analyze(a -> a.analyzer(analyzer).text("烽燧"));
    } catch (IOException | ElasticsearchException e) {
      throw new EngineFailure("Elasticsearch at " + uris + " has no analyzer " + NoticeAnalyzer.INDEX + " ("
          + e.getMessage() + "). On each of its nodes run\n  bin/elasticsearch-plugin install file:///"
          + "path/to/fengsui-analysis-plugin.zip\nand restart the node. The zip is the build's "
          + "indexer/analysis/target/fengsui-analysis-*-plugin.zip; it must be built for the cluster's version: "
          + "mvn package -Delasticsearch.version=" + versions, e);
    }
  }

  @Override
  public ElasticsearchClient client() {
    Connection open = connection;
    if (open == null)
      throw new IllegalStateException("Elasticsearch at " + uris + " was not reached yet");
    return open.client();
  }

  @Override
  public URI address() {
    return URI.create(uris.getFirst());
  }

  @Override
  public String describe() {
    return "Elasticsearch " + versions + " at " + String.join(", ", uris) + (up() ? "" : ", not answering");
  }

  @Override
  public boolean up() {
    Connection open = connection;
    return open != null && open.healthy();
  }

  @Override
  public int starts() {
    return connection == null ? 0 : 1;
  }

  @Override
  public synchronized void close() {
    Connection open = connection;
    connection = null;
    if (open != null)
      open.close();
  }
}
