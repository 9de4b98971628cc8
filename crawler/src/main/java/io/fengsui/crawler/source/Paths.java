package io.fengsui.crawler.source;

import io.fengsui.crawler.path.CssQuery;
import io.fengsui.crawler.path.JsonQuery;
import io.fengsui.crawler.path.XmlItems;
import io.fengsui.crawler.path.XmlQuery;
import org.jspecify.annotations.Nullable;

/** Checks paths in the language of their format. */
final class Paths {
  /** Their compilers are recursive. */
  private static final int LONGEST = 2_000;

  private Paths() {}

  /** What is wrong with a path inside a record, null for nothing. */
  static @Nullable String problem(Format format, String path) {
    boolean rooted = path.startsWith("^");
    if (rooted && (format == Format.CSV || format == Format.FEED))
      return "\"^\" (from the document's root) has no meaning in " + format.code();
    return compile(format, rooted ? path.substring(1) : path);
  }

  /** What is wrong with the path of the records themselves, null for nothing. */
  static @Nullable String itemsProblem(Format format, String path) {
    return switch (format) {
      case XML -> path.length() > LONGEST ? compile(format, path) : checked(() -> XmlItems.of(path));
      case JSON, HTML -> compile(format, path);
      case FEED, CSV -> null;
    };
  }

  private static @Nullable String compile(Format format, String path) {
    if (path.length() > LONGEST)
      return "a path of more than " + LONGEST + " characters is not read";
    return switch (format) {
      case JSON -> checked(() -> JsonQuery.of(path));
      case XML -> checked(() -> XmlQuery.of(path));
      case HTML -> CssQuery.isOfPage(path) ? null : checked(() -> CssQuery.of(path));
      case FEED, CSV -> path.isBlank() ? "a path must not be empty" : null;
    };
  }

  private static @Nullable String checked(Runnable compilation) {
    try {
      compilation.run();
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }
}
