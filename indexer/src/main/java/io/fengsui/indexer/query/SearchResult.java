package io.fengsui.indexer.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a search found.
 *
 * @param total     all hits, exactly
 * @param tookMillis in the engine
 * @param next      cursor of the next page, null on the last
 */
public record SearchResult(long total, long tookMillis, List<Hit> hits, List<Facet> facets, @Nullable String next) {
  public SearchResult {
    hits = List.copyOf(hits);
    facets = List.copyOf(facets);
  }

  /**
   * Counts of a field's values among all hits.
   *
   * @param field  named as in queries: kind by origin source lang year
   * @param others hits with values beyond those listed
   * @param missing hits without a value
   */
  public record Facet(SearchField field, List<Count> counts, long others, long missing) {
    public Facet {
      counts = List.copyOf(counts);
    }
  }

  /** A value and how many hits have it. */
  public record Count(String value, long hits) {}
}
