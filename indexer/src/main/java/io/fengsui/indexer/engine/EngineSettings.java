package io.fengsui.indexer.engine;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which Elasticsearch to use.
 *
 * @param uris     of the operator's cluster, empty for the embedded engine
 * @param apiKey   for that cluster, null for none
 * @param home     the unpacked distribution, such as {@code portal/target/engines/elasticsearch-9.5.3}
 * @param data     folder for the embedded engine's data; the major version is part of the folder's name inside it
 * @param port     of the embedded engine, 0 for a free one
 * @param heap     of the embedded engine, as {@code 512m}
 * @param frugal   start fast and small, index slowly: for tests
 */
public record EngineSettings(List<String> uris, @Nullable String apiKey, Path home, Path data, int port, String heap,
    boolean frugal) {
  public EngineSettings {
    uris = List.copyOf(uris);
  }
}
