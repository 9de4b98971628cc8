package io.fengsui.crawler.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping of a YAML file. Every question for a key makes the key known; {@link #end} reports the keys that nobody asked for. A
 * wrong value is reported where it stands and read as absent, so that one pass finds all faults.
 */
final class Section {
  /** The compiler of expressions is recursive. */
  private static final int LONGEST_PATTERN = 2_000;

  private final MappingNode node;
  private final Faults faults;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, Node> keys = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Section(MappingNode node, Faults faults) {
    this.node = node;
    this.faults = faults;
    for (NodeTuple tuple : node.getValue())
      if (!(tuple.getKeyNode() instanceof ScalarNode key))
        faults.add(tuple.getKeyNode(), "a key must be a word");
      else if (values.putIfAbsent(key.getValue(), tuple.getValueNode()) == null)
        keys.put(key.getValue(), key);
      else
        faults.add(key, "\"" + key.getValue() + "\" stands here twice");
  }

  /** The section in a node, null and a fault where it is none. */
  static @Nullable Section of(Node node, String what, Faults faults) {
    if (node instanceof MappingNode mapping)
      return new Section(mapping, faults);
    faults.add(node, what + " must be a map of keys and values");
    return null;
  }

  Faults faults() {
    return faults;
  }

  void fault(String message) {
    faults.add(node, message);
  }

  void fault(String key, String message) {
    faults.add(values.getOrDefault(key, node), message);
  }

  /** The node of a key; null where it is absent or written as null. */
  @Nullable
  Node get(String key) {
    asked.add(key);
    Node value = values.get(key);
    return value == null || value.getTag().equals(Tag.NULL) ? null : value;
  }

  boolean has(String key) {
    return get(key) != null;
  }

  /** Passes on every key and value, all known. */
  void each(BiConsumer<ScalarNode, Node> sink) {
    values.forEach((key, value) -> {
      asked.add(key);
      sink.accept((ScalarNode) keys.get(key), value);
    });
  }

  @Nullable
  Section section(String key) {
    Node value = get(key);
    return value == null ? null : of(value, "\"" + key + "\"", faults);
  }

  @Nullable
  String text(String key) {
    return text(key, get(key));
  }

  private @Nullable String text(String key, @Nullable Node value) {
    if (value == null)
      return null;
    if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank())
      return scalar.getValue();
    faults.add(value, "\"" + key + "\" must be a text");
    return null;
  }

  /** The text as it stands: blanks count. */
  @Nullable
  String raw(String key) {
    Node value = get(key);
    return value instanceof ScalarNode scalar ? scalar.getValue() : text(key);
  }

  /** The text; where it is missing, a fault and an empty text. */
  String required(String key) {
    String text = text(key);
    if (!has(key))
      fault("\"" + key + "\" is missing");
    return text == null ? "" : text;
  }

  /** The texts of a list, or of one text alone; empty where absent. */
  List<String> texts(String key) {
    Node value = get(key);
    var texts = new ArrayList<String>();
    if (value instanceof SequenceNode sequence)
      for (Node each : sequence.getValue())
        add(texts, text(key, each));
    else
      add(texts, text(key, value));
    return texts;
  }

  private static void add(List<String> texts, @Nullable String text) {
    if (text != null)
      texts.add(text);
  }

  /** A map of texts; empty where absent. */
  Map<String, String> map(String key) {
    var map = new LinkedHashMap<String, String>();
    Section section = section(key);
    if (section != null)
      section.each((name, value) -> {
        String text = section.text(name.getValue(), value);
        if (text != null)
          map.put(name.getValue(), text);
      });
    return map;
  }

  boolean flag(String key, boolean otherwise) {
    String text = text(key);
    if (text == null)
      return otherwise;
    if (!text.equals("true") && !text.equals("false"))
      fault(key, "\"" + key + "\" must be true or false, not " + text);
    return text.equals("true");
  }

  /** A whole number within bounds. */
  long number(String key, long otherwise, long least, long most) {
    Long number = converted(key, Long::valueOf, "a whole number");
    if (number == null || number >= least && number <= most)
      return number == null ? otherwise : number;
    fault(key, "\"" + key + "\" must lie between " + least + " and " + most);
    return otherwise;
  }

  @Nullable
  Duration duration(String key) {
    Duration duration = converted(key, Duration::parse, "a duration such as PT6H (six hours) or P8D (eight days)");
    if (duration == null || !duration.isNegative() && !duration.isZero())
      return duration;
    fault(key, "\"" + key + "\" must be longer than nothing");
    return null;
  }

  @Nullable
  Pattern pattern(String key) {
    String text = text(key);
    if (text != null && text.length() > LONGEST_PATTERN)
      fault(key, "\"" + key + "\" is longer than " + LONGEST_PATTERN + " characters");
    try {
      return text == null || text.length() > LONGEST_PATTERN ? null : Pattern.compile(text);
    } catch (PatternSyntaxException e) {
      fault(key,
          "\"" + key + "\" is not a regular expression: " + e.getDescription() + " at character " + (e.getIndex() + 1));
      return null;
    }
  }

  /** The text made into something else; a fault and null where it cannot be. */
  <T> @Nullable T converted(String key, Function<String, @Nullable T> conversion, String what) {
    String text = text(key);
    if (text == null)
      return null;
    try {
      T value = conversion.apply(text);
      if (value != null)
        return value;
    } catch (IllegalArgumentException | DateTimeException e) {
      // Reported below, in the words of the file's author.
    }
    fault(key, "\"" + key + "\" must be " + what + ", not " + text);
    return null;
  }

  /** Reports every key that nobody asked for. */
  void end() {
    keys.forEach((name, key) -> {
      if (!asked.contains(name))
        faults.add(key, "unknown key \"" + name + "\"" + Nearest.hint(name, asked));
    });
  }
}
