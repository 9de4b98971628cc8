package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;

/** A response cannot be read on; what was read before stays. */
final class Unreadable extends Exception {
  private static final long serialVersionUID = 1L;
  private final Cause reason;

  Unreadable(Cause reason, String message) {
    super(message);
    this.reason = reason;
  }

  Cause reason() {
    return reason;
  }

  String words() {
    return String.valueOf(getMessage());
  }
}
