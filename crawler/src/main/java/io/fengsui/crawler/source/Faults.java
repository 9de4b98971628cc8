package io.fengsui.crawler.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers the faults of one file. */
final class Faults {
  private final Path file;
  private final List<Fault> found = new ArrayList<>();

  Faults(Path file) {
    this.file = file;
  }

  void add(Node where, String message) {
    add(where.getStartMark(), message);
  }

  void add(Mark where, String message) {
    add(where.getLine() + 1, message);
  }

  void add(int line, String message) {
    found.add(new Fault(file, line, message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Fault> all() {
    return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }
}
