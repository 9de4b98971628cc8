package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.Notice;
import java.util.List;

/**
 * One state of a notice.
 *
 * @param number   counted from 1
 * @param changes  what is different from the revision before; empty for the first
 * @param material whether any change is more than typography
 */
public record Revision(int number, Notice notice, Capture capture, List<FieldChange> changes, boolean material) {
  public Revision {
    changes = List.copyOf(changes);
  }
}
