package io.fengsui.crawler.schedule;

import io.fengsui.crawler.CrawlReport;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.SourceStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Quartz on the JDBC store, as one node of a cluster. A crawl that a dying node leaves unfinished is done again by another,
 * or by the same one when it is back. It goes on by itself after the database was away.
 */
public final class QuartzSchedule implements Schedule {
  private static final Logger LOG = LoggerFactory.getLogger(QuartzSchedule.class);
  private static final Duration TO_END = Duration.ofSeconds(5);
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

  private final DataSource database;
  private final Jdbi jdbi;
  private final SourceCatalog catalog;
  private final Predicate<Source> on;
  private final SourceStates states;
  private final Runs runs;
  private final int workers;
  private @Nullable Scheduler scheduler;
  private volatile boolean closed;

  /**
   * A schedule that takes secrets from this process's environment.
   *
   * @param crawl   crawls a source once; called by several threads, never twice at a time for one source
   * @param workers crawls at a time on this node
   */
  public QuartzSchedule(DataSource database, SourceCatalog catalog, Function<Source, CrawlReport> crawl, int workers) {
    this(database, catalog, crawl, workers, source -> source.enabled() && secretsSet(source, System.getenv()));
  }

  /** @param on whether a source is crawled by itself: one that is not may still be asked for by hand */
  public QuartzSchedule(DataSource database, SourceCatalog catalog, Function<Source, CrawlReport> crawl, int workers,
      Predicate<Source> on) {
    this.database = database;
    this.jdbi = Jdbi.create(database);
    this.catalog = catalog;
    this.on = on;
    this.states = new SourceStates(jdbi);
    this.runs = new Runs(catalog, crawl, states);
    this.workers = workers;
  }

  private static boolean secretsSet(Source source, Map<String, String> environment) {
    return source.fetch().secrets().values().stream().noneMatch(name -> environment.getOrDefault(name, "").isBlank());
  }

  /** Returns at once; a database that is away is waited for. */
  @Override
  public void start() {
    Thread.ofVirtual().name("schedule-start").start(() -> {
      while (!closed && !started())
        pause();
    });
  }

  private synchronized boolean started() {
    if (closed)
      return true;
    try {
      Scheduler made = scheduler();
      new Plan(made, catalog, on, states).apply();
      made.start();
      return true;
    } catch (SchedulerException | RuntimeException e) {
      LOG.warn("The schedule cannot start yet: {}", e.getMessage());
      forget();
      return false;
    }
  }

  @Override
  public synchronized void replan() {
    Scheduler open = scheduler;
    try {
      if (open != null && !closed && open.isStarted())
        new Plan(open, catalog, on, states).apply();
    } catch (SchedulerException e) {
      throw new IllegalStateException("the schedule cannot follow the sources: " + e.getMessage(), e);
    }
  }

  /** One that failed to start cannot be started again. */
  private void forget() {
    try {
      if (scheduler != null)
        scheduler.shutdown(false);
    } catch (SchedulerException e) {
      LOG.debug("A scheduler that did not start does not stop either", e);
    }
    scheduler = null;
  }

  /** A node that does not crawl has one too, which is never started: it asks the others. */
  private synchronized Scheduler scheduler() throws SchedulerException {
    if (closed)
      throw new SchedulerException("the schedule is closed");
    if (scheduler == null) {
      scheduler = Schedulers.make(database, workers);
      scheduler.setJobFactory((bundle, owner) -> new CrawlJob(runs));
    }
    return scheduler;
  }

  @Override
  public boolean runNow(String source) {
    if (catalog.source(source).isEmpty())
      return false;
    if (running(source))
      return true;
    try {
      scheduler().addJob(Triggers.detail(source), true);
      scheduler().scheduleJob(Triggers.once(Triggers.now(source), source, Instant.now()));
    } catch (ObjectAlreadyExistsException e) {
      LOG.debug("{} is asked for already", source);
    } catch (SchedulerException e) {
      throw new IllegalStateException("%s cannot be crawled now: %s".formatted(source, e.getMessage()), e);
    }
    return true;
  }

  @Override
  public boolean running(String source) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        select exists (select from qrtz_fired_triggers
          where sched_name = :name and job_group = :group and job_name = :source and state = 'EXECUTING')""")
        .bind("name", Schedulers.NAME).bind("group", Triggers.GROUP).bind("source", source).mapTo(Boolean.class).one());
  }

  @Override
  public Optional<Instant> next(String source) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        select min(next_fire_time) from qrtz_triggers
        where sched_name = :name and job_group = :group and job_name = :source and next_fire_time > 0""")
        .bind("name", Schedulers.NAME).bind("group", Triggers.GROUP).bind("source", source).mapTo(Long.class)
        .findOne().map(Instant::ofEpochMilli));
  }

  /** Lets running crawls end for some seconds; what is cut short then is done again at the next start. */
  @Override
  public void close() {
    closed = true;
    try {
      Scheduler open = take();
      if (open == null)
        return;
      open.standby();
      runs.stop(TO_END);
      open.shutdown(false);
    } catch (SchedulerException e) {
      LOG.warn("The schedule does not close cleanly: {}", e.getMessage());
    }
  }

  private synchronized @Nullable Scheduler take() {
    Scheduler open = scheduler;
    scheduler = null;
    return open;
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_ATTEMPTS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
