package io.fengsui.portal.workbench;

import io.fengsui.crawler.Probe;
import io.fengsui.crawler.ProbeReport;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.source.Source;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Tries a source for a person who waits: bounded in time, size and number at once. Safe for several threads. */
public final class Preview {
  private static final int SHOWN = 3;
  private static final int AT_ONCE = 4;
  private static final long BYTES = 16L << 20;
  private static final Duration RESPONSE = Duration.ofSeconds(30);
  private static final Duration LONGEST = Duration.ofSeconds(90);

  private final Probe probe;
  private final Function<Source, Optional<Fetched.Content>> captured;
  private final Semaphore turns = new Semaphore(AT_ONCE);
  private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

  /** @param captured the last response of a source that was kept; closed here */
  public Preview(Probe probe, Function<Source, Optional<Fetched.Content>> captured) {
    this.probe = probe.within(BYTES, RESPONSE);
    this.captured = captured;
  }

  /** What came of trying. */
  sealed interface Tried {
    record Report(ProbeReport report) implements Tried {}

    /** Nothing of the source has been kept yet. */
    record NoCapture() implements Tried {}

    /** Too many at once, or too slow. */
    record Late() implements Tried {}
  }

  /** Asks the publisher, or the recordings that answer in its place. */
  Tried fetch(Source source) {
    return bounded(() -> new Tried.Report(probe.probe(source, SHOWN)));
  }

  /** Reads the last response that was kept, without the network. */
  Tried lastCapture(Source source) {
    return bounded(() -> {
      Optional<Fetched.Content> kept = captured.apply(source);
      if (kept.isEmpty())
        return new Tried.NoCapture();
      try (var body = kept.get().body()) {
        return new Tried.Report(probe.read(source, kept.get(), SHOWN));
      }
    });
  }

  private Tried bounded(Callable<Tried> trying) {
    if (!turns.tryAcquire())
      return new Tried.Late();
    var running = workers.submit(() -> {
      try {
        return trying.call();
      } finally {
        turns.release();
      }
    });
    try {
      return running.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      running.cancel(true);
      return new Tried.Late();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Tried.Late();
    }
  }
}
