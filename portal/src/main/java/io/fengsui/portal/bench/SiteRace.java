package io.fengsui.portal.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Crawls a site again and again, each time as a new source so that everything is stored, with the floor in turn. Runs in a
 * process of its own: the site's server must not share its heap and compilers.
 */
public final class SiteRace {
  private static final Logger LOG = LoggerFactory.getLogger(SiteRace.class);

  private final String site;
  private final int notices;
  private final Path work;

  /**
   * @param site    address of a {@link LocalSite}
   * @param notices that it has
   * @param work    folder for database and captures; used again by a later run
   */
  public SiteRace(String site, int notices, Path work) {
    this.site = site;
    this.notices = notices;
    this.work = work;
  }

  /**
   * A crawl of the whole site.
   *
   * @param pages         of the site that were read
   * @param liveMebibytes on the heap after collections, in each tenth of the time
   */
  public record Crawl(String who, int pages, double seconds, double pagesPerSecond, double cpuSeconds,
      List<Long> liveMebibytes) {}

  /**
   * Runs the rounds and returns every crawl in order.
   *
   * @param name  of this run, so that its notices are new to the archive
   * @param floor whether the bare loop runs in turn
   */
  public List<Crawl> run(String name, int rounds, boolean floor) throws IOException {
    List<Crawl> crawls = new ArrayList<>();
    SiteSource sources = new SiteSource(work.resolve("sources"));
    try (OurCrawl ours = new OurCrawl(work)) {
      for (int round = 0; round < rounds; round++) {
        var source = sources.pages("local-" + name + "-" + round, site, notices / LocalSite.LISTED);
        crawls.add(timed("ours", () -> pages(ours.run(source).record().added())));
        if (floor)
          crawls.add(timed("bare", () -> new BareCrawl().run(site + "/index.html")));
      }
    }
    return crawls;
  }

  private int pages(int added) {
    if (added != notices)
      throw new IllegalStateException("stored " + added + " of " + notices + " notices");
    return added + notices / LocalSite.LISTED;
  }

  private interface Work {
    int run();
  }

  private static Crawl timed(String who, Work work) {
    System.gc();
    OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = System.nanoTime();
    long cpu = machine.getProcessCpuTime();
    try (LiveHeap heap = new LiveHeap()) {
      int pages = work.run();
      double seconds = (System.nanoTime() - start) / 1e9;
      double cpuSeconds = (machine.getProcessCpuTime() - cpu) / 1e9;
      LOG.info("{}: {} pages in {} s", who, pages, seconds);
      return new Crawl(who, pages, seconds, pages / seconds, cpuSeconds, heap.tenths());
    }
  }
}
