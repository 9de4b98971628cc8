package io.fengsui.crawler.health;

import java.util.Locale;

/** Why a source is in its state. */
public enum Reason {
  /** The last crawls failed; the cause says how. */
  FAILED,
  /** Fields are filled less often than usual; the drifts say which. */
  FIELDS_FELL,
  /** No crawl has succeeded for longer than the publisher's rhythm allows. */
  NOT_READ,
  /** Nothing new for longer than the publisher's rhythm allows. */
  SILENT_FOR_ITS_RHYTHM,
  /** Nothing new for more than twice the longest silence that was seen. */
  SILENT_FOR_ITS_PAST,
  /** The list has no record. */
  EMPTY_LIST,
  /** No crawl yet. */
  NOT_CRAWLED,
  /** Nothing new for longer than usual, not longer than is normal. */
  SILENT,
  /** Read, and never anything new yet. */
  NOTHING_YET,
  /** Something new came lately. */
  NEWS,
  /** Switched off in its description. */
  SWITCHED_OFF,
  /** A key that it needs is not set. */
  NO_KEY;

  /** The word used in message keys and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
