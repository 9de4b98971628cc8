package io.fengsui.crawler.source;

import java.nio.charset.Charset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code read:}. */
final class ReadFile {
  private final Faults faults;

  ReadFile(Faults faults) {
    this.faults = faults;
  }

  @Nullable
  ReadPlan read(Section section) {
    section.required("format");
    Format format = section.converted("format", code -> Format.of(code).orElse(null), "feed, json, xml, csv or html");
    if (format == null)
      return null;
    var unzip = section.pattern("unzip");
    var charset = section.converted("charset", Charset::forName, "a charset such as windows-1252");
    String items = items(section, format);
    var only = new RuleFile(format, faults).rule(section, "only");
    var csv = csv(section, format);
    var expect = expect(section, format);
    var detail = detail(section, format);
    var total = total(section, format);
    var plan = new ReadPlan(format, unzip, charset == null ? null : charset.name(), items, only, csv, expect,
        nothing(section), detail, fields(section, format), total);
    section.end();
    return plan;
  }

  private static String items(Section section, Format format) {
    boolean needless = format == Format.FEED || format == Format.CSV;
    String items = needless ? section.text("items") : section.required("items");
    if (needless && items != null)
      section.fault("items", "\"items\" has no meaning in " + format.code() + ": its records are known; leave it out");
    String problem = items == null || items.isEmpty() ? null : Paths.itemsProblem(format, items);
    if (problem != null)
      section.fault("items", problem);
    return items == null ? "" : items;
  }

  private static ReadPlan.Csv csv(Section section, Format format) {
    Section csv = section.section("csv");
    if (csv == null)
      return ReadPlan.Csv.DEFAULT;
    if (format != Format.CSV)
      section.fault("csv", "\"csv\" has a meaning only with format: csv");
    String delimiter = one(csv, "delimiter", ",");
    String quote = one(csv, "quote", "\"");
    var header = csv.texts("header");
    csv.end();
    return new ReadPlan.Csv(delimiter.charAt(0), quote.equals("none") ? null : quote.charAt(0), header);
  }

  private static String one(Section csv, String key, String otherwise) {
    // A tab is a blank text to all other keys.
    if (!(csv.get(key) instanceof ScalarNode scalar))
      return otherwise;
    String text = scalar.getValue();
    if (text.length() == 1 || key.equals("quote") && text.equals("none"))
      return text;
    csv.fault(key, "\"" + key + "\" must be one character" + (key.equals("quote") ? " or none" : ", such as \"\\t\""));
    return otherwise;
  }

  private static ReadPlan.@Nullable Expect expect(Section section, Format format) {
    Section expect = section.section("expect");
    if (expect == null)
      return null;
    if (format != Format.JSON && format != Format.XML)
      section.fault("expect", "\"expect\" has a meaning only with json and xml");
    String path = path(expect, format, "path", expect.required("path"));
    String message = path(expect, format, "message", expect.text("message"));
    var plan = new ReadPlan.Expect(path == null ? "" : path, Set.copyOf(expect.texts("success")),
        Set.copyOf(expect.texts("empty")), Set.copyOf(expect.texts("forbidden")), message);
    if (plan.success().isEmpty())
      expect.fault("\"success\" is missing: the values that mean success");
    expect.end();
    return plan;
  }

  private static @Nullable String total(Section section, Format format) {
    String total = path(section, format, "total", section.text("total"));
    if (total != null && (format == Format.CSV || format == Format.FEED))
      section.fault("total", "\"total\" has no meaning in " + format.code() + ": there is no place for it");
    return total;
  }

  private static @Nullable String path(Section section, Format format, String key, @Nullable String given) {
    // Both stand at the document's root anyway.
    String path = given != null && given.startsWith("^") ? given.substring(1) : given;
    String problem = path == null || path.isEmpty() ? null : Paths.problem(format, path);
    if (problem != null)
      section.fault(key, problem);
    return path;
  }

  private static Set<String> nothing(Section section) {
    var words = new LinkedHashSet<String>();
    List<String> given = section.texts("nothing");
    given.forEach(word -> words.add(word.strip().toLowerCase(Locale.ROOT)));
    return words;
  }

  private ReadPlan.@Nullable Detail detail(Section section, Format format) {
    Section detail = section.section("detail");
    if (detail == null)
      return null;
    Format page = detail.converted("format", code -> Format.of(code).filter(Format::isTree).orElse(null),
        "html, json or xml");
    Format inner = page == null ? Format.HTML : page;
    Rule address = new RuleFile(format, faults).rule(detail, "address");
    if (!detail.has("address"))
      detail.fault("\"address\" is missing: the path of the page's address");
    Section given = detail.section("fields");
    if (!detail.has("fields"))
      detail.fault("\"fields\" is missing: what the page adds");
    detail.end();
    var fields = given == null ? null : new FieldsFile(new RuleFile(inner, faults), faults).read(given);
    return address == null || fields == null ? null : new ReadPlan.Detail(inner, address, fields);
  }

  private Fields fields(Section section, Format format) {
    Section given = section.section("fields");
    if (given == null) {
      if (!section.has("fields"))
        section.fault("\"fields\" is missing: where reference, title and the others stand");
      return new Fields(null, null, null, null, null, null, null, null, null, null, null, null, null, List.of(),
          Map.of(), List.of(), List.of(), Map.of());
    }
    for (String key : List.of("reference", "title"))
      if (!given.has(key))
        given.fault("\"" + key + "\" is missing: a notice without it is no notice");
    return new FieldsFile(new RuleFile(format, faults), faults).read(given);
  }
}
