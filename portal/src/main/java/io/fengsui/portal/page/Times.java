package io.fengsui.portal.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Moments in the visitor's zone, with the zone in words. */
public final class Times {
  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private final Words words;
  private final ZoneId zone;

  public Times(Words words, ZoneId zone) {
    this.words = words;
    this.zone = zone;
  }

  /** Such as {@code 2026-08-14 18:05}. */
  public String minute(Instant at) {
    return MINUTE.withZone(zone).format(at);
  }

  /** Such as {@code 2026-08-14}. */
  public String day(Instant at) {
    return DAY.withZone(zone).format(at);
  }

  /** Such as {@code 2026-08-14 18:05（北京时间）}. */
  public String minuteWithZone(Instant at) {
    return words.say("time.zoned", minute(at), zoneName(at));
  }

  /** The zone in words, as it is called at that moment. */
  public String zoneName(Instant at) {
    String known = words.sayOr("zone." + zone.getId(), "");
    return known.isEmpty() ? DateTimeFormatter.ofPattern("zzzz", words.locale()).withZone(zone).format(at) : known;
  }

  /** How long ago, in the largest unit that fits: minutes, hours, days. */
  public String ago(Instant at, Instant now) {
    Duration since = Duration.between(at, now);
    return since.isNegative() ? words.say("ago", span(since.negated())) : words.say("ago", span(since));
  }

  /** A span of time in its largest unit, at least a minute. */
  public String span(Duration span) {
    if (span.toDays() >= 2)
      return words.say("span.days", span.toDays());
    if (span.toHours() >= 2)
      return words.say("span.hours", span.toHours());
    return words.say("span.minutes", Math.max(1, span.toMinutes()));
  }
}
