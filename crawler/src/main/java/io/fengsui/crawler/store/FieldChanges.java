package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is different between two revisions of a notice, field by field, as an editor would say it. */
final class FieldChanges {
  /** Both revisions are kept whole; a change shows the beginning of a longer text. */
  private static final int LONGEST = 10_000;

  /** Fields whose words change what a notice means for those it concerns; also the dates and the status below. */
  private static final Set<String> MATERIAL = Set.of("kind", "title", "notifying", "origin", "markets", "products",
      "hazards", "class", "measures", "measure.symbol", "measure.base", "measure.event", "measure.hs", "measure.ics",
      "measure.objectives", "measure.products",
      "dates.terminated", "dates.comment-deadline", "dates.adoption", "dates.entry-into-force", "other.status");

  private FieldChanges() {}

  /** Empty where the two say the same, also in another order. */
  static List<FieldChange> between(Notice before, Notice after) {
    Map<String, List<String>> old = fields(before);
    Map<String, List<String>> now = fields(after);
    List<FieldChange> changes = new ArrayList<>();
    Set<String> sameDays = sameDays(before, after);
    Stream.concat(old.keySet().stream(), now.keySet().stream()).distinct()
        .forEach(field -> compare(field, old.getOrDefault(field, List.of()), now.getOrDefault(field, List.of()),
            !sameDays.contains(field), changes));
    return changes;
  }

  private static void compare(String field, List<String> before, List<String> after, boolean meant,
      List<FieldChange> changes) {
    if (before.stream().sorted().toList().equals(after.stream().sorted().toList()))
      return;
    boolean material = meant && MATERIAL.contains(field) && !Typography.same(before, after);
    changes.add(new FieldChange(field, shown(before), shown(after), material));
  }

  /** A date that is only written in another way is no other date. */
  private static Set<String> sameDays(Notice before, Notice after) {
    return Stream.of(DateRole.values()).filter(role -> same(before.dates().get(role), after.dates().get(role)))
        .map(role -> "dates." + role.code()).collect(Collectors.toSet());
  }

  private static boolean same(@Nullable GivenDate before, @Nullable GivenDate after) {
    return before != null && after != null && before.date() != null && before.date().equals(after.date())
        && Objects.equals(before.instant(), after.instant());
  }

  private static String shown(List<String> values) {
    String text = String.join("; ", values);
    return text.length() <= LONGEST ? text : Texts.clean(text.substring(0, LONGEST - 1)) + "…";
  }

  /** Every field by its name in YAML, with its values; a field without a value is left out. */
  private static Map<String, List<String>> fields(Notice n) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    fields.put("kind", List.of(n.kind().code()));
    fields.put("title", List.of(n.title()));
    fields.put("text", n.text().isEmpty() ? List.of() : List.of(n.text()));
    fields.put("language", List.of(n.language()));
    fields.put("notifying", n.notifying());
    fields.put("origin", n.origin());
    fields.put("markets", n.markets());
    fields.put("products", n.products().stream().map(FieldChanges::text).toList());
    fields.put("categories", n.categories());
    fields.put("hazards", n.hazards());
    fields.put("class", Stream.ofNullable(n.publisherClass()).toList());
    fields.put("measures", n.measures());
    if (n.measure() != null)
      measure(n.measure(), fields);
    for (DateRole role : DateRole.values())
      if (n.dates().get(role) != null)
        fields.put("dates." + role.code(), List.of(text(n.dates().get(role))));
    fields.put("companies", n.companies().stream().map(FieldChanges::text).toList());
    fields.put("links", n.links().stream().map(FieldChanges::text).toList());
    n.other().forEach((name, value) -> fields.put("other." + name, List.of(value)));
    fields.values().removeIf(List::isEmpty);
    return fields;
  }

  private static void measure(TradeMeasure m, Map<String, List<String>> fields) {
    fields.put("measure.symbol", Stream.ofNullable(m.symbol()).toList());
    fields.put("measure.base", m.base());
    fields.put("measure.event", Stream.ofNullable(m.event()).map(TradeMeasure.Event::code).toList());
    fields.put("measure.area", Stream.ofNullable(m.area()).toList());
    fields.put("measure.hs", m.hs().stream().map(TradeMeasure.Code::code).toList());
    fields.put("measure.ics", m.ics().stream().map(TradeMeasure.Code::code).toList());
    fields.put("measure.objectives", m.objectives());
    fields.put("measure.keywords", m.keywords());
    fields.put("measure.products", Stream.ofNullable(m.products()).toList());
  }

  /** The publisher's words, with the day that they stand for where they do not say it themselves. */
  private static String text(GivenDate date) {
    return date.date() == null || date.given().contains(date.date().toString())
        ? date.given()
        : date.given() + " (" + date.date() + ")";
  }

  private static String text(Product product) {
    return Stream
        .concat(Stream.of(product.name(), product.brand(), product.model(), product.lot()),
            Stream.concat(product.gtins().stream(), Stream.of(product.quantity())))
        .filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }

  private static String text(Company company) {
    return company.name() + " (" + company.role().code() + ")";
  }

  private static String text(Link link) {
    return link.rel().code() + " " + link.uri();
  }
}
