package io.fengsui.portal.search;

import io.fengsui.indexer.query.SearchRequest.Sort;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor or a program asks.
 *
 * @param text  in the query language; empty for everything
 * @param sort  null for the usual order: by relevance, but everything by date
 * @param size  hits wanted, 1 to 100
 * @param after cursor, null for the first page
 */
public record Question(String text, @Nullable Sort sort, int size, @Nullable String after, boolean facets) {
  Sort order() {
    if (sort != null)
      return sort;
    return text.isBlank() ? Sort.DATE : Sort.RELEVANCE;
  }
}
