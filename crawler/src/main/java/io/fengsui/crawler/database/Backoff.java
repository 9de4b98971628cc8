package io.fengsui.crawler.database;

import java.time.Duration;

/** Waits that double from a first to a longest one. Not safe for several threads. */
final class Backoff {
  private final Duration first;
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.first = first;
    this.longest = longest;
    this.next = first;
  }

  Duration next() {
    Duration wait = next;
    Duration doubled = wait.multipliedBy(2);
    next = doubled.compareTo(longest) > 0 ? longest : doubled;
    return wait;
  }

  void reset() {
    next = first;
  }

  /** Returns early where the thread is interrupted, and leaves it so. */
  void sleep() {
    try {
      Thread.sleep(next());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
