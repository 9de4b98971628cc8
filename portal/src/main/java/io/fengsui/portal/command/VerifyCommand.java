package io.fengsui.portal.command;

import io.fengsui.crawler.Verification;
import io.fengsui.portal.wiring.Parts;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Proves that the evidence is whole. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
    "Reads every capture back and compares its SHA-256 with the one in the archive; reports what is damaged or gone.",
    "Also counts the archive against the index."})
final class VerifyCommand implements Callable<Integer> {
  /** What was found. */
  record Verified(long captures, long bytes, long damages, List<Verification.Damage> damaged,
      List<Verification.Unreferenced> unreferenced, long archived, long indexed) {}

  @Spec
  private CommandSpec spec = CommandSpec.create();
  @Option(names = "--evidence-only", description = "leave the index out, and start no search engine")
  private boolean evidenceOnly;

  @Override
  public Integer call() {
    try (Parts parts = Parts.of(Map.of())) {
      parts.database().start();
      var evidence = parts.crawler().verify((done, all) -> spec.commandLine().getErr().println(done + " captures"));
      if (evidenceOnly) {
        Answer.print(evidence);
        return evidence.damages() == 0 ? 0 : 1;
      }
      parts.engine().start();
      var check = parts.indexer().check();
      Answer.print(new Verified(evidence.captures(), evidence.bytes(), evidence.damages(),
          evidence.damaged(), evidence.unreferenced(), check.archived(), check.indexed()));
      return evidence.damages() == 0 && check.archived() == check.indexed() ? 0 : 1;
    }
  }
}
