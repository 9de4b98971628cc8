package io.fengsui.crawler.source;

import java.util.Locale;
import java.util.Optional;

/** The formats that publishers use, each with the path language that belongs to it. */
public enum Format {
  /** RSS and Atom; paths are element names. */
  FEED,
  /** JSON; paths are JSONPath (RFC 9535). */
  JSON,
  /** XML; paths are XPath 1.0. */
  XML,
  /** Delimited text; paths are column names. */
  CSV,
  /** HTML; paths are CSS selectors, with {@code @attribute} at the end for an attribute. */
  HTML;

  /** The word used in YAML. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether one document can be read as a whole, with paths that go anywhere in it. */
  boolean isTree() {
    return this == HTML || this == JSON || this == XML;
  }

  /** The format with that code. */
  public static Optional<Format> of(String code) {
    for (Format format : values())
      if (format.code().equals(code))
        return Optional.of(format);
    return Optional.empty();
  }
}
