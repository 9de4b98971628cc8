package io.fengsui.crawler.schedule;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** How long to leave a failing source alone: a minute, doubling up to a day, give or take a fifth; the rhythm cuts it short. */
final class Backoff {
  private static final Duration FIRST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(1);

  private Backoff() {}

  /** @param failing crawls failed in a row, the last one included */
  static Duration after(int failing) {
    long doubled = FIRST.toMillis() << Math.clamp(failing - 1L, 0, 20);
    long most = Math.min(doubled, LONGEST.toMillis());
    return Duration.ofMillis(Math.round(most * ThreadLocalRandom.current().nextDouble(0.8, 1.2)));
  }
}
