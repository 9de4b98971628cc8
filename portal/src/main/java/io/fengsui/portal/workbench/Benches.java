package io.fengsui.portal.workbench;

import io.fengsui.crawler.source.Fault;
import io.fengsui.portal.workbench.Bench.FaultLine;
import io.fengsui.portal.workbench.Bench.GutterLine;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Lays a description on the workbench. */
final class Benches {
  /** A text of more lines is scrolled without numbers. */
  private static final int MOST_LINES = 3_000;
  private static final int SPARE = 3;

  private final String id;
  private final String name;
  private final String file;
  private final String yaml;
  private final String version;
  private final boolean replays;

  Benches(String id, String name, String file, String yaml, String version, boolean replays) {
    this.id = id;
    this.name = name;
    this.file = file;
    this.yaml = yaml;
    this.version = version;
    this.replays = replays;
  }

  Bench faults(List<Fault> faults) {
    List<String> lines = yaml.lines().toList();
    return bench(faults.isEmpty() ? "clean" : "faults", "", faults.stream()
        .map(fault -> new FaultLine(fault.line(), code(lines, fault.line()), fault.message())).toList(), null, null);
  }

  Bench outcome(String outcome, String message) {
    return bench(outcome, message, List.of(), null, null);
  }

  Bench changed(SourceText theirs) {
    return bench("changed", "", List.of(), theirs, null);
  }

  Bench report(ReportView report) {
    return bench("report", "", List.of(), null, report);
  }

  private Bench bench(String outcome, String message, List<FaultLine> faults, @Nullable SourceText theirs,
      @Nullable ReportView report) {
    Set<Integer> wrong = faults.stream().map(FaultLine::line).collect(Collectors.toSet());
    int lines = (int) yaml.lines().count();
    List<GutterLine> gutter = IntStream.rangeClosed(1, Math.min(MOST_LINES, lines + SPARE))
        .mapToObj(line -> new GutterLine(line, wrong.contains(line))).toList();
    return new Bench(id, name, id.isEmpty() ? "/sources/new" : "/sources/" + id + "/edit", file, "\n" + yaml, version,
        lines + SPARE, gutter, outcome, message, faults, theirs, report, replays);
  }

  private static String code(List<String> lines, int line) {
    String code = line >= 1 && line <= lines.size() ? lines.get(line - 1).strip() : "";
    return code.length() > 120 ? code.substring(0, 120) + "…" : code;
  }
}
