package io.fengsui.indexer.query;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A day, month, quarter, year or span back from today, as a query names it.
 *
 * @param code the one way to write it: {@code 2024-05-03}, {@code 2024-05}, {@code 2026-Q2}, {@code 2024}, {@code 90d},
 *             {@code this-week}
 */
record DateSpan(String code) {
  private static final Map<String, String> WORDS = Map.ofEntries(Map.entry("今天", "today"), Map.entry("昨天", "1d"),
      Map.entry("本周", "this-week"), Map.entry("上周", "last-week"), Map.entry("本月", "this-month"),
      Map.entry("上月", "last-month"), Map.entry("本季度", "this-quarter"), Map.entry("本季", "this-quarter"),
      Map.entry("上季度", "last-quarter"), Map.entry("今年", "this-year"), Map.entry("本年", "this-year"),
      Map.entry("去年", "last-year"), Map.entry("yesterday", "1d"));
  private static final Map<String, String> UNITS = Map.of("天", "d", "日", "d", "周", "w", "个月", "m", "月", "m", "年", "y");
  private static final Pattern NAMED = Pattern.compile("today|(this|last)-(week|month|quarter|year)");
  private static final Pattern BACK = Pattern.compile("(\\d{1,4})(d|w|m|y|天|日|周|个月|月|年)");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?[qQ]([1-4])");
  private static final Pattern DAY = Pattern.compile("(\\d{4})(?:[-/.年](\\d{1,2})(?:[-/.月](\\d{1,2})日?|月)?|年)?");

  /** Empty where the text is no date. */
  static Optional<DateSpan> read(String given) {
    String text = given.strip().toLowerCase(Locale.ROOT);
    text = WORDS.getOrDefault(text, text);
    if (NAMED.matcher(text).matches())
      return Optional.of(new DateSpan(text));
    Matcher quarter = QUARTER.matcher(text);
    if (quarter.matches())
      return Optional.of(new DateSpan(quarter.group(1) + "-Q" + quarter.group(2)));
    Matcher day = DAY.matcher(text);
    if (day.matches())
      return day(day);
    Matcher back = BACK.matcher(text);
    return back.matches()
        ? Optional.of(new DateSpan(back.group(1) + UNITS.getOrDefault(back.group(2), back.group(2))))
        : Optional.empty();
  }

  private static Optional<DateSpan> day(Matcher found) {
    try {
      int year = Integer.parseInt(found.group(1));
      if (year < 1800 || year > 2200)
        return Optional.empty();
      if (found.group(2) == null)
        return Optional.of(new DateSpan(found.group(1)));
      YearMonth month = YearMonth.of(year, Integer.parseInt(found.group(2)));
      return Optional.of(new DateSpan(
          found.group(3) == null ? month.toString() : month.atDay(Integer.parseInt(found.group(3))).toString()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The first day of it. */
  LocalDate first(LocalDate today) {
    if (NAMED.matcher(code).matches())
      return named(today);
    Matcher back = BACK.matcher(code);
    if (back.matches())
      return today.minus(Integer.parseInt(back.group(1)), unit(back.group(2)));
    Matcher quarter = QUARTER.matcher(code);
    if (quarter.matches())
      return LocalDate.of(Integer.parseInt(quarter.group(1)), Integer.parseInt(quarter.group(2)) * 3 - 2, 1);
    return switch (code.length()) {
      case 4 -> LocalDate.of(Integer.parseInt(code), Month.JANUARY, 1);
      case 7 -> YearMonth.parse(code).atDay(1);
      default -> LocalDate.parse(code);
    };
  }

  /** The last day of it; a span back from today is a single day. */
  LocalDate last(LocalDate today) {
    LocalDate first = first(today);
    if (code.endsWith("-week"))
      return first.plusDays(6);
    if (code.endsWith("-quarter") || QUARTER.matcher(code).matches())
      return first.plusMonths(3).minusDays(1);
    if (code.endsWith("-month") || code.matches("\\d{4}-\\d{2}"))
      return first.plusMonths(1).minusDays(1);
    if (code.endsWith("-year") || code.matches("\\d{4}"))
      return first.plusYears(1).minusDays(1);
    return first;
  }

  private LocalDate named(LocalDate today) {
    int back = code.startsWith("last-") ? 1 : 0;
    return switch (code.replaceFirst(".*-", "")) {
      case "week" -> today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
      case "month" -> today.withDayOfMonth(1).minusMonths(back);
      case "quarter" ->
        today.withDayOfMonth(1).withMonth((today.getMonthValue() - 1) / 3 * 3 + 1).minusMonths(3L * back);
      case "year" -> today.withDayOfYear(1).minusYears(back);
      default -> today;
    };
  }

  private static ChronoUnit unit(String sign) {
    return switch (sign) {
      case "w" -> ChronoUnit.WEEKS;
      case "m" -> ChronoUnit.MONTHS;
      case "y" -> ChronoUnit.YEARS;
      default -> ChronoUnit.DAYS;
    };
  }
}
