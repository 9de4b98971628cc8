package io.fengsui.crawler.notice;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A notice with everything that its publisher gave, in the publisher's own words. Nothing here is inferred: codes of
 * partners, commodities and hazards are the indexer's work. All text is plain text, never HTML. Immutable.
 *
 * @param title          never blank
 * @param text           the body; empty where the publisher gave none
 * @param language       BCP 47 tag of title and text, {@code und} where unknown
 * @param notifying      the notifying partners as given: names or ISO 3166-1 codes
 * @param origin         countries of origin as given; empty where the publisher did not say
 * @param markets        where the goods went, as given
 * @param categories     the publisher's own product categories
 * @param hazards        the publisher's own hazard terms
 * @param publisherClass the publisher's own grade, such as "Serious risk" or "Class II"
 * @param measures       what was done: "Withdrawal of the product from the market"
 * @param measure        what is notified where it is a technical trade measure; null where the publisher says nothing of it
 * @param other          all that has no field of its own, by the name it has in the source's YAML, in its order
 */
public record Notice(NoticeId id, Kind kind, String title, String text, String language, List<String> notifying,
    List<String> origin, List<String> markets, List<Product> products, List<String> categories, List<String> hazards,
    @Nullable String publisherClass, List<String> measures, @Nullable TradeMeasure measure,
    Map<DateRole, GivenDate> dates, List<Company> companies, List<Link> links, Map<String, String> other) {
  public Notice {
    if (title.isBlank())
      throw new IllegalArgumentException("a notice needs a title: " + id);
    notifying = List.copyOf(notifying);
    origin = List.copyOf(origin);
    markets = List.copyOf(markets);
    products = List.copyOf(products);
    categories = List.copyOf(categories);
    hazards = List.copyOf(hazards);
    measures = List.copyOf(measures);
    dates = Collections.unmodifiableMap(new LinkedHashMap<>(dates));
    companies = List.copyOf(companies);
    links = List.copyOf(links);
    other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  /** The date of publication, if the publisher gave one. */
  public Optional<GivenDate> published() {
    return Optional.ofNullable(dates.get(DateRole.PUBLISHED));
  }

  /** The publisher's own page of this notice, if it has one. */
  public Optional<String> page() {
    return links.stream().filter(link -> link.rel() == Link.Rel.NOTICE).map(Link::uri).findFirst();
  }
}
