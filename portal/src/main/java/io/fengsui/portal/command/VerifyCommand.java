package io.fengsui.portal.command;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.portal.wiring.Parts;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Proves that the evidence is whole. */
@Command(name = "verify", mixinStandardHelpOptions = true, description = {
    "Reads every capture back and compares its SHA-256 with the one in the archive; reports what is damaged or gone.",
    "Also counts the archive against the index."})
final class VerifyCommand implements Callable<Integer> {
  /** What was found. */
  record Verified(long captures, List<String> damaged, long archived, long indexed) {}

  @Override
  public Integer call() {
    try (Parts parts = Parts.of(Map.of())) {
      parts.database().start();
      parts.engine().start();
      List<String> damaged = new ArrayList<>();
      long captures = parts.notices().captures(capture -> check(parts, capture, damaged));
      var check = parts.indexer().check();
      Answer.print(new Verified(captures, damaged, check.archived(), check.indexed()));
      return damaged.isEmpty() && check.archived() == check.indexed() ? 0 : 1;
    }
  }

  private static void check(Parts parts, Capture capture, List<String> damaged) {
    try {
      parts.captures().open(capture).close();
    } catch (IOException fault) {
      damaged.add("capture " + capture.id() + " of " + capture.source() + ": " + fault.getMessage());
    }
  }
}
