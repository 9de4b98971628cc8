package io.fengsui.crawler.clean;

import io.fengsui.crawler.notice.GivenDate;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of RSS and e-mail (RFC 822, section 5, and RFC 2822): the day's name is not looked at, years may have two digits. */
record Rfc822Date() implements DateFormats.DateFormat {
  private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
      "oct", "nov", "dec");
  private static final Map<String, Integer> ZONES = Map.ofEntries(Map.entry("GMT", 0), Map.entry("UT", 0),
      Map.entry("UTC", 0), Map.entry("Z", 0), Map.entry("EST", -5), Map.entry("EDT", -4), Map.entry("CST", -6),
      Map.entry("CDT", -5), Map.entry("MST", -7), Map.entry("MDT", -6), Map.entry("PST", -8), Map.entry("PDT", -7),
      Map.entry("CET", 1), Map.entry("CEST", 2), Map.entry("BST", 1));
  private static final Pattern FORM = Pattern
      .compile("(?:\\p{L}+\\.?,?\\s+)?(?<day>\\d{1,2})\\s+(?<month>[A-Za-z]{3})[a-z]*\\.?"
          + "\\s+(?<year>\\d{4}|\\d{2})(?:\\s+(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2}))?(?:\\s*(?<zone>[A-Za-z]{1,5}|[+-]\\d{2}:?\\d{2}))?)?");

  @Override
  public @Nullable GivenDate read(String given) {
    Matcher match = FORM.matcher(given);
    if (!match.matches())
      return null;
    int month = MONTHS.indexOf(match.group("month").toLowerCase(Locale.ROOT)) + 1;
    try {
      return month == 0 ? null : date(given, match, month);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static GivenDate date(String given, Matcher match, int month) {
    var day = LocalDate.of(year(match.group("year")), month, Integer.parseInt(match.group("day")));
    String zone = match.group("zone");
    ZoneOffset offset = zone == null ? null : offset(zone);
    if (offset == null)
      return GivenDate.day(given, day);
    String second = match.group("second");
    // A leap second is the last second of its minute.
    var time = LocalTime.of(Integer.parseInt(match.group("hour")), Integer.parseInt(match.group("minute")),
        second == null ? 0 : Math.min(59, Integer.parseInt(second)));
    return PatternDate.instant(given, OffsetDateTime.of(day, time, offset));
  }

  /** RFC 2822, section 4.3: two digits from 50 on are of the 20th century. */
  private static int year(String digits) {
    int year = Integer.parseInt(digits);
    return digits.length() == 4 ? year : year < 50 ? 2000 + year : 1900 + year;
  }

  private static @Nullable ZoneOffset offset(String zone) {
    if (zone.startsWith("+") || zone.startsWith("-"))
      return ZoneOffset.of(zone);
    Integer hours = ZONES.get(zone.toUpperCase(Locale.ROOT));
    return hours == null ? null : ZoneOffset.ofHours(hours);
  }
}
