package io.fengsui.crawler.notice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a notice of a technical trade measure says about the measure: which one it is and what it covers. Its dates are among
 * the dates of the notice, the notified text among its links.
 *
 * @param symbol     of the notification, as given: {@code G/TBT/N/EU/1100/Add.1}; null where the publisher gives none
 * @param base       the symbols of what it all began with, {@code G/TBT/N/EU/1100}: several where members notify together
 * @param event      what this notification is to the measure, null where unknown
 * @param area       {@code TBT}, {@code SPS}, {@code TRIS}, …; null where the publisher has no such division
 * @param hs         of the Harmonized System; may be empty
 * @param ics        of the International Classification for Standards (ISO); may be empty
 * @param objectives why the measure is taken, in the publisher's words
 * @param keywords   the publisher's own
 * @param products   what is covered, in words, null where not given
 */
public record TradeMeasure(@Nullable String symbol, List<String> base, @Nullable Event event, @Nullable String area,
    List<Code> hs, List<Code> ics, List<String> objectives, List<String> keywords, @Nullable String products) {
  public TradeMeasure {
    base = List.copyOf(base);
    hs = List.copyOf(hs);
    ics = List.copyOf(ics);
    objectives = List.copyOf(objectives);
    keywords = List.copyOf(keywords);
  }

  /** True where the publisher gave nothing at all. */
  public boolean isEmpty() {
    return symbol == null && base.isEmpty() && event == null && area == null && hs.isEmpty() && ics.isEmpty()
        && objectives.isEmpty() && keywords.isEmpty() && products == null;
  }

  /** What a notification is to the measure that it belongs to. */
  public enum Event {
    /** The first of its measure. */
    REGULAR,
    /** Adds to an earlier one: a longer comment period, the adoption, the entry into force, a withdrawal. */
    ADDENDUM,
    /** Takes the place of an earlier one. */
    REVISION,
    /** Mends a mistake in an earlier one. */
    CORRIGENDUM,
    /** Supplements an earlier one, such as with a translation. */
    SUPPLEMENT;

    /** The word used in YAML, queries and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The event with that code, or with the publisher's word that begins like it ("Addendum", "Regular notification"). */
    public static Optional<Event> of(String given) {
      String word = given.strip().toLowerCase(Locale.ROOT);
      for (Event event : values())
        if (word.startsWith(event.code()))
          return Optional.of(event);
      return Optional.empty();
    }
  }

  /**
   * A code of a classification.
   *
   * @param code as given, with or without points
   * @param name what the publisher calls it, null where not given
   */
  public record Code(String code, @Nullable String name) {
    private static final Pattern NAMED = Pattern
        .compile("(?<code>\\d{2}(?:[\\d. ]*\\d)?)(?:\\s*[-–—:]\\s*|\\s+)(?<name>\\p{L}.*)");

    /** A code with or without a name behind it: {@code 850760 - Lithium-ion accumulators}. */
    public static Code of(String given) {
      Matcher named = NAMED.matcher(given);
      return named.matches() ? new Code(named.group("code"), named.group("name")) : new Code(given, null);
    }
  }
}
