package io.fengsui.crawler.notice;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as the publisher gave it: many give a day without a time or zone, some an instant, some only words
 * ("60 days after publication").
 *
 * @param given   the publisher's own text
 * @param date    the day in the publisher's zone, null where the text could not be read as a date
 * @param instant the moment, null where the publisher gave no time and zone
 */
public record GivenDate(String given, @Nullable LocalDate date, @Nullable Instant instant) {
  /** A day without a time. */
  public static GivenDate day(String given, LocalDate date) {
    return new GivenDate(given, date, null);
  }

  /** Words that are not a date; kept, never guessed at. */
  public static GivenDate words(String given) {
    return new GivenDate(given, null, null);
  }
}
