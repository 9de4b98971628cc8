package io.fengsui.crawler.source;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.Link;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where each field of a notice stands in a record; null and empty where the publisher does not give it.
 *
 * @param other by name, in the order of the file
 */
public record Fields(@Nullable Rule reference, @Nullable Rule title, @Nullable Rule text, @Nullable Rule kind,
    @Nullable Rule language, @Nullable Rule notifying, @Nullable Rule origin, @Nullable Rule markets,
    @Nullable Rule categories, @Nullable Rule hazards, @Nullable Rule publisherClass, @Nullable Rule measures,
    @Nullable MeasureRule measure, List<ProductRule> products, Map<DateRole, Rule> dates, List<CompanyRule> companies,
    List<LinkRule> links,
    Map<String, Rule> other) {
  public Fields {
    products = List.copyOf(products);
    dates = Collections.unmodifiableMap(new LinkedHashMap<>(dates));
    companies = List.copyOf(companies);
    links = List.copyOf(links);
    other = Collections.unmodifiableMap(new LinkedHashMap<>(other));
  }

  /**
   * Where products stand.
   *
   * @param each path of one product, to which the rules are relative; null for the record itself
   */
  public record ProductRule(@Nullable String each, @Nullable Rule name, @Nullable Rule brand, @Nullable Rule model,
      @Nullable Rule lot, @Nullable Rule gtin, @Nullable Rule quantity) {}

  /**
   * Where companies stand: one for each value of the name.
   *
   * @param each path of one company, to which the name is relative; null for the record itself
   */
  public record CompanyRule(Company.Role role, @Nullable String each, Rule name) {}

  /** Where the particulars of a trade measure stand; what the symbol tells need not be given. */
  public record MeasureRule(@Nullable Rule symbol, @Nullable Rule base, @Nullable Rule event, @Nullable Rule area,
      @Nullable CodeRule hs, @Nullable CodeRule ics, @Nullable Rule objectives, @Nullable Rule keywords,
      @Nullable Rule products) {}

  /**
   * Where the codes of a classification stand: one for each value.
   *
   * @param each path of one code, to which the rules are relative; null for the record itself
   * @param name of the code, null where it is not given or stands behind the code
   */
  public record CodeRule(@Nullable String each, Rule code, @Nullable Rule name) {}

  /** Where links stand: one for each value. */
  public record LinkRule(Link.Rel rel, Rule address) {}
}
