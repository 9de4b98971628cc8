package io.fengsui.crawler.schedule;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** One crawl of the source that the job is named after; never two of one source at a time over all nodes. */
@DisallowConcurrentExecution
final class CrawlJob implements Job {
  private final Runs runs;

  CrawlJob(Runs runs) {
    this.runs = runs;
  }

  @Override
  public void execute(JobExecutionContext context) {
    runs.run(context.getScheduler(), context.getJobDetail().getKey().getName());
  }
}
