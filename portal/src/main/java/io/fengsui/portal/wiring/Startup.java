package io.fengsui.portal.wiring;

import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.portal.status.Readiness;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the engines beside the pages, watches them, and starts what needs them as soon as they are there: crawling with the
 * archive, indexing with both.
 */
final class Startup implements Readiness, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Startup.class);
  private static final Duration WATCH = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(10);

  private final Parts parts;
  private final Schedule schedule;
  private final SourceWatch watch;
  private final IndexLoop index;
  private final PartState archive;
  private final PartState search;
  private volatile boolean closed;

  Startup(Parts parts, Schedule schedule, SourceWatch watch, IndexLoop index, Clock clock) {
    this.parts = parts;
    this.schedule = schedule;
    this.watch = watch;
    this.index = index;
    archive = new PartState(ARCHIVE, clock);
    search = new PartState(SEARCH, clock);
  }

  /** Returns at once. */
  void begin() {
    watch.start();
    Thread.ofVirtual().name("start-archive").start(this::archive);
    Thread.ofVirtual().name("start-search").start(this::search);
  }

  @Override
  public List<Part> parts() {
    return List.of(archive.part(), search.part());
  }

  private void archive() {
    if (!until(archive, parts.database()::start))
      return;
    if (roles(Settings.Role.CRAWL)) {
      schedule.start();
      Thread.ofVirtual().name("retention").start(this::retain);
    }
    watch(archive, parts.database()::up, parts.database()::describe);
  }

  /** Once a day, and once after each start. */
  private void retain() {
    while (!closed) {
      try {
        parts.retain();
      } catch (RuntimeException failed) {
        LOG.error("evidence that is due cannot be removed", failed);
      }
      Instant next = Instant.now().plus(Duration.ofDays(1));
      while (!closed && Instant.now().isBefore(next))
        pause(Duration.ofSeconds(10));
    }
  }

  private void search() {
    if (!until(search, parts.engine()::start) || !awaitArchive() || !until(search, parts.indexer()::prepare))
      return;
    if (roles(Settings.Role.INDEX))
      index.start();
    watch(search, parts.engine()::up, parts.engine()::describe);
  }

  private boolean roles(Settings.Role role) {
    return parts.configuration().settings().roles().contains(role);
  }

  /** Tries until it succeeds; what is wrong stands on the status page meanwhile. False where the portal is closed first. */
  private boolean until(PartState state, Runnable start) {
    while (!closed)
      try {
        start.run();
        return true;
      } catch (RuntimeException failed) {
        if (closed)
          return false;
        LOG.error("{} cannot start, next try in {} s: {}", state.part().name(), AGAIN.toSeconds(), failed.getMessage(),
            failed);
        state.is(State.DOWN, String.valueOf(failed.getMessage()));
        pause(AGAIN);
      }
    return false;
  }

  private boolean awaitArchive() {
    while (!closed && archive.part().state() != State.READY)
      pause(Duration.ofMillis(50));
    return !closed;
  }

  private void watch(PartState state, BooleanSupplier up, Supplier<String> describe) {
    while (!closed) {
      boolean now = up.getAsBoolean();
      if (!closed && now != (state.part().state() == State.READY))
        LOG.info("{} is {}: {}", state.part().name(), now ? "ready" : "away", describe.get());
      state.is(now ? State.READY : State.DOWN, describe.get());
      pause(WATCH);
    }
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closed = true;
    watch.close();
    index.close();
    schedule.close();
    parts.close();
  }
}
