package io.fengsui.crawler.capture;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An address with names in braces for the parts that vary, such as {@code https://example.org/list?page={page}}. Immutable.
 */
final class AddressTemplate {
  private static final Pattern NAME = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_-]*)}");

  private final String text;
  private final Pattern pattern;

  /** A template without a name in it matches itself only. */
  public AddressTemplate(String text) {
    this.text = text;
    pattern = Pattern.compile(pattern(text), Pattern.DOTALL);
  }

  /** Whether filling in something, or nothing, for each name gives that address. */
  public boolean matches(String address) {
    return pattern.matcher(address).matches();
  }

  /** The names in it, in their order. */
  public List<String> names() {
    return NAME.matcher(text).results().map(match -> match.group(1)).distinct().toList();
  }

  /** The address with the values filled in as they are; empty where one is missing. */
  public Optional<String> fill(Map<String, String> values) {
    if (!values.keySet().containsAll(names()))
      return Optional.empty();
    return Optional.of(NAME.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1)))));
  }

  private static String pattern(String text) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (var matcher = NAME.matcher(text); matcher.find(); from = matcher.end())
      parts.add(Pattern.quote(text.substring(from, matcher.start())));
    parts.add(Pattern.quote(text.substring(from)));
    return String.join(".*", parts);
  }

  @Override
  public String toString() {
    return text;
  }
}
