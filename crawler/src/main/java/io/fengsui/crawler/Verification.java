package io.fengsui.crawler;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.store.NoticeStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What reading every capture back came to.
 *
 * @param captures     registered, without those that retention removed
 * @param bytes        of their payloads
 * @param damages      captures that are not as they were registered
 * @param damaged      the first 1,000 of them
 * @param unreferenced files that no capture is in. Files that hold revisit records alone are normal and not listed; one with
 *                     responses was left by a process that died before it registered them
 */
public record Verification(long captures, long bytes, long damages, List<Damage> damaged,
    List<Unreferenced> unreferenced) {
  public Verification {
    damaged = List.copyOf(damaged);
    unreferenced = List.copyOf(unreferenced);
  }

  /** A capture that is not as it was registered, and what is wrong. */
  public record Damage(long capture, String source, String file, long offset, String address, String what) {}

  /** A file that no capture is in, and how many responses it has. */
  public record Unreferenced(String file, int responses) {}

  /** Reads every capture back. */
  static Verification of(CaptureStore captures, NoticeStore notices, Crawler.Progress progress) {
    var run = new Run(captures, progress);
    // Files that come while this runs are not looked at; those of before may be referenced by captures that come.
    var files = captures.files();
    long count = notices.captures(run::check);
    return new Verification(count, run.bytes, run.damages, run.damaged,
        files.stream().filter(file -> !run.referenced.contains(file))
            .map(file -> new Unreferenced(file, captures.responses(file))).filter(file -> file.responses() > 0)
            .toList());
  }

  private static final class Run {
    private static final int MOST = 1_000;
    private final CaptureStore store;
    private final Crawler.Progress progress;
    private final Set<String> referenced = new HashSet<>();
    private final List<Damage> damaged = new ArrayList<>();
    private long bytes;
    private long damages;
    private long done;

    private Run(CaptureStore store, Crawler.Progress progress) {
      this.store = store;
      this.progress = progress;
    }

    private void check(Capture capture) {
      referenced.add(capture.file());
      bytes += capture.size();
      try {
        store.open(capture).close();
      } catch (IOException | RuntimeException e) {
        damages++;
        if (damaged.size() < MOST)
          damaged.add(new Damage(capture.id(), capture.source(), capture.file(), capture.offset(), capture.address(),
              e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()));
      }
      if (++done % MOST == 0)
        progress.at(done, 0);
    }
  }
}
