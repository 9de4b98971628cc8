package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.Languages;
import io.fengsui.crawler.clean.Links;
import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.source.Fields;
import io.fengsui.crawler.source.Rule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Applies the rules of all fields to a record. */
final class FieldMapping {
  private final Fields fields;
  private final String base;
  private final RuleValues values;
  private final Transforms transforms;

  /**
   * @param nothing words for "not given", in lower case
   * @param base    address that links are relative to
   */
  FieldMapping(Fields fields, Set<String> nothing, String base) {
    this.fields = fields;
    this.base = base;
    this.transforms = new Transforms(nothing);
    this.values = new RuleValues(transforms);
  }

  /** Expressions that took too long, and on how many values. */
  Map<String, Integer> overruns() {
    return transforms.overruns();
  }

  Draft draft(Item item) {
    return new Draft(values.line(fields.reference(), item), values.line(fields.title(), item),
        values.text(fields.text(), item), values.accepted(fields.kind(), item, Kind::of),
        values.accepted(fields.language(), item, Languages::tag), values.many(fields.notifying(), item),
        values.many(fields.origin(), item), values.many(fields.markets(), item), products(item),
        values.many(fields.categories(), item), values.many(fields.hazards(), item),
        values.list(fields.publisherClass(), item), values.many(fields.measures(), item), measure(item), dates(item),
        companies(item),
        links(item), other(item));
  }

  /** Whether there is no rule, or it yields something. */
  boolean yields(@Nullable Rule rule, Item item) {
    return rule == null || !values.many(rule, item).isEmpty();
  }

  /** The absolute address that a rule yields, null for none. */
  @Nullable
  String address(Rule rule, Item item) {
    return values.accepted(rule, item, value -> Links.absolute(base, value)).orElse(null);
  }

  private @Nullable TradeMeasure measure(Item item) {
    Fields.MeasureRule rules = fields.measure();
    return rules == null ? null : new MeasureMapping(rules, values).measure(item);
  }

  private List<Product> products(Item item) {
    var products = new ArrayList<Product>();
    for (var rule : fields.products())
      for (Item each : rule.each() == null ? List.of(item) : item.each(rule.each())) {
        var product = new Product(values.list(rule.name(), each), values.list(rule.brand(), each),
            values.list(rule.model(), each), values.list(rule.lot(), each), values.many(rule.gtin(), each),
            values.list(rule.quantity(), each));
        if (!product.isEmpty() && !products.contains(product))
          products.add(product);
      }
    return products;
  }

  private Map<DateRole, GivenDate> dates(Item item) {
    var dates = new LinkedHashMap<DateRole, GivenDate>();
    fields.dates().forEach((role, rule) -> {
      GivenDate date = values.date(rule, item);
      if (date != null)
        dates.put(role, date);
    });
    return dates;
  }

  private List<Company> companies(Item item) {
    var companies = new LinkedHashSet<Company>();
    for (var rule : fields.companies())
      for (Item each : rule.each() == null ? List.of(item) : item.each(rule.each()))
        values.many(rule.name(), each).forEach(name -> companies.add(new Company(name, rule.role())));
    return List.copyOf(companies);
  }

  private List<Link> links(Item item) {
    var links = new LinkedHashSet<Link>();
    for (var rule : fields.links())
      for (String value : values.many(rule.address(), item))
        Links.absolute(base, value).ifPresent(address -> links.add(new Link(rule.rel(), address)));
    return List.copyOf(links);
  }

  private Map<String, String> other(Item item) {
    var other = new LinkedHashMap<String, String>();
    fields.other().forEach((name, rule) -> {
      String value = values.list(rule, item);
      if (value != null)
        other.put(name, value);
    });
    return other;
  }
}
