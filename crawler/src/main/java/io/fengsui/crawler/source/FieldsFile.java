package io.fengsui.crawler.source;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.Link;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code fields:}. */
final class FieldsFile {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private final RuleFile rules;
  private final Faults faults;

  FieldsFile(RuleFile rules, Faults faults) {
    this.rules = rules;
    this.faults = faults;
  }

  Fields read(Section section) {
    var fields = new Fields(rules.rule(section, "reference"), rules.rule(section, "title"), rules.rule(section, "text"),
        rules.rule(section, "kind"), rules.rule(section, "language"), rules.rule(section, "notifying"),
        rules.rule(section, "origin"), rules.rule(section, "markets"), rules.rule(section, "categories"),
        rules.rule(section, "hazards"), rules.rule(section, "class"), rules.rule(section, "measures"),
        measure(section), entries(section, "products", this::product), dates(section),
        entries(section, "companies", this::company),
        entries(section, "links", this::link), other(section));
    section.end();
    return fields;
  }

  /** A list of maps, or one map alone. */
  private <T> List<T> entries(Section section, String key, Function<Section, @Nullable T> reading) {
    Node node = section.get(key);
    var entries = new ArrayList<T>();
    if (node == null)
      return entries;
    for (Node each : node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node))
      if (each instanceof MappingNode mapping)
        entry(new Section(mapping, faults), reading, entries);
      else
        faults.add(each, "\"" + key + "\" is a map or a list of maps");
    return entries;
  }

  private static <T> void entry(Section section, Function<Section, @Nullable T> reading, List<T> entries) {
    T entry = reading.apply(section);
    section.end();
    if (entry != null)
      entries.add(entry);
  }

  private Fields.ProductRule product(Section section) {
    return new Fields.ProductRule(each(section), rules.rule(section, "name"), rules.rule(section, "brand"),
        rules.rule(section, "model"), rules.rule(section, "lot"), rules.rule(section, "gtin"),
        rules.rule(section, "quantity"));
  }

  private Fields.@Nullable MeasureRule measure(Section section) {
    Section given = section.section("measure");
    if (given == null)
      return null;
    var measure = new Fields.MeasureRule(rules.rule(given, "symbol"), rules.rule(given, "base"),
        rules.rule(given, "event"), rules.rule(given, "area"), codes(given, "hs"), codes(given, "ics"),
        rules.rule(given, "objectives"), rules.rule(given, "keywords"), rules.rule(given, "products"));
    given.end();
    return measure;
  }

  /** A rule, or a map of {@code each}, {@code code} and {@code name}. */
  private Fields.@Nullable CodeRule codes(Section section, String key) {
    if (!(section.get(key) instanceof MappingNode mapping) || !has(mapping, "code")) {
      Rule rule = rules.rule(section, key);
      return rule == null ? null : new Fields.CodeRule(null, rule, null);
    }
    Section given = new Section(mapping, faults);
    String each = each(given);
    Rule code = rules.rule(given, "code");
    Rule name = rules.rule(given, "name");
    given.end();
    return code == null ? null : new Fields.CodeRule(each, code, name);
  }

  private static boolean has(MappingNode mapping, String key) {
    return mapping.getValue().stream()
        .anyMatch(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key));
  }

  private Fields.@Nullable CompanyRule company(Section section) {
    section.required("role");
    var role = section.converted("role", text -> Company.Role.of(text).orElse(null),
        "one of " + codes(Stream.of(Company.Role.values()).map(Company.Role::code)));
    String each = each(section);
    Rule name = rules.rule(section, "name");
    if (!section.has("name"))
      section.fault("\"name\" is missing: the path of the company's name");
    return role == null || name == null ? null : new Fields.CompanyRule(role, each, name);
  }

  private Fields.@Nullable LinkRule link(Section section) {
    section.required("rel");
    var rel = section.converted("rel", text -> Link.Rel.of(text).orElse(null),
        "one of " + codes(Stream.of(Link.Rel.values()).map(Link.Rel::code)));
    Rule rule = rules.rule(section);
    return rel == null || rule == null ? null : new Fields.LinkRule(rel, rule);
  }

  private @Nullable String each(Section section) {
    String each = section.text("each");
    String problem = each == null ? null : Paths.problem(rules.format(), each);
    if (problem == null && each != null && (rules.format() == Format.CSV || rules.format() == Format.FEED))
      problem = "\"each\" has no meaning in " + rules.format().code() + ": a record has no records inside";
    if (problem != null)
      section.fault("each", problem);
    return each;
  }

  private Map<DateRole, Rule> dates(Section section) {
    var dates = new LinkedHashMap<DateRole, Rule>();
    Section given = section.section("dates");
    if (given == null)
      return dates;
    for (DateRole role : DateRole.values()) {
      Rule rule = rules.rule(given, role.code());
      if (rule != null)
        dates.put(role, rule);
    }
    given.end();
    return dates;
  }

  private Map<String, Rule> other(Section section) {
    var other = new LinkedHashMap<String, Rule>();
    Section given = section.section("other");
    if (given != null)
      given.each((key, value) -> {
        if (!NAME.matcher(key.getValue()).matches())
          faults.add(key,
              "names under \"other\" are lower-case with hyphens, such as legal-basis; not " + key.getValue());
        Rule rule = rules.rule(value);
        if (rule != null)
          other.put(key.getValue(), rule);
      });
    return other;
  }

  private static String codes(Stream<String> codes) {
    return String.join(", ", codes.toList());
  }
}
