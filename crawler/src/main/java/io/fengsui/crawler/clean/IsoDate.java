package io.fengsui.crawler.clean;

import io.fengsui.crawler.notice.GivenDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import org.jspecify.annotations.Nullable;

/** ISO 8601: a day ({@code 2026-08-19}, {@code 20260819}) or a time, with {@code T} or a space, with or without an offset. */
record IsoDate(@Nullable ZoneId zone) implements DateFormats.DateFormat {
  private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder().parseCaseInsensitive()
      .append(DateTimeFormatter.ISO_LOCAL_DATE)
      .optionalStart().appendPattern("['T'][' ']HH:mm[:ss]")
      .optionalStart().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true).optionalEnd()
      .optionalEnd()
      .appendPattern("[' '][XXX][XX][X]")
      .toFormatter().withResolverStyle(ResolverStyle.SMART);

  @Override
  public @Nullable GivenDate read(String given) {
    int length = given.length();
    try {
      if (length == 10 && given.charAt(4) == '-')
        return GivenDate.day(given, LocalDate.parse(given));
      if (length == 8 && given.chars().allMatch(c -> c >= '0' && c <= '9'))
        return GivenDate.day(given, LocalDate.parse(given, DateTimeFormatter.BASIC_ISO_DATE));
      return length > 10 && given.charAt(4) == '-' ? new PatternDate(TIME, zone).read(given) : null;
    } catch (DateTimeException e) {
      return null;
    }
  }
}
