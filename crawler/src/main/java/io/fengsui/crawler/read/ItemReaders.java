package io.fengsui.crawler.read;

import io.fengsui.crawler.source.Fields;
import io.fengsui.crawler.source.Format;
import io.fengsui.crawler.source.ReadPlan;
import io.fengsui.crawler.source.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Chooses the reader of a format. */
final class ItemReaders {
  private ItemReaders() {}

  static ItemReader of(ReadPlan plan) {
    return switch (plan.format()) {
      case FEED -> new FeedReader();
      case JSON -> new JsonReader(plan.items(), plan.expect() != null || plan.total() != null || usesRoot(plan.fields())
          || paths(plan.only()).stream().anyMatch(path -> path.startsWith("^")));
      case XML -> new XmlReader(plan.items());
      case CSV -> new CsvReader(plan.csv(), List.of(paths(plan.fields().reference()), paths(plan.fields().title())));
      case HTML -> new HtmlReader(plan.items());
    };
  }

  /** The reader for documents that are read as a whole. */
  static ItemReader of(Format format) {
    return switch (format) {
      case FEED -> new FeedReader();
      case JSON -> new JsonReader("$", false);
      case XML -> new XmlReader("/*");
      case CSV -> new CsvReader(ReadPlan.Csv.DEFAULT, List.of());
      case HTML -> new HtmlReader("html");
    };
  }

  private static boolean usesRoot(Fields fields) {
    var direct = Stream.of(fields.reference(), fields.title(), fields.text(), fields.kind(), fields.language(),
        fields.notifying(), fields.origin(), fields.markets(), fields.categories(), fields.hazards(),
        fields.publisherClass(), fields.measures());
    var products = fields.products().stream().flatMap(
        each -> Stream.of(each.name(), each.brand(), each.model(), each.lot(), each.gtin(), each.quantity()));
    var others = Stream.of(fields.dates().values().stream(), fields.other().values().stream(),
        fields.companies().stream().map(Fields.CompanyRule::name),
        fields.links().stream().map(Fields.LinkRule::address))
        .flatMap(each -> each);
    var each = Stream.concat(fields.products().stream().map(Fields.ProductRule::each),
        fields.companies().stream().map(Fields.CompanyRule::each)).filter(Objects::nonNull);
    return Stream
        .concat(each, Stream.of(direct, products, others).flatMap(all -> all).flatMap(rule -> paths(rule).stream()))
        .anyMatch(path -> path.startsWith("^"));
  }

  private static List<String> paths(@Nullable Rule rule) {
    var paths = new ArrayList<String>();
    switch (rule) {
      case null -> {
      }
      case Rule.At at -> paths.add(at.path());
      case Rule.Constant constant -> {
      }
      case Rule.All all -> all.rules().forEach(each -> paths.addAll(paths(each)));
      case Rule.First first -> first.rules().forEach(each -> paths.addAll(paths(each)));
    }
    return paths;
  }
}
