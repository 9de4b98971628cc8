package io.fengsui.indexer.taxonomy;

import io.fengsui.crawler.source.Fault;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.AnchorNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A YAML file of the taxonomy, read into nodes so that every fault can name its line. Not safe for several threads. */
final class TaxonomyFile {
  private static final int MOST_BYTES = 4 << 20;
  private final Path file;
  private final List<Fault> faults = new ArrayList<>();

  TaxonomyFile(Path file) {
    this.file = file;
  }

  /** The top of the file, null (and a fault) where it cannot be read. */
  @Nullable
  MappingNode read() {
    try {
      if (Files.size(file) > MOST_BYTES)
        return fault(1, "larger than " + MOST_BYTES + " bytes");
      return parse(Files.readString(file));
    } catch (IOException e) {
      return fault(1, "cannot be read: " + e);
    }
  }

  private @Nullable MappingNode parse(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_BYTES);
    options.setNestingDepthLimit(10);
    options.setMaxAliasesForCollections(0);
    try {
      return new Yaml(options).compose(new StringReader(text)) instanceof MappingNode top
          ? top
          : fault(1, "a map is expected");
    } catch (MarkedYAMLException e) {
      return fault(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, String.valueOf(e.getProblem()));
    } catch (YAMLException e) {
      return fault(1, String.valueOf(e.getMessage()));
    }
  }

  /** The entries of a map, in order; a key twice is a fault. */
  Map<String, Node> map(@Nullable Node node, String what) {
    Map<String, Node> entries = new LinkedHashMap<>();
    if (!(node instanceof MappingNode map)) {
      if (node != null)
        fault(line(node), what + ": a map is expected");
      return entries;
    }
    for (NodeTuple entry : map.getValue()) {
      String key = scalar(entry.getKeyNode(), what);
      if (key != null && entries.putIfAbsent(key, entry.getValueNode()) != null)
        fault(line(entry.getKeyNode()), what + ": \"" + key + "\" stands twice");
    }
    return entries;
  }

  /** A scalar, or a list of scalars, as a list. */
  List<String> words(Node node, String what) {
    if (!(node instanceof SequenceNode list)) {
      String word = scalar(node, what);
      return word == null ? List.of() : List.of(word);
    }
    List<String> words = new ArrayList<>();
    for (Node item : list.getValue()) {
      String word = scalar(item, what);
      if (word != null)
        words.add(word);
    }
    return words;
  }

  @Nullable
  String scalar(Node node, String what) {
    if (node instanceof ScalarNode scalar && !(node instanceof AnchorNode) && !scalar.getValue().isBlank())
      return scalar.getValue().strip();
    return fault(line(node), what + ": a word is expected");
  }

  static int line(Node node) {
    return node.getStartMark() == null ? 1 : node.getStartMark().getLine() + 1;
  }

  /** Notes a fault; returns null so that a reader can give up in one line. */
  <T> @Nullable T fault(int line, String message) {
    faults.add(new Fault(file, line, message));
    return null;
  }

  List<Fault> faults() {
    return List.copyOf(faults);
  }
}
