package io.fengsui.crawler.store;

import java.time.Instant;
import java.util.List;

/**
 * What a publisher says that there is, and what a crawl has read of it.
 *
 * @param published what the publisher says
 * @param read      different notices that the crawl read, or documents that it or one before it read
 * @param complete  whether the crawl went to the end of the list
 * @param window    whether only the notices of some time were asked for
 * @param rejected  records that are no notices, or documents that could not be read
 * @param missing   the first of these
 */
public record Statement(Instant at, Basis basis, long published, long read, boolean complete, boolean window,
    int rejected, List<Missing> missing) {
  public Statement {
    missing = List.copyOf(missing);
  }

  /** Where the publisher says it. */
  public enum Basis {
    /** A number in the response. */
    TOTAL,
    /** The list itself. */
    LIST,
    /** An index of documents. */
    INDEX
  }

  /**
   * Something published that is not held.
   *
   * @param what the beginning of the record, or the address of the document
   * @param why  for a person
   */
  public record Missing(String what, String why) {}
}
