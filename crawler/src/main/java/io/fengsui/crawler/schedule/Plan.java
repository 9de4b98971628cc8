package io.fengsui.crawler.schedule;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.SourceState;
import io.fengsui.crawler.store.SourceStates;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerKey;
import org.quartz.impl.matchers.GroupMatcher;

/**
 * Makes the jobs in the database those of the catalogue. What is right already is left as it is, so that a restart, or another
 * node doing the same, does not shift a crawl.
 */
final class Plan {
  /** First crawls are spread over this time, so that a start is no burst. */
  private static final Duration SPREAD = Duration.ofSeconds(2);

  private final Scheduler scheduler;
  private final SourceCatalog catalog;
  private final Predicate<Source> on;
  private final Map<String, SourceState> states;

  Plan(Scheduler scheduler, SourceCatalog catalog, Predicate<Source> on, SourceStates states) {
    this.scheduler = scheduler;
    this.catalog = catalog;
    this.on = on;
    this.states = states.all();
  }

  void apply() throws SchedulerException {
    for (Source source : catalog.sources()) {
      scheduler.addJob(Triggers.detail(source.id()), true);
      if (on.test(source))
        switchOn(source);
      else
        switchOff(source);
    }
    for (var job : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Triggers.GROUP)))
      if (catalog.source(job.getName()).isEmpty())
        scheduler.deleteJob(job);
  }

  private void switchOff(Source source) throws SchedulerException {
    scheduler.unscheduleJob(Triggers.rhythm(source.id()));
    scheduler.unscheduleJob(Triggers.soon(source.id()));
  }

  private void switchOn(Source source) throws SchedulerException {
    Instant now = Instant.now();
    Optional<Instant> last = Optional.ofNullable(states.get(source.id())).map(SourceState::lastTried);
    Instant due = last.isEmpty() ? now : Triggers.due(source, last.get());
    boolean overdue = due != null && !due.isAfter(now) && (last.isEmpty() || !moved(source, now));
    // What is overdue is crawled once, out of turn: the rhythm goes on from there.
    Instant start = overdue || due == null ? Triggers.due(source, now) : due;
    keepRhythm(source, Triggers.rhythm(source, start == null ? now : start));
    for (TriggerKey key : new TriggerKey[]{Triggers.rhythm(source.id()), Triggers.soon(source.id())})
      scheduler.resetTriggerFromErrorState(key);
    if (overdue && !pending(source.id(), now))
      schedule(Triggers.once(Triggers.soon(source.id()), source.id(), soon(now)));
  }

  /** Whether the last crawl has put off the next one: because the publisher wished so, or has little to say. */
  private boolean moved(Source source, Instant now) throws SchedulerException {
    Trigger present = scheduler.getTrigger(Triggers.rhythm(source.id()));
    return present != null && Triggers.follows(present, source) && present.getStartTime().toInstant().isAfter(now);
  }

  /** Whether a crawl is to come at once anyway: one asked for already, or one missed while nobody ran. */
  private boolean pending(String source, Instant now) throws SchedulerException {
    Trigger rhythm = scheduler.getTrigger(Triggers.rhythm(source));
    return scheduler.getTrigger(Triggers.soon(source)) != null || rhythm != null && rhythm.getNextFireTime() != null
        && !rhythm.getNextFireTime().toInstant().isAfter(now);
  }

  private void keepRhythm(Source source, Trigger wanted) throws SchedulerException {
    Trigger present = scheduler.getTrigger(wanted.getKey());
    if (present == null)
      schedule(wanted);
    else if (!Triggers.follows(present, source))
      scheduler.rescheduleJob(wanted.getKey(), wanted);
  }

  /** Another node may have done so in the meantime. */
  private void schedule(Trigger trigger) throws SchedulerException {
    try {
      scheduler.scheduleJob(trigger);
    } catch (ObjectAlreadyExistsException e) {
      return;
    }
  }

  private static Instant soon(Instant now) {
    return now.plusMillis(ThreadLocalRandom.current().nextLong(SPREAD.toMillis()));
  }
}
