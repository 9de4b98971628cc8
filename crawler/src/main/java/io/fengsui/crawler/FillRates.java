package io.fengsui.crawler;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Counts which fields notices have, and keeps the first value of each. */
final class FillRates {
  private static final int EXAMPLE = 200;

  private final Map<String, Integer> filled = new LinkedHashMap<>();
  private final Map<String, String> examples = new LinkedHashMap<>();
  private int notices;

  FillRates() {
    List.of("reference", "title", "text", "kind", "language", "notifying", "origin", "markets", "category", "hazard",
        "class", "measures").forEach(field -> count(field, null));
    List.of("product.name", "product.brand", "product.model", "product.lot", "product.gtin")
        .forEach(field -> count(field, null));
  }

  void add(Notice notice) {
    notices++;
    count("reference", notice.id().reference());
    count("title", notice.title());
    count("text", notice.text());
    count("kind", notice.kind().code());
    count("language", notice.language().equals("und") ? null : notice.language());
    count("notifying", joined(notice.notifying()));
    count("origin", joined(notice.origin()));
    count("markets", joined(notice.markets()));
    count("category", joined(notice.categories()));
    count("hazard", joined(notice.hazards()));
    count("class", notice.publisherClass());
    count("measures", joined(notice.measures()));
    if (notice.measure() != null)
      measure(notice.measure());
    products(notice.products());
    notice.dates().forEach((role, date) -> count("date." + role.code(), Objects.toString(date.date(), null)));
    lists(notice);
    notice.other().forEach((name, value) -> count("other." + name, value));
  }

  private void measure(TradeMeasure measure) {
    count("measure.symbol", measure.symbol());
    count("measure.event", measure.event() == null ? null : measure.event().toString());
    count("measure.area", measure.area());
    count("measure.hs", codes(measure.hs()));
    count("measure.ics", codes(measure.ics()));
    count("measure.objectives", joined(measure.objectives()));
    count("measure.products", measure.products());
  }

  private static String codes(List<TradeMeasure.Code> codes) {
    return codes.stream().map(TradeMeasure.Code::code).collect(Collectors.joining("; "));
  }

  private void lists(Notice notice) {
    var companies = new LinkedHashMap<String, String>();
    notice.companies().forEach(company -> companies.putIfAbsent("company." + company.role().code(), company.name()));
    companies.forEach(this::count);
    var links = new LinkedHashMap<String, String>();
    notice.links().forEach(link -> links.putIfAbsent("link." + link.rel().code(), link.uri()));
    links.forEach(this::count);
  }

  private void products(List<Product> products) {
    count("product.name", first(products, Product::name));
    count("product.brand", first(products, Product::brand));
    count("product.model", first(products, Product::model));
    count("product.lot", first(products, Product::lot));
    count("product.gtin", first(products, product -> joined(product.gtins())));
    count("product.quantity", first(products, Product::quantity));
  }

  private static @Nullable String first(List<Product> products, Function<Product, @Nullable String> part) {
    for (Product product : products) {
      String value = part.apply(product);
      if (value != null && !value.isEmpty())
        return value;
    }
    return null;
  }

  private static String joined(List<String> values) {
    return String.join("; ", values);
  }

  private void count(String field, @Nullable String value) {
    if (value == null || value.isEmpty()) {
      filled.putIfAbsent(field, 0);
      return;
    }
    filled.merge(field, 1, Integer::sum);
    examples.putIfAbsent(field, value.length() > EXAMPLE ? value.substring(0, EXAMPLE) + "…" : value);
  }

  int notices() {
    return notices;
  }

  /** Per field, the share of notices that have it, 0 to 1. */
  Map<String, Double> shares() {
    Map<String, Double> fill = new LinkedHashMap<>();
    filled.forEach((field, count) -> fill.put(field, notices == 0 ? 0 : Math.round(1000.0 * count / notices) / 1000.0));
    return fill;
  }

  Map<String, String> examples() {
    return examples;
  }
}
