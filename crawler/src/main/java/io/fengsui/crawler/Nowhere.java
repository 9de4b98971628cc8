package io.fengsui.crawler;

import io.fengsui.crawler.source.Rule;
import io.fengsui.crawler.source.Source;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names the path of a source's description that found nothing, as its author wrote it: where a format that changed is mended. */
final class Nowhere {
  private Nowhere() {}

  /** The path of the records; in formats whose records need none, those of the field that no notice is without. */
  static String items(Source source) {
    return source.read().items().isEmpty() ? reference(source) : "read.items: " + source.read().items();
  }

  static String reference(Source source) {
    return field("reference", source.read().fields().reference());
  }

  static String title(Source source) {
    return field("title", source.read().fields().title());
  }

  static @Nullable String follow(Source source) {
    var follow = source.fetch().follow();
    return follow == null ? null : "fetch.follow.paths: " + String.join(" | ", follow.paths());
  }

  private static String field(String name, @Nullable Rule rule) {
    return "read.fields." + name + ": " + String.join(" | ", paths(rule));
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
