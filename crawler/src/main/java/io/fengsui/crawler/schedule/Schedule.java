package io.fengsui.crawler.schedule;

import java.time.Instant;
import java.util.Optional;

/** When sources are crawled, over all nodes. */
public interface Schedule extends AutoCloseable {
  /** Begins to crawl the sources of the catalogue as they fall due. */
  void start();

  /** Follows the catalogue as it is now; does nothing where {@link #start} has not been called: the nodes that crawl will. */
  void replan();

  /** Crawls the source as soon as a worker is free; does nothing where it is being crawled. False for an unknown source. */
  boolean runNow(String source);

  /** Whether any node crawls it at this moment. */
  boolean running(String source);

  /** When it is due next, empty where it is off. */
  Optional<Instant> next(String source);

  @Override
  void close();
}
