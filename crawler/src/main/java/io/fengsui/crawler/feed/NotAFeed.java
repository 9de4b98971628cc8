package io.fengsui.crawler.feed;

import io.fengsui.crawler.fetch.Cause;

/** What was given is no feed, or goes beyond a limit; items before that were passed on. */
public final class NotAFeed extends Exception {
  private static final long serialVersionUID = 1L;
  private final Cause reason;

  NotAFeed(Cause reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** The kind of trouble. */
  public Cause reason() {
    return reason;
  }
}
