package io.fengsui.crawler.clean;

import io.fengsui.crawler.notice.GivenDate;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Milliseconds or seconds since 1970 in UTC.
 *
 * @param millis in one unit
 * @param zone   of the day, UTC for null
 */
record EpochDate(long millis, @Nullable ZoneId zone) implements DateFormats.DateFormat {
  @Override
  public @Nullable GivenDate read(String given) {
    if (!given.matches("-?\\d{1,15}(\\.0+)?"))
      return null;
    try {
      long units = Long.parseLong(given.replaceFirst("\\..*", ""));
      Instant instant = Instant.ofEpochMilli(Math.multiplyExact(units, millis));
      return new GivenDate(given, instant.atZone(zone == null ? ZoneOffset.UTC : zone).toLocalDate(), instant);
    } catch (DateTimeException | ArithmeticException e) {
      return null;
    }
  }
}
