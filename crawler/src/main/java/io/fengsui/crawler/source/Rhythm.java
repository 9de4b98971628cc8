package io.fengsui.crawler.source;

import java.time.Duration;
import java.time.ZoneId;

/** When a source is asked for news. */
public sealed interface Rhythm {
  /** The longest time between two new notices that is still normal with this publisher. */
  Duration expected();

  /** At a fixed interval. */
  record Every(Duration interval, Duration expected) implements Rhythm {}

  /** By a Quartz cron expression in the publisher's zone. */
  record Cron(String expression, ZoneId zone, Duration expected) implements Rhythm {}
}
