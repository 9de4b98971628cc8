package io.fengsui.portal.wiring;

import io.fengsui.indexer.Indexer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the index up to date for as long as the portal runs; waits out engines that are away. */
final class IndexLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IndexLoop.class);
  private static final Duration IDLE = Duration.ofMillis(500);
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final Indexer indexer;
  private volatile @Nullable Thread thread;
  private volatile boolean closed;

  IndexLoop(Indexer indexer) {
    this.indexer = indexer;
  }

  /** Begins, once. */
  synchronized void start() {
    if (thread == null)
      thread = Thread.ofPlatform().daemon().name("index").start(this::run);
  }

  private void run() {
    Duration wait = IDLE;
    while (!closed)
      try {
        wait = indexer.catchUp() > 0 ? Duration.ZERO : IDLE;
        sleep(wait);
      } catch (RuntimeException failed) {
        if (closed)
          return;
        wait = wait.isZero() ? IDLE : wait.multipliedBy(2).compareTo(LONGEST) > 0 ? LONGEST : wait.multipliedBy(2);
        LOG.warn("cannot index now, next try in {} ms: {}", wait.toMillis(), failed.toString());
        sleep(wait);
      }
  }

  private void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      closed = true;
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread running = thread;
    if (running != null)
      try {
        running.interrupt();
        running.join(Duration.ofSeconds(20));
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
  }
}
