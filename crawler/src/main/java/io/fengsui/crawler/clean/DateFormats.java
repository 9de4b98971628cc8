package io.fengsui.crawler.clean;

import io.fengsui.crawler.notice.GivenDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The ways in which a publisher writes one of its dates, tried in their order. Immutable. */
public final class DateFormats {
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2199;
  private final List<DateFormat> formats;

  private DateFormats(List<DateFormat> formats) {
    this.formats = List.copyOf(formats);
  }

  /** ISO 8601, then RFC 822, then what feeds make of them: for publishers that use a standard. */
  public static DateFormats standard(@Nullable ZoneId zone) {
    return of(List.of("iso", "rfc822", "loose"), Locale.ENGLISH, zone);
  }

  /**
   * Compiles patterns.
   *
   * @param patterns {@code iso rfc822 loose epoch-millis epoch-seconds net words} or a pattern of
   *                 {@link java.time.format.DateTimeFormatter}
   * @param locale   of names of months and days
   * @param zone     of texts that give a time without an offset, null where the publisher does not say: then the day alone is read
   * @throws IllegalArgumentException naming the pattern that is none
   */
  public static DateFormats of(List<String> patterns, Locale locale, @Nullable ZoneId zone) {
    var formats = new ArrayList<DateFormat>();
    for (String pattern : patterns)
      formats.add(switch (pattern) {
        case "iso" -> new IsoDate(zone);
        case "rfc822" -> new Rfc822Date();
        case "loose" -> new LooseDate(zone);
        case "epoch-millis" -> new EpochDate(1, zone);
        case "epoch-seconds" -> new EpochDate(1000, zone);
        case "net" -> new NetDate();
        case "words" -> GivenDate::words;
        default -> PatternDate.of(pattern, locale, zone);
      });
    return new DateFormats(formats);
  }

  /** Reads a date; what fits no pattern is kept as words. */
  public GivenDate read(String given) {
    for (DateFormat format : formats) {
      GivenDate date = format.read(given);
      if (date != null && isPlausible(date))
        return date;
    }
    return GivenDate.words(given);
  }

  /** Publishers write year 1 or 9999 for "none"; that stays words. */
  private static boolean isPlausible(GivenDate date) {
    return date.date() == null || date.date().getYear() >= FIRST_YEAR && date.date().getYear() <= LAST_YEAR;
  }

  /** One way of writing a date. */
  interface DateFormat {
    /** The date, null where the text is written otherwise. */
    @Nullable
    GivenDate read(String given);
  }
}
