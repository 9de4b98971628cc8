package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.Notice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One state of a notice.
 *
 * @param number   counted from 1
 * @param capture  the response that it was read from
 * @param detail   the notice's own page that it was also read from, null for none
 * @param changes  what is different from the revision before; empty for the first
 * @param material whether any change is more than typography
 * @param reread   when an older response was read again, by a reader that had changed; null for the publisher's own
 *                 revisions. Nobody is alerted about one that the publisher did not make
 * @param removed  when the captured response was removed because it was older than evidence is kept; null where it is there
 */
public record Revision(int number, Notice notice, Capture capture, @Nullable Capture detail, List<FieldChange> changes,
    boolean material, @Nullable Instant reread, @Nullable Instant removed) {
  public Revision {
    changes = List.copyOf(changes);
  }

  /** A revision by the publisher whose evidence is there. */
  public Revision(int number, Notice notice, Capture capture, List<FieldChange> changes, boolean material) {
    this(number, notice, capture, null, changes, material, null, null);
  }
}
