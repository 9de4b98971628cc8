package io.fengsui.crawler;

import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.store.Removals;
import io.fengsui.crawler.store.Removals.Due;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes captures that are older than evidence is kept. A file holds captures of many sources: those that stay are written
 * to a new file first; then, in one transaction, the register says where they are now and which ones are removed; the old
 * file is deleted last. Killed anywhere, the next run goes on. One run at a time over all processes.
 */
public final class Retention {
  private static final Logger LOG = LoggerFactory.getLogger(Retention.class);
  /** A file is a day long at most: what was written to lately may be written to still. */
  private static final Duration OPEN = Duration.ofDays(2);
  private final CaptureStore captures;
  private final Removals removals;
  private final Clock clock;
  private final Duration grace;

  /**
   * Removes nothing by itself.
   *
   * @param grace how long a file outlives its last capture, for a crawl that has just found one of them seen again
   */
  public Retention(CaptureStore captures, Removals removals, Clock clock, Duration grace) {
    this.captures = captures;
    this.removals = removals;
    this.clock = clock;
    this.grace = grace;
  }

  /**
   * What a run removed.
   *
   * @param captures  removed
   * @param rewritten files that others stayed of
   * @param deleted   files that are gone
   * @param bytes     of those
   * @param waiting   files that hold nothing any more, and are deleted by a later run
   * @param problems  files that could not be dealt with, and why
   */
  public record Removed(long captures, List<String> rewritten, List<String> deleted, long bytes, List<String> waiting,
      List<String> problems) {
    public Removed {
      rewritten = List.copyOf(rewritten);
      deleted = List.copyOf(deleted);
      waiting = List.copyOf(waiting);
      problems = List.copyOf(problems);
    }
  }

  /**
   * Removes what is due.
   *
   * @param rules      until when captures of each source are due; a source that is not named keeps everything
   * @param evenLatest also what the latest revision of a notice was read from
   */
  public Removed run(List<Due> rules, boolean evenLatest) {
    var run = new Run(rules, evenLatest);
    if (!removals.alone(run::all))
      run.problems.add("another process is removing evidence");
    return new Removed(run.count, run.rewritten, run.deleted, run.bytes, run.waiting, run.problems);
  }

  private final class Run {
    private final List<Due> rules;
    private final boolean evenLatest;
    private final List<String> rewritten = new ArrayList<>();
    private final List<String> deleted = new ArrayList<>();
    private final List<String> waiting = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private long count;
    private long bytes;

    private Run(List<Due> rules, boolean evenLatest) {
      this.rules = List.copyOf(rules);
      this.evenLatest = evenLatest;
    }

    private void all() {
      for (var file : removals.files(rules, evenLatest))
        attempt(file, () -> remove(file));
      for (var file : removals.emptied(clock.instant()))
        if (captures.has(file))
          waiting.add(file);
      for (var file : removals.emptied(clock.instant().minus(grace)))
        attempt(file, () -> delete(file));
      waiting.removeAll(deleted);
      // Left by a run that was killed before the register knew of them.
      for (var file : captures.files())
        if (file.matches(".*/kept-[^/]*") && !rewritten.contains(file) && !removals.holds(file))
          attempt(file, () -> delete(file));
    }

    private interface Step {
      void go() throws IOException;
    }

    private void attempt(String file, Step step) {
      try {
        step.go();
      } catch (IOException e) {
        LOG.warn("cannot remove evidence from {}", file, e);
        problems.add(file + ": " + e.getMessage());
      }
    }

    private void remove(String file) throws IOException {
      var now = clock.instant();
      if (captures.has(file) && captures.written(file).isAfter(now.minus(OPEN)))
        return;
      var filed = removals.file(file, rules, evenLatest);
      var moved = filed.kept().isEmpty() ? filed.kept() : captures.rewrite(filed.kept());
      if (!removals.remove(filed, moved, rules, evenLatest, now)) {
        if (!moved.isEmpty())
          captures.delete(moved.getFirst().file());
        return;
      }
      count += filed.due().size();
      if (!moved.isEmpty())
        rewritten.add(moved.getFirst().file());
      LOG.info("{} captures of {} are older than evidence is kept; {} stay", filed.due().size(), file, moved.size());
    }

    private void delete(String file) throws IOException {
      if (!captures.has(file) || removals.holds(file))
        return;
      bytes += captures.delete(file);
      deleted.add(file);
      LOG.info("deleted {}", file);
    }
  }
}
