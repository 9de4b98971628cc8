package io.fengsui.portal.search;

import java.util.List;

/**
 * The search page in one of its states.
 *
 * @param state   found, none, wrong, cursor or away
 * @param next    address of the next page; empty on the last
 * @param first   address of the first page; empty on the first
 * @param wrong   set where the query cannot be read
 */
record SearchView(String state, String query, String title, List<ChipView> chips, List<FacetView> facets,
    List<ResultView> results, String total, String took, boolean byDate, String sorted, String next, String first,
    List<Silence.Way> ways, Wrong wrong) {
  /** A query cut at its mistake; all three may be empty. */
  record Wrong(String before, String at, String after, String message) {
    static final Wrong NONE = new Wrong("", "", "", "");
  }

  /** How many parts narrow the search, for the button that opens the filters. */
  public long narrowed() {
    return facets.stream().flatMap(facet -> facet.values().stream()).filter(FacetView.Value::on).count();
  }
}
