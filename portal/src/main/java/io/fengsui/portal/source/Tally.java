package io.fengsui.portal.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many sources are in a condition. */
record Tally(String condition, String word, int count) {
  /** In the order of the sources. */
  static List<Tally> of(List<SourceView> sources) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (SourceView source : sources)
      tallies.merge(source.condition(), new Tally(source.condition(), source.conditionWord(), 1),
          (one, other) -> new Tally(one.condition(), one.word(), one.count() + other.count()));
    return new ArrayList<>(tallies.values());
  }
}
