package io.fengsui.crawler.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** For how long a response says that it will not change: Cache-Control max-age (RFC 9111), else Expires. */
public final class Freshness {
  private static final Pattern MAX_AGE = Pattern.compile("(?i)(?:^|[,\\s])max-age\\s*=\\s*\"?(\\d{1,9})");
  private static final Pattern NEVER = Pattern.compile("(?i)(?:^|[,\\s])(no-store|no-cache)");

  private Freshness() {}

  /**
   * The time from the response on, never negative; null where it says nothing.
   *
   * @param headers  names in lower case
   * @param received what Expires is compared to where there is no Date
   */
  public static @Nullable Duration of(Map<String, List<String>> headers, Instant received) {
    var control = String.join(",", headers.getOrDefault("cache-control", List.of()));
    if (NEVER.matcher(control).find())
      return Duration.ZERO;
    Matcher age = MAX_AGE.matcher(control);
    if (age.find())
      return atLeastNothing(Duration.ofSeconds(Long.parseLong(age.group(1))).minus(spent(headers)));
    var expires = date(headers, "expires");
    if (expires == null)
      return headers.containsKey("expires") ? Duration.ZERO : null;
    var sent = date(headers, "date");
    return atLeastNothing(Duration.between(sent == null ? received : sent, expires));
  }

  /** What it has lain in caches on the way. */
  private static Duration spent(Map<String, List<String>> headers) {
    var age = headers.getOrDefault("age", List.of("")).getFirst().strip();
    return age.matches("\\d{1,9}") ? Duration.ofSeconds(Long.parseLong(age)) : Duration.ZERO;
  }

  private static Duration atLeastNothing(Duration time) {
    return time.isNegative() ? Duration.ZERO : time;
  }

  private static @Nullable Instant date(Map<String, List<String>> headers, String name) {
    try {
      var values = headers.get(name);
      return values == null || values.isEmpty()
          ? null
          : ZonedDateTime.parse(values.getFirst().strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
    } catch (DateTimeException e) {
      return null;
    }
  }
}
