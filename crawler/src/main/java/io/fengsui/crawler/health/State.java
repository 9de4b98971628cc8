package io.fengsui.crawler.health;

import java.util.Locale;

/** How a source is doing, in a word; the worst first, which is the order of the page. */
public enum State {
  /** The last crawl failed. */
  FAILING,
  /** Read, but a field that was usually filled is not any more. */
  DRIFTING,
  /** Longer without news, or without a successful crawl, than is normal: something may be missed. */
  LATE,
  /** Readable, but a list without a record. */
  EMPTY,
  /** Not crawled yet. */
  NEVER,
  /** Nothing new, for not longer than is normal. */
  QUIET,
  /** Read, and its notices come as expected. */
  HEALTHY,
  /** Switched off, or without the key that it needs. */
  OFF;

  /** Whether somebody should look after it. */
  public boolean broken() {
    return compareTo(EMPTY) <= 0;
  }

  /** The word used in message keys, style sheets and the API. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
