package io.fengsui.portal.bench;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Asks for many feeds of which none has changed since they were read: what a portal does most of its time. */
public final class FeedSweep {
  /** Sources crawled at once, as in a portal. */
  private static final int WORKERS = 8;

  private final String site;
  private final int feeds;
  private final Path work;

  /**
   * @param site address of a {@link LocalSite}
   * @param work folder for database and captures
   */
  public FeedSweep(String site, int feeds, Path work) {
    this.site = site;
    this.feeds = feeds;
    this.work = work;
  }

  /** Reads every feed once, then asks for all of them that many times again; returns feeds per second of each sweep. */
  public List<Double> run(String name, int sweeps) throws IOException {
    SiteSource sources = new SiteSource(work.resolve("sources"));
    List<Source> all = new ArrayList<>();
    for (int i = 0; i < feeds; i++)
      all.add(sources.feed("feed-" + name + "-" + i, site, i));
    List<Double> rates = new ArrayList<>();
    try (OurCrawl ours = new OurCrawl(work)) {
      all.forEach(ours::run);
      for (int sweep = 0; sweep < sweeps; sweep++)
        rates.add(sweep(ours, all));
    }
    return rates;
  }

  private static double sweep(OurCrawl ours, List<Source> all) {
    long start = System.nanoTime();
    try (var workers = Executors.newFixedThreadPool(WORKERS)) {
      for (var done : workers.invokeAll(all.stream().map(source -> (Callable<Outcome>) () -> ours.run(source).record()
          .outcome()).toList()))
        if (done.get() != Outcome.NOT_MODIFIED)
          throw new IllegalStateException("a feed has changed");
    } catch (ExecutionException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
    return all.size() / ((System.nanoTime() - start) / 1e9);
  }
}
