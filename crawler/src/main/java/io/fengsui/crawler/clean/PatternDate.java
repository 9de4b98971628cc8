package io.fengsui.crawler.clean;

import io.fengsui.crawler.notice.GivenDate;
import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Dates by a pattern of {@link DateTimeFormatter}, in any case. */
record PatternDate(DateTimeFormatter formatter, @Nullable ZoneId zone) implements DateFormats.DateFormat {
  static PatternDate of(String pattern, Locale locale, @Nullable ZoneId zone) {
    try {
      var formatter = new DateTimeFormatterBuilder().parseCaseInsensitive().parseLenient().appendPattern(pattern)
          .toFormatter(locale);
      if (!formatter.format(ZonedDateTime.of(2001, 2, 3, 4, 5, 6, 0, ZoneId.of("UTC"))).matches(".*\\d.*"))
        throw new IllegalArgumentException("no digits");
      return new PatternDate(formatter, zone);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new IllegalArgumentException("not a date pattern: " + pattern + " (" + e.getMessage()
          + "); write one of java.time.format.DateTimeFormatter such as dd/MM/yyyy, or iso, rfc822, loose, epoch-millis,"
          + " epoch-seconds, net, words", e);
    }
  }

  @Override
  public @Nullable GivenDate read(String given) {
    // The first pass throws nothing: most texts that do not fit end here.
    var position = new ParsePosition(0);
    if (formatter.parseUnresolved(given, position) == null || position.getIndex() < given.length())
      return null;
    try {
      return date(given, formatter.parse(given), zone);
    } catch (DateTimeException e) {
      return null;
    }
  }

  static @Nullable GivenDate date(String given, TemporalAccessor parsed, @Nullable ZoneId zone) {
    LocalDate day = parsed.query(TemporalQueries.localDate());
    if (day == null)
      return null;
    LocalTime time = parsed.query(TemporalQueries.localTime());
    ZoneId own = parsed.query(TemporalQueries.zone());
    if (time == null || own == null && zone == null)
      return GivenDate.day(given, day);
    ZonedDateTime moment = LocalDateTime.of(day, time).atZone(own != null ? own : Objects.requireNonNull(zone));
    // A publisher who writes UTC still means the day of its own zone: 04:59 UTC is the evening before in New York.
    LocalDate meant = zone == null ? day : moment.withZoneSameInstant(zone).toLocalDate();
    return new GivenDate(given, meant, moment.toInstant());
  }

  static GivenDate instant(String given, OffsetDateTime moment) {
    return new GivenDate(given, moment.toLocalDate(), moment.toInstant());
  }
}
