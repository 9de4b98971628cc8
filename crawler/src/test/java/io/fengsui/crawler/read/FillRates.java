package io.fengsui.crawler.read;

import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Notice;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** How many of the notices of a source have each field. */
final class FillRates {
  private final Map<String, Integer> counts = new LinkedHashMap<>();
  private final Set<String> references = new LinkedHashSet<>();
  private int notices;

  void add(Notice notice) {
    notices++;
    references.add(notice.id().reference());
    count("text", !notice.text().isEmpty());
    count("kind=" + notice.kind().code(), true);
    count("language=" + notice.language(), true);
    lists(notice);
    count("class", notice.publisherClass() != null);
    notice.dates().forEach(this::date);
    notice.companies().forEach(company -> count("company-" + company.role().code(), true));
    notice.links().stream().map(link -> link.rel().code()).distinct().forEach(rel -> count("link-" + rel, true));
    notice.other().keySet().forEach(name -> count(name, true));
  }

  private void lists(Notice notice) {
    Map.<String, Collection<?>>of("notifying", notice.notifying(), "origin", notice.origin(), "markets",
        notice.markets(), "categories", notice.categories(), "hazards", notice.hazards(), "measures", notice.measures(),
        "products", notice.products()).forEach((name, values) -> count(name, !values.isEmpty()));
    var products = notice.products();
    count("product-name", products.stream().anyMatch(product -> product.name() != null));
    count("product-brand", products.stream().anyMatch(product -> product.brand() != null));
    count("product-model", products.stream().anyMatch(product -> product.model() != null));
    count("product-lot", products.stream().anyMatch(product -> product.lot() != null));
    count("product-gtin", products.stream().anyMatch(product -> !product.gtins().isEmpty()));
    count("product-quantity", products.stream().anyMatch(product -> product.quantity() != null));
  }

  private void date(DateRole role, GivenDate date) {
    count(role.code(), date.date() != null);
    count(role.code() + " in words", date.date() == null);
  }

  private void count(String field, boolean given) {
    counts.merge(field, given ? 1 : 0, Integer::sum);
  }

  int notices() {
    return notices;
  }

  int references() {
    return references.size();
  }

  /** Share of notices with that field, 0 to 1. */
  double of(String field) {
    return notices == 0 ? 0 : counts.getOrDefault(field, 0) / (double) notices;
  }

  @Override
  public String toString() {
    var text = new StringBuilder(notices + " notices, " + references.size() + " references;");
    counts.entrySet().stream().filter(entry -> entry.getValue() > 0).sorted(Map.Entry.comparingByKey())
        .forEach(entry -> text.append(' ').append(entry.getKey()).append(' ')
            .append(Math.round(100.0 * entry.getValue() / notices)).append('%'));
    return text.toString();
  }
}
