package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Notice;
import org.jspecify.annotations.Nullable;

/** What a reader finds, in the order of the response. */
public sealed interface Reading {
  /**
   * A notice.
   *
   * @param detail address of a page with more of it, to be fetched and given to {@link Readers#detail}; null for none
   */
  record Found(Notice notice, @Nullable String detail) implements Reading {}

  /**
   * A record that is no notice, because it has no reference or no title.
   *
   * @param problem what is missing
   * @param excerpt the beginning of the record, for the operator
   */
  record Rejected(String problem, String excerpt) implements Reading {}

  /** How the reading of a response ended. */
  sealed interface End {
    /**
     * Everything was read. A parseable response without items is complete with {@code items} 0.
     *
     * @param total what the publisher says that there is, over all pages; null where it does not say
     */
    record Complete(int items, @Nullable Long total) implements End {
      /** The publisher does not say how many there are. */
      public Complete(int items) {
        this(items, null);
      }
    }

    /** It could not be read to its end; what was found before was found. */
    record Broken(int items, Cause cause, String message) implements End {}
  }
}
