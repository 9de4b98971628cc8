package io.fengsui.portal.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/** Gathering beside its peers and floors, in turn, in one run: a site, unchanged feeds, reading of feeds and of pages. */
public final class GatherBenchmark {
  private static final Logger LOG = LoggerFactory.getLogger(GatherBenchmark.class);
  private static final JsonMapper JSON = new JsonMapper();
  /** As many as the peers' own measurements had. */
  private static final int NOTICES = 2_000;
  private static final int FEEDS = 200;
  private static final double CPU_SECONDS = 3;

  private final Path work;
  private final int rounds;
  private final @Nullable Peers peers;
  private final int large;

  /**
   * @param work   empty folder
   * @param rounds of everything
   * @param peers  folder with the peers' programs, null to leave the peers out
   * @param large  pages of a large site that is crawled once to watch the heap, 0 to leave it out
   */
  public GatherBenchmark(Path work, int rounds, @Nullable Path peers, String python, int large) {
    this.work = work;
    this.large = large;
    this.rounds = rounds;
    this.peers = peers == null ? null : new Peers(python, peers, work);
  }

  /**
   * The crawl of the site.
   *
   * @param coldSeconds   whole processes, start of Java and of the database included
   * @param scrapySeconds whole processes
   * @param coldToScrapy  how many times as fast, medians
   */
  public record Site(int pages, List<Double> coldSeconds, List<Double> scrapySeconds, @Nullable Double coldToScrapy,
      List<SiteRace.Crawl> warm, double warmPagesPerSecond, double barePagesPerSecond, double warmToBare,
      @Nullable Double warmToScrapy) {}

  /**
   * Feeds asked for in a second of which none has changed.
   *
   * @param feedparser        without ETags, as it is mostly used: each feed is read again
   * @param feedparserWithTag with ETags, which the caller has to keep
   */
  public record Sweep(List<Double> ours, List<Double> feedparser, List<Double> feedparserWithTag,
      @Nullable Double toFeedparser, @Nullable Double toFeedparserWithTag) {}

  /** All of one run. */
  public record Report(FeedRace.Result feeds, PageRace.Result pages, Site site, Sweep sweep,
      SiteRace.@Nullable Crawl large) {}

  /** Runs it; takes some minutes. */
  public Report run() throws IOException {
    LOG.info("reading feeds and pages");
    var feeds = peers == null
        ? new FeedRace(FeedSample.bytes(), CPU_SECONDS, null, null).run()
        : peers.feeds(CPU_SECONDS);
    var pages = new PageRace(2 * rounds + 1).run();
    try (LocalSite site = new LocalSite(NOTICES)) {
      return new Report(feeds, pages, site(site), sweep(site), large == 0 ? null : large());
    }
  }

  private SiteRace.Crawl large() throws IOException {
    try (LocalSite site = new LocalSite(large)) {
      return crawl(site, "large", 1, false).getFirst();
    }
  }

  private Site site(LocalSite site) throws IOException {
    List<Double> cold = new ArrayList<>();
    List<Double> scrapy = new ArrayList<>();
    crawl(site, "first", 1, false);
    for (int round = 0; round < rounds; round++) {
      long start = System.nanoTime();
      crawl(site, "cold" + round, 1, false);
      cold.add((System.nanoTime() - start) / 1e9);
      if (peers != null)
        scrapy.add(peers.scrapy(site.address(), site.notices()));
      LOG.info("cold {} s, scrapy {} s", cold.getLast(), scrapy.isEmpty() ? "-" : scrapy.getLast());
    }
    // The first rounds warm the compilers of both.
    List<SiteRace.Crawl> warm = crawl(site, "warm", 2 * rounds + 2, true);
    List<SiteRace.Crawl> counted = warm.subList(warm.size() / 2, warm.size());
    double ours = rate(counted, "ours");
    double bare = rate(counted, "bare");
    return new Site(site.pages(), cold, scrapy, scrapy.isEmpty() ? null : median(scrapy) / median(cold), warm, ours,
        bare, ours / bare, scrapy.isEmpty() ? null : ours / (site.pages() / median(scrapy)));
  }

  private Sweep sweep(LocalSite site) throws IOException {
    List<Double> ours = List.of(JSON.readValue(Child.run(List.of("bench", "sweep", "--site", site.address(), "--feeds",
        "" + FEEDS, "--rounds", "" + (2 * rounds + 1), "--work", work.resolve("sweep").toString())), Double[].class));
    if (peers == null)
      return new Sweep(ours, List.of(), List.of(), null, null);
    List<Double> theirs = peers.sweep(site.address(), FEEDS, rounds);
    List<Double> again = theirs.subList(0, rounds);
    List<Double> tagged = theirs.subList(rounds, 2 * rounds);
    return new Sweep(ours, again, tagged, median(ours) / median(again), median(ours) / median(tagged));
  }

  private List<SiteRace.Crawl> crawl(LocalSite site, String name, int count, boolean floor) throws IOException {
    var command = new ArrayList<>(List.of("bench", "site", "--site", site.address(), "--notices", "" + site.notices(),
        "--name", name, "--rounds", "" + count, "--work", work.resolve("site").toString()));
    if (floor)
      command.add("--floor");
    return List.of(JSON.readValue(Child.run(command), SiteRace.Crawl[].class));
  }

  private static double rate(List<SiteRace.Crawl> crawls, String who) {
    return median(
        crawls.stream().filter(crawl -> crawl.who().equals(who)).map(SiteRace.Crawl::pagesPerSecond).toList());
  }

  private static double median(List<Double> figures) {
    return figures.stream().sorted().toList().get(figures.size() / 2);
  }
}
