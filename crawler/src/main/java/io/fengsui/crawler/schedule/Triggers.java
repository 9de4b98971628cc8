package io.fengsui.crawler.schedule;

import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.source.Source;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.SimpleTrigger;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

/**
 * A source's job and its triggers: {@code rhythm}, which never ends; {@code soon}, once, for a first crawl, a retry or what is
 * left over; {@code now}, once, because somebody asked.
 */
final class Triggers {
  static final String GROUP = "crawl";

  private Triggers() {}

  static JobKey job(String source) {
    return new JobKey(source, GROUP);
  }

  static TriggerKey rhythm(String source) {
    return new TriggerKey(source, "rhythm");
  }

  static TriggerKey soon(String source) {
    return new TriggerKey(source, "soon");
  }

  static TriggerKey now(String source) {
    return new TriggerKey(source, "now");
  }

  /** The job holds nothing but the source's id, and is done again where the node dies over it. */
  static JobDetail detail(String source) {
    return JobBuilder.newJob(CrawlJob.class).withIdentity(job(source)).storeDurably().requestRecovery().build();
  }

  static Trigger once(TriggerKey key, String source, Instant at) {
    return TriggerBuilder.newTrigger().withIdentity(key).forJob(job(source)).startAt(Date.from(at))
        .withSchedule(SimpleScheduleBuilder.simpleSchedule().withMisfireHandlingInstructionFireNow()).build();
  }

  /** What was missed is made up for once. */
  static Trigger rhythm(Source source, Instant start) {
    var builder = TriggerBuilder.newTrigger().withIdentity(rhythm(source.id())).forJob(job(source.id()))
        .startAt(Date.from(start));
    return switch (source.rhythm()) {
      case Rhythm.Every every -> builder.withSchedule(SimpleScheduleBuilder.simpleSchedule()
          .withIntervalInMilliseconds(every.interval().toMillis()).repeatForever()
          .withMisfireHandlingInstructionNowWithExistingCount()).build();
      case Rhythm.Cron cron -> builder.withSchedule(CronScheduleBuilder.cronSchedule(cron.expression())
          .inTimeZone(TimeZone.getTimeZone(cron.zone())).withMisfireHandlingInstructionFireAndProceed()).build();
    };
  }

  /** Whether the trigger that is there already follows the source's rhythm. */
  static boolean follows(Trigger trigger, Source source) {
    return switch (source.rhythm()) {
      case Rhythm.Every every -> trigger instanceof SimpleTrigger simple
          && simple.getRepeatInterval() == every.interval().toMillis();
      case Rhythm.Cron cron -> trigger instanceof CronTrigger other
          && other.getCronExpression().equalsIgnoreCase(cron.expression())
          && other.getTimeZone().toZoneId().equals(cron.zone());
    };
  }

  /** When the source was due first after its last crawl; null where it never is again. */
  static @Nullable Instant due(Source source, Instant last) {
    return switch (source.rhythm()) {
      case Rhythm.Every every -> last.plus(every.interval());
      case Rhythm.Cron cron -> {
        Date next = rhythm(source, last).getFireTimeAfter(Date.from(last));
        yield next == null ? null : next.toInstant();
      }
    };
  }
}
