package io.fengsui.portal.search;

import java.util.List;

/**
 * The values of a field with their counts; each value is a link.
 *
 * @param values shown at once
 * @param more   shown on demand
 * @param rest   hits with other values or without any, not linked
 */
record FacetView(String field, String title, List<Value> values, List<Value> more, List<Rest> rest) {
  /**
   * A value; {@code on} where the search is narrowed to it, then its link widens the search again.
   *
   * @param id of the link, the same before and after an update in place, so that it keeps the focus
   */
  record Value(String id, String name, String count, String href, boolean on) {}

  /** What cannot be narrowed to. */
  record Rest(String name, String count) {}
}
