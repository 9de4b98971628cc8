package io.fengsui.portal.command;

import io.fengsui.crawler.RereadReport;
import io.fengsui.crawler.source.Source;
import io.fengsui.portal.wiring.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Reads captures again after a reader has changed. */
@Command(name = "reread", mixinStandardHelpOptions = true, description = {
    "Reads the captures of sources again with their YAML of today, without the network. What differs becomes a revision that",
    "is marked as made by the reader; nobody is alerted about it. Killed at any point and started again, it ends the same."})
final class RereadCommand implements Callable<Integer> {
  @Spec
  private CommandSpec spec = CommandSpec.create();
  @Parameters(paramLabel = "SOURCE", arity = "0..*", description = "ids of sources")
  private List<String> ids = List.of();
  @Option(names = "--all", description = "every source")
  private boolean all;

  @Override
  public Integer call() {
    if (all != ids.isEmpty())
      throw new ParameterException(spec.commandLine(), "name sources, or give --all");
    try (Parts parts = Parts.of(Map.of())) {
      List<Source> sources = all ? parts.catalog().sources() : ids.stream().map(id -> source(parts, id)).toList();
      parts.database().start();
      List<RereadReport> reports = new ArrayList<>();
      for (Source source : sources)
        reports.add(parts.crawler().reread(source, (done, of) -> spec.commandLine().getErr()
            .println(source.id() + ": " + done + " of " + of + " captures")));
      Answer.print(reports);
      return reports.stream().allMatch(report -> report.damaged() == 0) ? 0 : 1;
    }
  }

  private Source source(Parts parts, String id) {
    return parts.catalog().source(id).orElseThrow(() -> new ParameterException(spec.commandLine(),
        "there is no source " + id + " without faults in the folder of sources"));
  }
}
