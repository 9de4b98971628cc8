package io.fengsui.crawler.fetch;

/** Brings one response. Safe for use by several threads. */
public interface Fetcher extends AutoCloseable {
  /**
   * Fetches; never throws for what the other side does. Blocks until it is the host's turn, then at most for the request's
   * time-out.
   */
  Fetched fetch(Request request);

  @Override
  void close();
}
