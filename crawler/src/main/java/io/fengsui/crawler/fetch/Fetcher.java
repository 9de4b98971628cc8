package io.fengsui.crawler.fetch;

/** Brings one response. Safe for use by several threads. */
public interface Fetcher extends AutoCloseable {
  /**
   * Fetches; never throws for what the other side does. Blocks until it is the host's turn, then at most for the request's
   * time-out.
   */
  Fetched fetch(Request request);

  /** How many requests to one host may run at once. */
  default int width() {
    return 1;
  }

  @Override
  void close();
}
