package io.fengsui.portal.command;

import io.fengsui.crawler.ProbeReport;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A report for a person at a terminal. */
final class CheckTable {
  private static final int WIDEST = 80;

  private CheckTable() {}

  static void print(ProbeReport report) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    out.println(report.source() + "  " + report.address());
    ProbeReport.Response response = report.response();
    if (response != null)
      out.printf(Locale.ROOT, "%d %s, %,d bytes, %s%n", response.status(), response.type(), response.bytes(),
          response.at());
    out.printf(Locale.ROOT, "%,d notices, %,d records rejected%n%n", report.read(), report.rejected());
    fields(out, report.fill(), report.examples());
    ProbeReport.Detail detail = report.detail();
    if (detail != null) {
      out.printf(Locale.ROOT, "%nwith %d own pages%n", detail.pages());
      fields(out, detail.fill(), Map.of());
      detail.problems().forEach(problem -> out.println("  not read: " + line(problem)));
    }
    problems(out, report);
  }

  private static void fields(PrintStream out, Map<String, Double> fill, Map<String, String> examples) {
    fill.forEach((field, share) -> out.printf(Locale.ROOT, "  %-26s %5.1f %%  %s%n", field, 100 * share,
        line(examples.getOrDefault(field, ""))));
  }

  private static void problems(PrintStream out, ProbeReport report) {
    if (!report.dead().isEmpty())
      out.println("\npaths that found nothing");
    for (ProbeReport.DeadPath path : report.dead())
      out.printf(Locale.ROOT, "  %s%s (line %s), looked for in %,d records%n", path.path(),
          path.within() == null ? "" : " within " + path.within(),
          path.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")), path.asked());
    if (!report.problems().isEmpty())
      out.println("\nrejected");
    for (ProbeReport.Problem problem : report.problems())
      out.printf(Locale.ROOT, "  %,d × %s: %s%n", problem.count(), problem.problem(), line(problem.excerpt()));
  }

  /** One line, without what would command the terminal. */
  private static String line(String text) {
    String line = text.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ");
    return line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
  }
}
