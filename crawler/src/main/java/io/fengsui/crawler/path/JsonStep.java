package io.fengsui.crawler.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One step of a simple JSONPath. */
public sealed interface JsonStep {
  /** A member of an object. */
  record Name(String name) implements JsonStep {}

  /** Every element of an array, every member of an object. */
  record Every() implements JsonStep {}

  /** The element at that place, from 0. */
  record Index(int index) implements JsonStep {}

  /** A member, every, an index; in dot or bracket notation (RFC 9535, section 2.3). */
  Pattern STEP = Pattern.compile("\\.(?<dot>[^.\\[\\]()*?,:'\"\\s@][^.\\[\\]()*?,:'\"]*)"
      + "|\\[\\s*(?:'(?<single>[^'\\\\]*)'|\"(?<twin>[^\"\\\\]*)\")\\s*]"
      + "|(?<every>\\.\\*|\\[\\s*\\*\\s*])|\\[\\s*(?<index>\\d{1,9})\\s*]");

  /** The path from {@code $}: a record's member may be named without it. */
  static String rooted(String path) {
    if (path.startsWith("$"))
      return path;
    return path.startsWith("[") ? "$" + path : path.startsWith("@") ? "$" + path.substring(1) : "$." + path;
  }

  /** The steps of a simple path, null where the path needs the library. */
  static @Nullable List<JsonStep> parse(String path) {
    String text = rooted(path.strip());
    var steps = new ArrayList<JsonStep>();
    Matcher step = STEP.matcher(text);
    int at = 1;
    while (at < text.length()) {
      if (!step.region(at, text.length()).lookingAt())
        return null;
      steps.add(step(step));
      at = step.end();
    }
    return List.copyOf(steps);
  }

  private static JsonStep step(Matcher step) {
    if (step.group("every") != null)
      return new Every();
    if (step.group("index") != null)
      return new Index(Integer.parseInt(step.group("index")));
    for (String group : List.of("dot", "single"))
      if (step.group(group) != null)
        return new Name(step.group(group));
    return new Name(step.group("twin"));
  }

  /** Passes on what the steps from {@code at} lead to. */
  static void walk(@Nullable Object node, List<JsonStep> steps, int at, Consumer<@Nullable Object> sink) {
    if (at == steps.size())
      sink.accept(node);
    else if (node != null)
      switch (steps.get(at)) {
        case Name(String name) when node instanceof Map<?, ?> map -> walk(map.get(name), steps, at + 1, sink);
        case Index(int index) when node instanceof List<?> list && index < list.size() ->
          walk(list.get(index), steps, at + 1, sink);
        case Every() when node instanceof List<?> list -> list.forEach(child -> walk(child, steps, at + 1, sink));
        case Every() when node instanceof Map<?, ?> map ->
          map.values().forEach(child -> walk(child, steps, at + 1, sink));
        default -> {
        }
      }
  }
}
