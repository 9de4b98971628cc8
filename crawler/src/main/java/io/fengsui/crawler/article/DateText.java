package io.fengsui.crawler.article;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates as people write them, found in running text. */
final class DateText {
  /** The web is not older, as far as articles go. */
  private static final int FIRST_YEAR = 1995;
  private static final String YEAR = "((?:19|20|25)\\d\\d)";
  /** Year first, as ISO 8601 and all of East Asia do. */
  private static final Pattern YEAR_FIRST = Pattern.compile("(?<!\\d)" + YEAR
      + "(?:\\s?[-/.]\\s?|\\s?年\\s?|\\s?년\\s?)(1[0-2]|0?[1-9])(?:\\s?[-/.]\\s?|\\s?月\\s?|\\s?월\\s?)(3[01]|[12]\\d|0?[1-9])(?!\\d)(?:\\s?[日일号])?");
  private static final Pattern DAY_FIRST = Pattern
      .compile("(?<![\\d.,:])(3[01]|[12]\\d|0?[1-9])\\s?([-/.])\\s?(3[01]|[12]\\d|0?[1-9])\\s?\\2\\s?("
          + YEAR.substring(1, YEAR.length() - 1) + "|\\d\\d)(?![\\d%])");
  private static final Pattern DAY_NAME = Pattern
      .compile("(?<!\\d)(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th|er|ª|º|°|\\.|-?го|ти)?[\\s,./-]{0,3}"
          + "(?:(?:of|de|d)[\\s'’])?\\s?([\\p{L}\\p{Mn}]{3,14})[\\s,./’'-]{0,3}(?:(?:de|del|of)\\s)?" + YEAR
          + "(?!\\d)");
  private static final Pattern NAME_DAY = Pattern
      .compile("(?<![\\p{L}\\d])([\\p{L}\\p{Mn}]{3,14})[\\s.-]{1,2}(3[01]|[12]\\d|0?[1-9])(?:st|nd|rd|th)?[\\s,.-]{1,3}"
          + YEAR + "(?!\\d)");
  private static final Pattern YEAR_NAME = Pattern
      .compile("(?<!\\d)" + YEAR
          + "[\\s,.-]{1,3}(?:m\\.?\\s)?([\\p{L}\\p{Mn}]{3,14})[\\s,.-]{1,3}(3[01]|[12]\\d|0?[1-9])(?!\\d)");
  private static final Pattern COMPACT = Pattern
      .compile("(?<!\\d)((?:19|20)\\d\\d)(0[1-9]|1[0-2])(3[01]|[12]\\d|0[1-9])(?!\\d)");
  private static final Pattern TIME = Pattern.compile(
      "^[\\s,，T|@·()-]{0,4}(?:[\\p{L}]{1,9}[\\s,]{1,2}|\\p{IsHan}{1,3}\\s?)?([01]?\\d|2[0-3])[:：h时](?:([0-5]\\d))(?:[:：分]([0-5]\\d))?(?:[.,]\\d{1,9})?\\s?([aApP]\\.?[mM]\\b\\.?)?\\s?(Z|UTC|GMT|[+-]\\d\\d:?\\d\\d)?");

  /** A date in a text. */
  record Hit(Published date, int start, int end) {}

  private final boolean monthFirst;
  private final LocalDate last;

  /** @param monthFirst whether 3/5/2019 is the fifth of March */
  DateText(boolean monthFirst, LocalDate last) {
    this.monthFirst = monthFirst;
    this.last = last;
  }

  /** The first date, null for none. */
  @Nullable
  Published first(String text) {
    var hits = all(text);
    return hits.isEmpty() ? null : hits.getFirst().date();
  }

  /** All dates, in the order of the text. */
  List<Hit> all(String text) {
    var hits = new ArrayList<Hit>();
    collect(hits, YEAR_FIRST.matcher(text), text, 1, 2, 3);
    named(hits, NAME_DAY.matcher(text), text, 3, 1, 2);
    named(hits, DAY_NAME.matcher(text), text, 3, 2, 1);
    named(hits, YEAR_NAME.matcher(text), text, 1, 2, 3);
    numbers(hits, text);
    if (hits.isEmpty())
      collect(hits, COMPACT.matcher(text), text, 1, 2, 3);
    hits.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return hits;
  }

  private void collect(List<Hit> hits, Matcher match, String text, int year, int month, int day) {
    while (match.find())
      add(hits, number(match, year), number(match, month), number(match, day), text, match.start(), match.end());
  }

  private void named(List<Hit> hits, Matcher match, String text, int year, int name, int day) {
    while (match.find()) {
      int month = MonthNames.of(match.group(name));
      if (month > 0)
        add(hits, number(match, year), month, number(match, day), text, match.start(), match.end());
    }
  }

  private void numbers(List<Hit> hits, String text) {
    Matcher match = DAY_FIRST.matcher(text);
    while (match.find()) {
      int first = number(match, 1);
      int second = number(match, 3);
      int year = number(match, 4);
      boolean swap = second > 12 || first <= 12 && monthFirst && !match.group(2).equals(".");
      int day = swap ? second : first;
      int month = swap ? first : second;
      add(hits, year < 100 ? 2000 + year : year, month, day, text, match.start(), match.end());
    }
  }

  private static int number(Matcher match, int group) {
    return Integer.parseInt(match.group(group));
  }

  private void add(List<Hit> hits, int year, int month, int day, String text, int start, int end) {
    // Thailand counts from the Buddha's death.
    int common = year >= 2500 ? year - 543 : year;
    try {
      LocalDate date = LocalDate.of(common, month, day);
      if (common < FIRST_YEAR || date.isAfter(last))
        return;
      hits.add(timed(date, text, start, end));
    } catch (DateTimeException e) {
      // The thirtieth of February is no date.
    }
  }

  private static Hit timed(LocalDate date, String text, int start, int end) {
    Matcher match = TIME.matcher(text).region(end, Math.min(text.length(), end + 40));
    if (!match.find())
      return new Hit(Published.on(date), start, end);
    try {
      int hour = Integer.parseInt(match.group(1));
      String half = match.group(4);
      if (half != null)
        hour = hour % 12 + (half.charAt(0) == 'p' || half.charAt(0) == 'P' ? 12 : 0);
      LocalTime time = LocalTime.of(hour, Integer.parseInt(match.group(2)),
          match.group(3) == null ? 0 : Integer.parseInt(match.group(3)));
      return new Hit(new Published(date, time, offset(match.group(5))), start, match.end());
    } catch (DateTimeException e) {
      return new Hit(Published.on(date), start, end);
    }
  }

  private static @Nullable ZoneOffset offset(@Nullable String text) {
    if (text == null)
      return null;
    return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
  }
}
