package io.fengsui.crawler.read;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the fields of a record yield, before it is known to be a notice. */
record Draft(@Nullable String reference, @Nullable String title, String text, Optional<Kind> kind,
    Optional<String> language, List<String> notifying, List<String> origin, List<String> markets,
    List<Product> products, List<String> categories, List<String> hazards, @Nullable String publisherClass,
    List<String> measures, @Nullable TradeMeasure measure, Map<DateRole, GivenDate> dates, List<Company> companies,
    List<Link> links,
    Map<String, String> other) {
  /** The notice with what this draft yields in place of what it had; links are added. */
  Notice over(Notice notice) {
    return new Notice(notice.id(), kind.orElse(notice.kind()), title == null ? notice.title() : title,
        text.isEmpty() ? notice.text() : text, language.orElse(notice.language()), over(notifying, notice.notifying()),
        over(origin, notice.origin()), over(markets, notice.markets()), over(products, notice.products()),
        over(categories, notice.categories()), over(hazards, notice.hazards()),
        publisherClass == null ? notice.publisherClass() : publisherClass, over(measures, notice.measures()),
        measure == null ? notice.measure() : measure, over(dates, notice.dates()), over(companies, notice.companies()),
        united(notice.links(), links),
        over(other, notice.other()));
  }

  private static <T> List<T> over(List<T> mine, List<T> theirs) {
    return mine.isEmpty() ? theirs : mine;
  }

  private static <K, V> Map<K, V> over(Map<K, V> mine, Map<K, V> theirs) {
    var united = new LinkedHashMap<>(theirs);
    united.putAll(mine);
    return united;
  }

  private static List<Link> united(List<Link> some, List<Link> more) {
    var all = new LinkedHashSet<>(some);
    all.addAll(more);
    return List.copyOf(all);
  }
}
