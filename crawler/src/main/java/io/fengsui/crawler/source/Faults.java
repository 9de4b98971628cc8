package io.fengsui.crawler.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Gathers the faults of one file. */
final class Faults {
  /** More than anybody mends at once; a file of nothing but mistakes has a hundred thousand. */
  private static final int MOST = 100;
  private static final int LONGEST = 500;

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
    if (found.size() == MOST)
      found.add(new Fault(file, line, "and more; mend these first"));
    else if (found.size() < MOST)
      found.add(new Fault(file, line, message.length() > LONGEST ? message.substring(0, LONGEST) + "…" : message));
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<Fault> all() {
    return found.stream().sorted(Comparator.comparingInt(Fault::line)).toList();
  }
}
