package io.fengsui.crawler.source;

import io.fengsui.crawler.clean.DateFormats;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the rules of fields: a path, a list of rules, or a map. */
final class RuleFile {
  private final Format format;
  private final Faults faults;

  RuleFile(Format format, Faults faults) {
    this.format = format;
    this.faults = faults;
  }

  Format format() {
    return format;
  }

  /** The rule of a key, null where it is absent or wrong. */
  @Nullable
  Rule rule(Section section, String key) {
    Node node = section.get(key);
    return node == null ? null : rule(node);
  }

  @Nullable
  Rule rule(Node node) {
    return switch (node) {
      case ScalarNode scalar when !scalar.getTag().equals(Tag.NULL) -> at(scalar, Transform.NONE);
      case SequenceNode sequence -> first(sequence);
      case MappingNode mapping -> {
        var section = new Section(mapping, faults);
        Rule rule = rule(section);
        section.end();
        yield rule;
      }
      default -> {
        faults.add(node, "a rule is a path, a list of rules, or a map with path, paths or const");
        yield null;
      }
    };
  }

  private @Nullable Rule first(SequenceNode sequence) {
    var rules = rules(sequence);
    if (sequence.getValue().isEmpty())
      faults.add(sequence, "an empty list of rules yields nothing; leave the field out");
    return rules.isEmpty() ? null : rules.size() == 1 ? rules.getFirst() : new Rule.First(rules);
  }

  private List<Rule> rules(SequenceNode sequence) {
    var rules = new ArrayList<Rule>();
    for (Node each : sequence.getValue()) {
      Rule rule = rule(each);
      if (rule != null)
        rules.add(rule);
    }
    return rules;
  }

  /** The rule in a section that may have other keys too; the caller ends it. */
  @Nullable
  Rule rule(Section section) {
    Transform transform = transform(section);
    Node path = section.get("path");
    Node paths = section.get("paths");
    Node constant = section.get("const");
    int given = (path == null ? 0 : 1) + (paths == null ? 0 : 1) + (constant == null ? 0 : 1);
    if (given != 1) {
      section.fault("a rule needs exactly one of path, paths and const");
      return null;
    }
    if (paths != null)
      return all(paths, transform);
    return path != null ? at(path, transform) : constant(section, transform);
  }

  private static @Nullable Rule constant(Section section, Transform transform) {
    String text = section.text("const");
    return text == null ? null : new Rule.Constant(text, transform);
  }

  private @Nullable Rule at(Node node, Transform transform) {
    if (!(node instanceof ScalarNode scalar)) {
      faults.add(node, "\"path\" must be one path; for several write paths: […]");
      return null;
    }
    String problem = Paths.problem(format, scalar.getValue());
    if (problem != null)
      faults.add(node, problem);
    return new Rule.At(scalar.getValue(), transform);
  }

  private @Nullable Rule all(Node node, Transform transform) {
    if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty())
      return new Rule.All(rules(sequence), transform);
    faults.add(node, "\"paths\" must be a list of paths; for one path write path: …");
    return null;
  }

  private Transform transform(Section section) {
    return new Transform(section.flag("html", false), section.pattern("remove"), match(section),
        section.pattern("split"), lookup(section), template(section), section.raw("label"), section.raw("join"),
        dates(section));
  }

  private static @Nullable String template(Section section) {
    String template = section.text("template");
    if (template != null && !template.contains("{}"))
      section.fault("template", "\"template\" must contain {} where the value goes");
    return template;
  }

  private static Transform.@Nullable Match match(Section section) {
    Section match = section.section("match");
    if (match == null)
      return null;
    match.required("regex");
    var regex = match.pattern("regex");
    int group = (int) match.number("group", 0, 0, 99);
    match.end();
    if (regex == null)
      return null;
    if (group > regex.matcher("").groupCount())
      match.fault("group", "the expression has " + regex.matcher("").groupCount() + " groups, not " + group);
    return new Transform.Match(regex, group);
  }

  private static Transform.@Nullable Lookup lookup(Section section) {
    Section lookup = section.section("lookup");
    if (lookup == null)
      return null;
    Section table = lookup.section("table");
    String fallback = lookup.text("default");
    lookup.end();
    if (table == null) {
      lookup.fault("\"table\" is missing: a map from the publisher's words to ours");
      return null;
    }
    Map<String, List<String>> entries = new LinkedHashMap<>();
    table.each((key, value) -> entries.put(key.getValue().strip().toLowerCase(Locale.ROOT),
        List.copyOf(table.texts(key.getValue()))));
    return new Transform.Lookup(entries, fallback);
  }

  private static @Nullable DateFormats dates(Section section) {
    var patterns = section.texts("date");
    ZoneId zone = section.converted("zone", ZoneId::of, "a time zone such as Europe/Brussels or UTC");
    Locale locale = section.converted("locale", Locale::forLanguageTag, "a language tag such as de");
    if (patterns.isEmpty() && (zone != null || locale != null))
      return DateFormats.standard(zone);
    if (patterns.isEmpty())
      return null;
    try {
      return DateFormats.of(patterns, locale == null ? Locale.ENGLISH : locale, zone);
    } catch (IllegalArgumentException e) {
      section.fault("date", String.valueOf(e.getMessage()));
      return null;
    }
  }
}
