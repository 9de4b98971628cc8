package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Notice;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A revision about to be written. */
record RevisionRow(long notice, int revision, Incoming.State state, List<FieldChange> changes) {
  /**
   * The states as successive revisions of a notice.
   *
   * @param number of the revision before the first of them, 0 for none
   * @param before content of that revision, null for none
   */
  static List<RevisionRow> of(long notice, int number, @Nullable Notice before, List<Incoming.State> states) {
    List<RevisionRow> rows = new ArrayList<>();
    for (Incoming.State state : states) {
      List<FieldChange> changes = before == null ? List.of() : FieldChanges.between(before, state.notice());
      rows.add(new RevisionRow(notice, ++number, state, changes));
      before = state.notice();
    }
    return rows;
  }

  boolean material() {
    return changes.stream().anyMatch(FieldChange::material);
  }
}
