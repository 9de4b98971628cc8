package io.fengsui.crawler.schedule;

import io.fengsui.crawler.CrawlReport;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.SourceStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does when a source is due: crawl, go on while there is more, and see to it that a failure is tried again. */
final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  /** After an exception: the archive was away, or the program has a fault. */
  private static final Duration AFTER_FAULT = Duration.ofSeconds(20);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

  private final SourceCatalog catalog;
  private final Function<Source, CrawlReport> crawl;
  private final SourceStates states;
  private final AtomicInteger running = new AtomicInteger();
  private volatile boolean stopped;

  Runs(SourceCatalog catalog, Function<Source, CrawlReport> crawl, SourceStates states) {
    this.catalog = catalog;
    this.crawl = crawl;
    this.states = states;
  }

  /** Never throws: Quartz would only log it. A source that this node's catalogue does not have is left to the others. */
  void run(Scheduler scheduler, String id) {
    Optional<Source> source = catalog.source(id);
    if (source.isEmpty())
      return;
    running.incrementAndGet();
    try {
      Optional<Instant> again = crawl(source.get());
      settle(scheduler, id, again);
    } finally {
      running.decrementAndGet();
    }
  }

  /** Crawls until nothing is left, and says when to try again where that is before the rhythm does. */
  private Optional<Instant> crawl(Source source) {
    try {
      CrawlReport report = crawl.apply(source);
      while (report.more() && !report.record().failed() && !stopped)
        report = crawl.apply(source);
      if (report.record().failed())
        return Optional.of(Instant.now().plus(Backoff.after(states.failing(source.id()))));
      return report.more() ? Optional.of(Instant.now()) : Optional.empty();
    } catch (RuntimeException fault) {
      LOG.error("The crawl of {} broke off: {}", source.id(), fault.getMessage(), fault);
      return Optional.of(Instant.now().plus(AFTER_FAULT));
    }
  }

  /** Insists while the database is away: a source whose retry is not written down would be given up until its rhythm. */
  private void settle(Scheduler scheduler, String id, Optional<Instant> again) {
    while (true)
      try {
        write(scheduler, id, again);
        return;
      } catch (SchedulerException | RuntimeException e) {
        if (stopped)
          return;
        LOG.warn("The next crawl of {} cannot be written down yet: {}", id, e.getMessage());
        pause(BETWEEN_ATTEMPTS);
      }
  }

  private static void write(Scheduler scheduler, String id, Optional<Instant> again) throws SchedulerException {
    Trigger rhythm = scheduler.getTrigger(Triggers.rhythm(id));
    Date due = rhythm == null ? null : rhythm.getNextFireTime();
    scheduler.unscheduleJob(Triggers.soon(id));
    // A source without a rhythm is off; it was crawled because somebody asked, and is not tried again.
    if (again.isPresent() && due != null && again.get().isBefore(due.toInstant()))
      scheduler.scheduleJob(Triggers.once(Triggers.soon(id), id, again.get()));
  }

  /** Lets running crawls end, for so long at most. What is cut short then is done again by the next node that starts. */
  void stop(Duration most) {
    stopped = true;
    Instant end = Instant.now().plus(most);
    while (running.get() > 0 && Instant.now().isBefore(end))
      pause(Duration.ofMillis(20));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
