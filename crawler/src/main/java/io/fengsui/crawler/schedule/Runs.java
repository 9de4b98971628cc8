package io.fengsui.crawler.schedule;

import io.fengsui.crawler.CrawlReport;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.SourceStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a node does when a source is due: crawl, go on while there is more, and see to it that a failure is tried again. */
final class Runs {
  private static final Logger LOG = LoggerFactory.getLogger(Runs.class);

  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

  private final SourceCatalog catalog;
  private final Function<Source, CrawlReport> crawl;
  private final SourceStates states;
  private final Map<String, Integer> faults = new ConcurrentHashMap<>();
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
      Next next = crawl(source.get());
      settle(scheduler, source.get(), next);
    } finally {
      running.decrementAndGet();
    }
  }

  /**
   * When a source is crawled next.
   *
   * @param again   out of turn, where that is before the rhythm; null for not
   * @param regular by the rhythm, from then on; null for as it is
   */
  private record Next(@Nullable Instant again, @Nullable Instant regular) {}

  /** Crawls until nothing is left, and says when the next crawl is. */
  private Next crawl(Source source) {
    try {
      CrawlReport report = crawl.apply(source);
      while (report.more() && !report.record().failed() && !stopped)
        report = crawl.apply(source);
      if (report.record().cause() == Cause.INTERNAL)
        return new Next(afterFault(source), report.notBefore());
      faults.remove(source.id());
      return next(source, report);
    } catch (RuntimeException fault) {
      LOG.error("The crawl of {} broke off: {}", source.id(), fault.getMessage(), fault);
      return new Next(afterFault(source), null);
    }
  }

  /** The archive was away, or the program has a fault. */
  private Instant afterFault(Source source) {
    return Instant.now().plus(Backoff.ofOurs(faults.merge(source.id(), 1, Integer::sum)));
  }

  private Next next(Source source, CrawlReport report) {
    Instant wish = report.notBefore();
    if (report.record().failed()) {
      Instant retry = Instant.now().plus(Backoff.after(states.failing(source.id())));
      return new Next(wish == null || wish.isBefore(retry) ? retry : wish, wish);
    }
    if (report.more())
      return new Next(Instant.now(), null);
    if (!(source.rhythm() instanceof Rhythm.Every every) || !every.adapts())
      return new Next(null, wish);
    Instant own = Instant.now().plus(Pace.interval(every, states.history(source.id(), Pace.HISTORY)));
    return new Next(null, wish == null || wish.isBefore(own) ? own : wish);
  }

  /** Insists while the database is away: a source whose retry is not written down would be given up until its rhythm. */
  private void settle(Scheduler scheduler, Source source, Next next) {
    while (true)
      try {
        write(scheduler, source, next);
        return;
      } catch (SchedulerException | RuntimeException e) {
        if (stopped)
          return;
        LOG.warn("The next crawl of {} cannot be written down yet: {}", source.id(), e.getMessage());
        pause(BETWEEN_ATTEMPTS);
      }
  }

  private static void write(Scheduler scheduler, Source source, Next next) throws SchedulerException {
    String id = source.id();
    scheduler.unscheduleJob(Triggers.soon(id));
    Trigger rhythm = scheduler.getTrigger(Triggers.rhythm(id));
    // A source without a rhythm is off; it was crawled because somebody asked, and is not tried again.
    if (rhythm == null || rhythm.getNextFireTime() == null)
      return;
    Instant due = regular(scheduler, source, rhythm.getNextFireTime().toInstant(), next.regular);
    if (next.again != null && next.again.isBefore(due))
      scheduler.scheduleJob(Triggers.once(Triggers.soon(id), id, next.again));
  }

  /** Moves the rhythm where the next crawl is to be later, or follows the publisher; says when it is due then. */
  private static Instant regular(Scheduler scheduler, Source source, Instant due, @Nullable Instant wanted)
      throws SchedulerException {
    boolean adapts = source.rhythm() instanceof Rhythm.Every every && every.adapts();
    if (wanted == null || !adapts && !wanted.isAfter(due))
      return due;
    scheduler.rescheduleJob(Triggers.rhythm(source.id()), Triggers.rhythm(source, wanted));
    return wanted;
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
