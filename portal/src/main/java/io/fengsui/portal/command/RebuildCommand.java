package io.fengsui.portal.command;

import io.fengsui.portal.wiring.Parts;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Builds the index anew from the archive. */
@Command(name = "rebuild", mixinStandardHelpOptions = true, description = {
    "Builds a new index from the archive beside the one in use, then swaps them. Searches see one or the other.",
    "May run beside a serving portal; killed half-way, the next rebuild continues."})
final class RebuildCommand implements Callable<Integer> {
  /** @param notices written to the new index */
  record Rebuilt(long notices, double seconds) {}

  @Override
  public Integer call() {
    try (Parts parts = Parts.of(Map.of())) {
      parts.database().start();
      parts.engine().start();
      long start = System.nanoTime();
      long notices = parts.indexer().rebuild();
      Answer.print(new Rebuilt(notices, (System.nanoTime() - start) / 1e9));
    }
    return 0;
  }
}
