package io.fengsui.portal.wiring;

import io.fengsui.crawler.CrawlReport;
import io.fengsui.crawler.capture.Replay;
import io.fengsui.crawler.source.Source;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plays recordings from beginning to end, indexing beside, without a scheduler. Needs both engines started. */
public final class Gathering {
  private static final Logger LOG = LoggerFactory.getLogger(Gathering.class);
  private static final int MOST_LISTED = 20;

  private final Parts parts;
  private final Map<String, Tally> tallies = new ConcurrentSkipListMap<>();

  public Gathering(Parts parts) {
    this.parts = parts;
  }

  /**
   * What became of one source.
   *
   * @param message of the last crawl that failed, empty where none did
   */
  public record Tally(int crawls, int read, int added, int revised, int rejected, int failed, String message) {
    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, "");

    Tally plus(CrawlReport report) {
      var crawl = report.record();
      var cause = crawl.cause();
      return new Tally(crawls + 1, read + crawl.read(), added + crawl.added(), revised + crawl.revised(),
          rejected + crawl.rejected(), failed + (cause == null ? 0 : 1),
          cause == null ? message : cause.code() + ": " + crawl.message());
    }
  }

  /**
   * What became of all.
   *
   * @param unplayed      addresses of recordings that no source asked for, the first of them
   * @param gatherSeconds until the last notice was stored
   * @param seconds       until the last notice was findable
   */
  public record Report(Map<String, Tally> sources, int read, int added, int revised, int rejected, long archived,
      List<String> unplayed, double gatherSeconds, double seconds) {}

  /** Plays all recordings of these sources, of all sources where none is named, and returns when all is findable. */
  public Report replay(List<String> only) {
    long start = System.nanoTime();
    parts.indexer().prepare();
    AtomicBoolean gathered = new AtomicBoolean();
    try (var pool = Executors.newFixedThreadPool(parts.configuration().settings().crawl().workers());
        var beside = Executors.newSingleThreadExecutor()) {
      Future<?> index = beside.submit(() -> index(gathered));
      try {
        await(parts.catalog().sources().stream().filter(source -> only.isEmpty() || only.contains(source.id()))
            .<Future<?>>map(source -> pool.submit(() -> play(source))).toList());
      } finally {
        gathered.set(true);
      }
      double gatherSeconds = (System.nanoTime() - start) / 1e9;
      await(List.of(index));
      parts.indexer().refresh();
      return report(only.isEmpty() ? unplayed() : List.of(), gatherSeconds, (System.nanoTime() - start) / 1e9);
    }
  }

  private void play(Source source) {
    boolean more = true;
    while (more) {
      CrawlReport report = parts.crawler().crawl(source);
      tallies.merge(source.id(), Tally.NONE.plus(report), (before, now) -> before.plus(report));
      more = report.more();
    }
  }

  private void index(AtomicBoolean gathered) {
    boolean last = false;
    while (!last) {
      last = gathered.get();
      while (parts.indexer().catchUp() > 0)
        last = false;
      if (!last)
        pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException stopped) {
      throw new IllegalStateException(stopped);
    }
  }

  private static void await(List<Future<?>> running) {
    for (Future<?> one : running)
      try {
        one.get();
      } catch (ExecutionException failed) {
        throw new IllegalStateException(failed.getCause());
      } catch (InterruptedException stopped) {
        throw new IllegalStateException(stopped);
      }
  }

  private List<String> unplayed() {
    if (!(parts.fetcher() instanceof Replay replay))
      return List.of();
    var addresses = replay.unplayed();
    if (!addresses.isEmpty())
      LOG.warn("{} recordings answer nothing that a source asks for; compare their addresses with fetch.url: {}",
          addresses.size(), addresses.stream().limit(MOST_LISTED).toList());
    return addresses.stream().limit(MOST_LISTED).toList();
  }

  private Report report(List<String> unplayed, double gatherSeconds, double seconds) {
    Map<String, Tally> sources = new TreeMap<>(tallies);
    return new Report(sources, sum(sources, Tally::read), sum(sources, Tally::added), sum(sources, Tally::revised),
        sum(sources, Tally::rejected), parts.notices().count(), unplayed, gatherSeconds,
        seconds);
  }

  private static int sum(Map<String, Tally> sources, java.util.function.ToIntFunction<Tally> field) {
    return sources.values().stream().mapToInt(field).sum();
  }
}
