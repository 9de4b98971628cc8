package io.fengsui.portal.search;

import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.SearchResult;

/** What became of a question to the index. */
public sealed interface Answer {
  /** Understood and searched for. */
  record Found(Parsed.Understood understood, SearchResult result) implements Answer {}

  /** The query cannot be read. */
  record NotUnderstood(Parsed.Wrong wrong) implements Answer {}

  /** The cursor was not one of ours, or is too old. */
  record BadCursor() implements Answer {}

  /** The engine cannot be reached. */
  record Unavailable(String reason) implements Answer {}
}
