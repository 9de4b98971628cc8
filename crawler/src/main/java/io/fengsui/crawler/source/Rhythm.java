package io.fengsui.crawler.source;

import java.time.Duration;
import java.time.ZoneId;

/** When a source is asked for news. */
public sealed interface Rhythm {
  /** The longest time between two new notices that is still normal with this publisher. */
  Duration expected();

  /**
   * At an interval: a fixed one, or one that follows the publisher.
   *
   * @param interval while nothing is known of the publisher's own rhythm
   * @param least    the shortest that may become of it, at most the interval
   * @param most     the longest that may become of it, at least the interval
   */
  record Every(Duration interval, Duration expected, Duration least, Duration most) implements Rhythm {
    /** Fixed. */
    public Every(Duration interval, Duration expected) {
      this(interval, expected, interval, interval);
    }

    /** Whether it follows the publisher. */
    public boolean adapts() {
      return least.compareTo(most) < 0;
    }
  }

  /** By a Quartz cron expression in the publisher's zone. */
  record Cron(String expression, ZoneId zone, Duration expected) implements Rhythm {}
}
