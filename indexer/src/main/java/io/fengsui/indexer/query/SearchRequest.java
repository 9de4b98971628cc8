package io.fengsui.indexer.query;

import org.jspecify.annotations.Nullable;

/**
 * A search.
 *
 * @param size  hits wanted, 1 to 100
 * @param after cursor of a result's {@code next}, null for the first page
 * @param facets whether facets are wanted; a further page does not need them
 */
public record SearchRequest(Query query, Sort sort, int size, @Nullable String after, boolean facets) {
  public SearchRequest {
    if (size < 1 || size > 100)
      throw new IllegalArgumentException("size must be 1 to 100: " + size);
  }

  /** The order of hits; ties by newest in the archive. */
  public enum Sort {
    RELEVANCE, DATE
  }
}
