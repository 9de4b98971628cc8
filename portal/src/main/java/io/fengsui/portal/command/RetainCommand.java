package io.fengsui.portal.command;

import io.fengsui.portal.wiring.Parts;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Removes evidence that is older than the operator wants to keep it. */
@Command(name = "retain", mixinStandardHelpOptions = true, description = {
    "Removes captures older than fengsui.capture.retention says, as a serving portal does once a day, and tells which.",
    "Their hashes stay. Files that hold nothing any more are deleted by the first run an hour later."})
final class RetainCommand implements Callable<Integer> {
  @Override
  public Integer call() {
    try (Parts parts = Parts.of(Map.of())) {
      parts.database().start();
      var removed = parts.retain();
      Answer.print(removed);
      return removed.problems().isEmpty() ? 0 : 1;
    }
  }
}
