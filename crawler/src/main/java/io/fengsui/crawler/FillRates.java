package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Counts which fields the notices of a response have, and keeps the first of them. */
final class FillRates {
  private static final int PROBLEMS = 5;

  private final int most;
  private final List<Notice> first = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();
  private final Map<String, Integer> filled = new LinkedHashMap<>();
  private int read;
  private int rejected;

  FillRates(int most) {
    this.most = most;
    List.of("text", "notifying", "origin", "markets", "category", "hazard", "class", "measures").forEach(this::name);
    List.of("product.name", "product.brand", "product.model", "product.lot", "product.gtin").forEach(this::name);
  }

  private void name(String field) {
    filled.put(field, 0);
  }

  void add(Reading reading) {
    switch (reading) {
      case Reading.Found(var notice, var detail) -> count(notice);
      case Reading.Rejected(var problem, var excerpt) -> {
        rejected++;
        if (problems.size() < PROBLEMS)
          problems.add(problem + ": " + excerpt);
      }
    }
  }

  private void count(Notice notice) {
    read++;
    if (first.size() < most)
      first.add(notice);
    count("text", !notice.text().isEmpty());
    count("notifying", !notice.notifying().isEmpty());
    count("origin", !notice.origin().isEmpty());
    count("markets", !notice.markets().isEmpty());
    count("category", !notice.categories().isEmpty());
    count("hazard", !notice.hazards().isEmpty());
    count("class", notice.publisherClass() != null);
    count("measures", !notice.measures().isEmpty());
    products(notice.products());
    notice.dates().forEach((role, date) -> count("date." + role.code(), date.date() != null));
    notice.companies().stream().map(company -> company.role().code()).distinct()
        .forEach(role -> count("company." + role, true));
    notice.links().stream().map(link -> link.rel().code()).distinct().forEach(rel -> count("link." + rel, true));
    notice.other().keySet().forEach(name -> count("other." + name, true));
  }

  private void products(List<Product> products) {
    count("product.name", any(products, product -> product.name() != null));
    count("product.brand", any(products, product -> product.brand() != null));
    count("product.model", any(products, product -> product.model() != null));
    count("product.lot", any(products, product -> product.lot() != null));
    count("product.gtin", any(products, product -> !product.gtins().isEmpty()));
  }

  private static boolean any(List<Product> products, Predicate<Product> has) {
    return products.stream().anyMatch(has);
  }

  private void count(String field, boolean has) {
    filled.merge(field, has ? 1 : 0, Integer::sum);
  }

  ProbeReport report(Source source, String address, Reading.End end) {
    @Nullable
    Cause cause = end instanceof Reading.End.Broken broken ? broken.cause() : null;
    String message = end instanceof Reading.End.Broken broken ? broken.message() : "";
    Map<String, Double> fill = new LinkedHashMap<>();
    filled.forEach((field, count) -> fill.put(field, read == 0 ? 0 : Math.round(1000.0 * count / read) / 1000.0));
    return new ProbeReport(source.id(), address, cause, message, read, rejected, problems, fill, first);
  }
}
