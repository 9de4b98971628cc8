package io.fengsui.crawler.clean;

import io.fengsui.crawler.notice.GivenDate;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Dates as feeds really write them: the standards and what is made of them. A text in which day and month could be taken for each
 * other is read only where the name of the day tells which is which.
 */
record LooseDate(@Nullable ZoneId zone) implements DateFormats.DateFormat {
  private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
      "oct",
      "nov", "dec");
  private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> GREEK = List.of("ιαν", "φεβ", "μαρ", "απρ", "μαι", "ιουν", "ιουλ", "αυγ", "σεπ",
      "οκτ",
      "νοε", "δεκ");
  private static final List<String> HUNGARIAN = List.of("januar", "februar", "marcius", "aprilis", "majus", "junius",
      "julius", "augusztus", "szeptember", "oktober", "november", "december");
  /** Hours and minutes east of Greenwich (RFC 822, section 5.1, and what American and European publishers write). */
  private static final Map<String, Integer> ZONES = Map.ofEntries(Map.entry("ut", 0), Map.entry("utc", 0),
      Map.entry("gmt", 0), Map.entry("z", 0), Map.entry("wet", 0), Map.entry("west", 60), Map.entry("bst", 60),
      Map.entry("ist", 330), Map.entry("cet", 60), Map.entry("met", 60), Map.entry("cest", 120), Map.entry("mest", 120),
      Map.entry("eet", 120), Map.entry("eest", 180), Map.entry("msk", 180), Map.entry("jst", 540),
      Map.entry("kst", 540), Map.entry("hkt", 480), Map.entry("sgt", 480), Map.entry("aest", 600),
      Map.entry("aedt", 660), Map.entry("nzst", 720), Map.entry("nzdt", 780), Map.entry("at", -240),
      Map.entry("ast", -240), Map.entry("adt", -180), Map.entry("et", -300), Map.entry("est", -300),
      Map.entry("edt", -240), Map.entry("ct", -300), Map.entry("cst", -360), Map.entry("cdt", -300),
      Map.entry("mt", -420), Map.entry("mst", -420), Map.entry("mdt", -360), Map.entry("pt", -480),
      Map.entry("pst", -480), Map.entry("pdt", -420), Map.entry("a", -60), Map.entry("n", 60), Map.entry("m", -720),
      Map.entry("y", 720));
  private static final String TIME = "(?<hour>\\d{1,2}):(?<minute>\\d{1,2})(?::(?<second>\\d{1,2})(?:[.,]\\d+)?)?(?:\\s*(?<half>[ap])\\.?m\\.?(?![a-z]))?";
  private static final String ZONE = "(?:\\s*(?:etc/|utc(?=[+-])|gmt(?=[+-]))?(?<zone>[a-z]{1,4}|[+-]\\d{1,2}(?::?\\d{2})?)(?:\\s*\\([^)]*\\))?)?";
  private static final String WEEKDAY = "(?:(?<weekday>\\p{L}+)\\.?,?\\s*)?";
  private static final List<Pattern> FORMS = List.of(
      // RFC 822: Thu, 01 Jan 04 19:48 EST; the day's name, commas and the time may be missing or doubled.
      form(WEEKDAY
          + "(?<day>\\d{1,2})(?:st|nd|rd|th)?[\\s-]+(?<month>\\p{L}{3,})\\.?,?[\\s-]+(?<year>\\d{4}|\\d{2})(?:,?\\s+(?:at\\s+|-\\s+)?"
          + TIME + ZONE + ")?"),
      // asctime, with the zone before the year, behind the time or nowhere; and with the year before the time.
      form(WEEKDAY + "(?<month>\\p{L}{3,})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+" + TIME
          + ZONE + "\\s+(?<year>\\d{4})"),
      form(WEEKDAY
          + "(?<month>\\p{L}{3,})\\.?\\s+(?<day>\\d{1,2})(?:st|nd|rd|th)?,?\\s+(?<year>\\d{4})(?:,?\\s+(?:at\\s+|-\\s+)?"
          + TIME + ZONE + ")?"),
      // W3CDTF and ISO 8601, with other separators too.
      form("(?<year>\\d{4})(?:(?<s>[-/.])(?<month>\\d{1,2})(?:\\k<s>(?<day>\\d{1,2}))?)?(?:[t\\s,]+" + TIME + ZONE
          + ")?z?"),
      form(
          "(?<year>\\d{4})(?<month>\\d{2})(?<day>\\d{2})(?:[t\\s]?(?<hour>\\d{2}):?(?<minute>\\d{2})(?::?(?<second>\\d{2}))?"
              + ZONE + ")?"),
      // Perforce: Fri, 2006/09/15 08:19:53 EDT
      form(WEEKDAY + "(?<year>\\d{4})/(?<month>\\d{1,2})/(?<day>\\d{1,2})(?:\\s+" + TIME + ZONE + ")?"),
      // Drupal: Fri, 05/03/2019 - 15:21
      form(WEEKDAY + "(?<first>\\d{1,2})(?<s>[/.-])(?<other>\\d{1,2})\\k<s>(?<year>\\d{4})(?:\\s*(?:-|,|at)?\\s+" + TIME
          + ZONE + ")?"),
      form("(?<year>\\d{4})\\s*[年년]\\s*(?<month>\\d{1,2})\\s*[月월]\\s*(?<day>\\d{1,2})\\s*[日일](?:\\s*" + TIME + ZONE
          + ")?"),
      form("(?<year>\\d{4})-(?<month>\\d{1,2})-(?<day>\\d{1,2})\\s+(?<asian>오전|오후|上午|下午)\\s*" + TIME),
      form("(?<year>\\d{4})-(?<month>\\p{L}{5,})-(?<day>\\d{1,2})(?:t" + TIME + ZONE + ")?"));

  private static Pattern form(String form) {
    return Pattern.compile(form, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  @Override
  public @Nullable GivenDate read(String given) {
    if (given.isEmpty() || given.length() > 80)
      return null;
    for (Pattern form : FORMS) {
      Matcher match = form.matcher(given);
      GivenDate date = match.matches() ? date(given, match) : null;
      if (date != null)
        return date;
    }
    return null;
  }

  private @Nullable GivenDate date(String given, Matcher match) {
    try {
      LocalDate day = day(match);
      if (day == null)
        return null;
      LocalTime time = time(match);
      ZoneId at = time == null ? null : zone(match);
      return time == null || at == null
          ? GivenDate.day(given, day)
          : new GivenDate(given, day, LocalDateTime.of(day, time).atZone(at).toInstant());
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static @Nullable String group(Matcher match, String name) {
    return match.namedGroups().containsKey(name) ? match.group(name) : null;
  }

  private static int number(Matcher match, String name, int otherwise) {
    String digits = group(match, name);
    return digits == null ? otherwise : Integer.parseInt(digits);
  }

  private static @Nullable LocalDate day(Matcher match) {
    String digits = String.valueOf(group(match, "year"));
    int year = Integer.parseInt(digits);
    if (digits.length() == 2)
      year += year < 90 ? 2000 : 1900;
    if (group(match, "first") != null)
      return ambiguous(year, number(match, "first", 0), number(match, "other", 0), group(match, "weekday"));
    int month = month(group(match, "month"));
    return month == 0 ? null : LocalDate.of(year, month, number(match, "day", 1));
  }

  private static int month(@Nullable String given) {
    if (given == null)
      return 1;
    if (Character.isDigit(given.charAt(0)))
      return Integer.parseInt(given);
    // Accents are often missing.
    String name = java.text.Normalizer.normalize(given, java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
    int english = MONTHS.indexOf(name.substring(0, Math.min(3, name.length()))) + 1;
    if (english > 0)
      return english;
    for (int i = 0; i < 12; i++)
      if (name.startsWith(GREEK.get(i)) || name.equals(HUNGARIAN.get(i)))
        return i + 1;
    return name.startsWith("μαϊ") ? 5 : 0;
  }

  private static @Nullable LocalDate ambiguous(int year, int first, int other, @Nullable String weekday) {
    LocalDate american = first <= 12 ? LocalDate.of(year, first, other) : null;
    LocalDate european = other <= 12 ? LocalDate.of(year, other, first) : null;
    if (american == null || european == null || american.equals(european))
      return american == null ? european : american;
    int day = weekday == null
        ? -1
        : DAYS.indexOf(weekday.substring(0, Math.min(3, weekday.length())).toLowerCase(Locale.ROOT));
    if (day >= 0 && american.getDayOfWeek() == DayOfWeek.of(day + 1))
      return american;
    return day >= 0 && european.getDayOfWeek() == DayOfWeek.of(day + 1) ? european : null;
  }

  private static @Nullable LocalTime time(Matcher match) {
    if (group(match, "hour") == null)
      return null;
    int hour = number(match, "hour", 0);
    String half = group(match, "half") == null ? group(match, "asian") : group(match, "half");
    if (half != null && hour <= 12) {
      boolean afternoon = half.equalsIgnoreCase("p") || half.equals("오후") || half.equals("下午");
      hour = hour % 12 + (afternoon ? 12 : 0);
    }
    // A leap second is the last second of its minute.
    int second = number(match, "second", 0);
    return LocalTime.of(hour, number(match, "minute", 0), second == 60 ? 59 : second);
  }

  private @Nullable ZoneId zone(Matcher match) {
    // Korean and Chinese texts without a zone are of their own.
    if (group(match, "asian") != null)
      return zone == null ? null : ZoneOffset.ofHours(match.group("asian").startsWith("오") ? 9 : 8);
    String name = group(match, "zone");
    if (name == null)
      return match.group().endsWith("z") || match.group().endsWith("Z")
          ? ZoneOffset.UTC
          : match.group().contains("년") ? ZoneOffset.ofHours(9) : zone;
    if (name.charAt(0) != '+' && name.charAt(0) != '-') {
      Integer minutes = ZONES.get(name.toLowerCase(Locale.ROOT));
      return minutes == null ? zone : ZoneOffset.ofTotalSeconds(minutes * 60);
    }
    String digits = name.substring(1).replace(":", "");
    int hours = Integer.parseInt(digits.length() > 2 ? digits.substring(0, digits.length() - 2) : digits);
    int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(digits.length() - 2)) : 0;
    return ZoneOffset.ofTotalSeconds((name.charAt(0) == '-' ? -1 : 1) * (hours * 3600 + minutes * 60));
  }
}
