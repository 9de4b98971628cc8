package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Notice;

import org.jspecify.annotations.Nullable;

/**
 * A notice as it was seen in a captured response.
 *
 * @param capture id of the capture
 * @param detail  id of the capture of the notice's own page, null where it was not read from one
 */
public record Sighting(Notice notice, long capture, @Nullable Long detail) {
  /** A notice that the list's response says everything of. */
  public Sighting(Notice notice, long capture) {
    this(notice, capture, null);
  }
}
