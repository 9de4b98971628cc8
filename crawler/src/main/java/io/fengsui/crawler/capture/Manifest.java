package io.fengsui.crawler.capture;

import io.fengsui.crawler.source.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Which files stand for which responses. */
final class Manifest {
  private static final int MOST_BYTES = 1 << 20;
  private static final Set<String> KEYS = Set.of("source", "files", "address", "type", "captured", "order", "status",
      "method");

  private final Path file;
  private final List<ManifestEntry> entries = new ArrayList<>();
  private final List<Fault> faults = new ArrayList<>();

  private Manifest(Path file) {
    this.file = file;
  }

  /** Reads it; every mistake is a fault, the other entries stand. */
  static Manifest load(Path file) {
    var manifest = new Manifest(file);
    try (var reader = Files.newBufferedReader(file)) {
      var options = new LoaderOptions();
      options.setCodePointLimit(MOST_BYTES);
      options.setMaxAliasesForCollections(0);
      options.setAllowDuplicateKeys(false);
      manifest.read(new Yaml(options).compose(reader));
    } catch (MarkedYAMLException e) {
      manifest.fault(e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1, String.valueOf(e.getProblem()));
    } catch (YAMLException | IOException e) {
      manifest.fault(1, "cannot be read: " + e.getMessage());
    }
    return manifest;
  }

  List<ManifestEntry> entries() {
    return entries;
  }

  List<Fault> faults() {
    return faults;
  }

  private void read(@Nullable Node root) {
    var list = root instanceof MappingNode map && map.getValue().size() == 1 ? map.getValue().getFirst() : null;
    if (list == null || !"recordings".equals(text(list.getKeyNode()))
        || !(list.getValueNode() instanceof SequenceNode items))
      fault(1, "a manifest has the one key \"recordings\" with a list");
    else
      items.getValue().forEach(this::entry);
  }

  private void entry(Node node) {
    int line = line(node);
    if (!(node instanceof MappingNode map)) {
      fault(line, "a recording is a map of " + KEYS);
      return;
    }
    var values = values(map);
    for (var key : List.of("source", "files", "address", "type"))
      if (!values.containsKey(key))
        fault(line, "\"" + key + "\" is missing");
    if (faults.stream().noneMatch(fault -> fault.line() >= line && fault.line() <= end(node)))
      entry(line, values);
  }

  private Map<String, String> values(MappingNode map) {
    var values = new HashMap<String, String>();
    for (NodeTuple tuple : map.getValue()) {
      var key = text(tuple.getKeyNode());
      var value = text(tuple.getValueNode());
      if (key == null || !KEYS.contains(key))
        fault(line(tuple.getKeyNode()), "unknown key \"" + key + "\"; known are " + KEYS.stream().sorted().toList());
      else if (value == null || value.isBlank())
        fault(line(tuple.getValueNode()), "\"" + key + "\" is a text");
      else if (values.put(key, value) != null)
        fault(line(tuple.getKeyNode()), "\"" + key + "\" stands here twice");
    }
    return values;
  }

  private void entry(int line, Map<String, String> values) {
    var files = new FilePattern(values.getOrDefault("files", ""));
    var address = new AddressTemplate(values.getOrDefault("address", ""));
    if (!files.names().containsAll(address.names())) {
      fault(line, "\"address\" takes " + address.names() + ", \"files\" gives " + files.names());
      return;
    }
    if (!values.getOrDefault("order", "natural").equals("natural"))
      fault(line, "\"order\" can only be natural");
    try {
      var captured = values.get("captured");
      entries.add(new ManifestEntry(line, values.getOrDefault("source", ""), files, address,
          values.getOrDefault("type", ""), captured == null ? null : Instant.parse(captured),
          Integer.parseInt(values.getOrDefault("status", "200"))));
    } catch (DateTimeException e) {
      fault(line, "\"captured\" is a time like 2026-08-22T00:00:00Z");
    } catch (NumberFormatException e) {
      fault(line, "\"status\" is a number");
    }
  }

  private void fault(int line, String message) {
    faults.add(new Fault(file, line, message));
  }

  private static @Nullable String text(Node node) {
    return node instanceof ScalarNode scalar ? scalar.getValue() : null;
  }

  private static int line(Node node) {
    return node.getStartMark().getLine() + 1;
  }

  private static int end(Node node) {
    return node.getEndMark().getLine() + 1;
  }
}
