package io.fengsui.crawler.path;

/** A path asks for more than a record can be searched for; the message names it. */
public final class Overrun extends RuntimeException {
  private static final long serialVersionUID = 1;

  Overrun(String message) {
    super(message, null, false, false);
  }
}
