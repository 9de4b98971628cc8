package io.fengsui.crawler.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The Retry-After header (RFC 9110, 10.2.3): seconds, or a date. */
final class RetryAfter {
  /** Nobody who means well asks for more; a wrong clock does. */
  private static final Duration MOST = Duration.ofDays(1);

  private RetryAfter() {}

  /** How long to wait, null where the header is absent or makes no sense. */
  static @Nullable Duration parse(@Nullable String header, Instant now) {
    if (header == null)
      return null;
    var wait = header.strip().matches("\\d{1,9}")
        ? Duration.ofSeconds(Long.parseLong(header.strip()))
        : until(header.strip(), now);
    if (wait == null || wait.isNegative())
      return null;
    return wait.compareTo(MOST) > 0 ? MOST : wait;
  }

  private static @Nullable Duration until(String date, Instant now) {
    try {
      return Duration.between(now, ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
    } catch (DateTimeException e) {
      return null;
    }
  }
}
