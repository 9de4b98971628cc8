package io.fengsui.crawler.schedule;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to leave a failing source alone: a minute, doubling up to a day, give or take a fifth; the rhythm cuts it short. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private static final Duration FIRST_OF_OURS = Duration.ofSeconds(3);
  private static final Duration LONGEST_OF_OURS = Duration.ofMinutes(5);

  private Backoff() {}

  /** @param failing crawls failed in a row, the last one included */
  static Duration after(int failing) {
    return jittered(FIRST, LONGEST, failing);
  }

  /**
   * How long to wait where the fault is on our own side: seconds, for a database that restarts is soon back.
   *
   * @param times in a row, the last one included
   */
  static Duration ofOurs(int times) {
    return jittered(FIRST_OF_OURS, LONGEST_OF_OURS, times);
  }

  private static Duration jittered(Duration first, Duration longest, int times) {
    long doubled = first.toMillis() << Math.clamp(times - 1L, 0, 20);
    long most = Math.min(doubled, longest.toMillis());
    return Duration.ofMillis(Math.round(most * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
  }
}
