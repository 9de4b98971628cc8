package io.fengsui.crawler.notice;

import io.fengsui.crawler.notice.TradeMeasure.Event;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A document symbol of the WTO, or several of one joint notification ({@code G/TBT/N/ARE/510, G/TBT/N/BHR/600}).
 * Endings tell what the document is to the first one and add up: {@code G/SPS/N/USA/3000/Rev.1/Add.2} is the second addendum
 * to the first revision (WTO, "Symbols of documents").
 *
 * @param text as given
 */
public record MeasureSymbol(String text) {
  private static final Pattern APART = Pattern.compile("\\s*[,;\\r\\n]\\s*");
  private static final Pattern ENDING = Pattern.compile("(?i)\\s*/\\s*(?<event>Add|Rev|Corr|Suppl?)\\s*\\.?\\s*\\d+");
  private static final Pattern AREA = Pattern.compile("(?i)\\bG/(?<area>[A-Z]{2,4})/(?:N|GEN)/");
  private static final Map<String, Event> EVENTS = Map.of("add", Event.ADDENDUM, "rev", Event.REVISION, "corr",
      Event.CORRIGENDUM, "sup", Event.SUPPLEMENT, "suppl", Event.SUPPLEMENT);

  /** The symbols without endings: each member's own. */
  public List<String> base() {
    return Arrays.stream(APART.split(text.strip())).map(MeasureSymbol::withoutEnding).filter(base -> !base.isBlank())
        .distinct().toList();
  }

  private static String withoutEnding(String symbol) {
    Matcher ending = ENDING.matcher(symbol);
    return (ending.find() ? symbol.substring(0, ending.start()) : symbol).strip();
  }

  /** What the document is by its last ending; without any it is the first of its measure. Empty where it is no symbol of the WTO. */
  public Optional<Event> event() {
    if (area().isEmpty())
      return Optional.empty();
    Event event = Event.REGULAR;
    Matcher ending = ENDING.matcher(text);
    while (ending.find())
      event = EVENTS.getOrDefault(ending.group("event").toLowerCase(Locale.ROOT), event);
    return Optional.of(event);
  }

  /** {@code TBT}, {@code SPS}, …; empty where it is no symbol of the WTO. */
  public Optional<String> area() {
    Matcher area = AREA.matcher(text);
    return area.find() ? Optional.of(area.group("area").toUpperCase(Locale.ROOT)) : Optional.empty();
  }
}
