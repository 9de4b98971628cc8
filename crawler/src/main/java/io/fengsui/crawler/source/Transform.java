package io.fengsui.crawler.source;

import io.fengsui.crawler.clean.DateFormats;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is done to each value, in the order of the components; null for nothing.
 *
 * @param html     HTML to plain text with line breaks
 * @param remove   every match is cut out
 * @param match    what is kept
 * @param split    one value becomes several
 * @param lookup   a value for a value
 * @param template {@code {}} stands for the value
 * @param label    set before the value
 * @param join     set between several values where the field takes one; null for the field's own way
 * @param dates    how dates are written
 */
public record Transform(boolean html, @Nullable Pattern remove, @Nullable Match match, @Nullable Pattern split,
    @Nullable Lookup lookup, @Nullable String template, @Nullable String label, @Nullable String join,
    @Nullable DateFormats dates) {
  /** Leaves values as they are. */
  public static final Transform NONE = new Transform(false, null, null, null, null, null, null, null, null);

  /** The part of a value that is kept: a group of a regular expression. */
  public record Match(Pattern regex, int group) {}

  /**
   * A table.
   *
   * @param table    keys in lower case
   * @param fallback for what is not in the table; null leaves the value as it is
   */
  public record Lookup(Map<String, List<String>> table, @Nullable String fallback) {
    public Lookup {
      table = Collections.unmodifiableMap(new LinkedHashMap<>(table));
    }

    /** The values for a value. */
    public List<String> of(String value) {
      var found = table.get(value.toLowerCase(Locale.ROOT));
      return found != null ? found : List.of(fallback == null ? value : fallback);
    }
  }
}
