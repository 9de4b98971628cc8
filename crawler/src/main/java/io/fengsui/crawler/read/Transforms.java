package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.HtmlText;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.source.Transform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Applies a rule's transforms to a value, in their fixed order. */
final class Transforms {
  /** After so many in one response an expression is not tried any more: each takes up to a second. */
  private static final int MOST_OVERRUNS = 10;
  private final Set<String> nothing;
  private final int longestWord;
  private final Map<String, Integer> overruns = new LinkedHashMap<>();

  /** @param nothing words for "not given", in lower case */
  Transforms(Set<String> nothing) {
    this.nothing = nothing;
    this.longestWord = nothing.stream().mapToInt(String::length).max().orElse(0);
  }

  /** The values that become of a raw one; each is trimmed, not empty, and no word for "not given". */
  List<String> apply(Transform transform, String raw) {
    String text = transform.html() ? HtmlText.of(raw) : PlainText.lines(raw);
    if (isNothing(text))
      return List.of();
    return transform == Transform.NONE ? List.of(text) : transformed(transform, text);
  }

  private List<String> transformed(Transform transform, String given) {
    Pattern remove = transform.remove();
    String text = remove == null ? given : PlainText.lines(removed(remove, given));
    Transform.Match match = transform.match();
    var values = match == null ? List.of(text) : matches(match, text);
    Pattern split = transform.split();
    if (split != null)
      values = flat(values, value -> split(split, value));
    if (remove != null || match != null || split != null)
      values = flat(values, value -> isNothing(value) ? List.of() : List.of(PlainText.lines(value)));
    Transform.Lookup lookup = transform.lookup();
    if (lookup != null)
      values = flat(values, value -> lookup.of(PlainText.line(value)));
    return flat(values, value -> isNothing(value) ? List.of() : List.of(dressed(transform, value)));
  }

  private static String dressed(Transform transform, String value) {
    String template = transform.template();
    String text = template == null ? value : template.replace("{}", value);
    return transform.label() == null ? text : transform.label() + text;
  }

  private static List<String> flat(List<String> values, Function<String, List<String>> step) {
    if (values.size() == 1)
      return step.apply(values.getFirst());
    var results = new ArrayList<String>(values.size());
    values.forEach(value -> results.addAll(step.apply(value)));
    return results;
  }

  private boolean isNothing(String text) {
    return text.isBlank() || text.length() <= longestWord + 2
        && nothing.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  private String removed(Pattern pattern, String text) {
    return guard(pattern, text, matcher -> matcher.find() ? matcher.replaceAll("") : text, text);
  }

  private List<String> split(Pattern pattern, String text) {
    return guard(pattern, text, matcher -> pieces(matcher, text), List.of(text));
  }

  private static List<String> pieces(Matcher matcher, String text) {
    var pieces = new ArrayList<String>();
    int from = 0;
    while (matcher.find()) {
      if (matcher.end() > 0)
        pieces.add(text.substring(from, matcher.start()));
      from = matcher.end();
    }
    pieces.add(text.substring(from));
    return pieces;
  }

  private List<String> matches(Transform.Match match, String text) {
    return guard(match.regex(), text, matcher -> {
      var found = new ArrayList<String>(1);
      while (matcher.find())
        if (matcher.group(match.group()) != null)
          found.add(matcher.group(match.group()));
      return found;
    }, List.of());
  }

  private <T> T guard(Pattern pattern, String text, Function<Matcher, T> matching, T otherwise) {
    if (overruns.getOrDefault(pattern.pattern(), 0) == MOST_OVERRUNS)
      return otherwise;
    return BoundedText.guard(pattern, text, matching, otherwise,
        () -> overruns.merge(pattern.pattern(), 1, Integer::sum));
  }

  /** The expressions that took too long on some values, which were left as if it did not fit, and on how many. */
  Map<String, Integer> overruns() {
    return overruns;
  }
}
