package io.fengsui.crawler.schedule;

import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.store.CrawlRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * How often a source is asked whose rhythm has limits: twice in the time that its publisher usually takes to bring something
 * new, less often the longer it has been silent.
 */
final class Pace {
  /** Crawls looked back on. */
  static final int HISTORY = 100;
  /** With fewer, nothing is known of the publisher. */
  private static final int ENOUGH = 8;
  private static final int NEWS = 4;

  private Pace() {}

  /** The time from the last crawl to the next one, give or take a twentieth, within the limits. */
  static Duration interval(Rhythm.Every rhythm, List<CrawlRecord> history) {
    long jittered = Math
        .round(observed(rhythm, history).toMillis() * ThreadLocalRandom.current().nextDouble(0.95, 1.05));
    return Duration.ofMillis(Math.clamp(jittered, rhythm.least().toMillis(), rhythm.most().toMillis()));
  }

  /** @param history newest first */
  static Duration observed(Rhythm.Every rhythm, List<CrawlRecord> history) {
    var good = history.stream().filter(crawl -> !crawl.failed()).toList();
    if (good.size() < ENOUGH)
      return rhythm.interval();
    var news = good.stream().filter(crawl -> crawl.added() + crawl.revised() > 0).map(CrawlRecord::ended).toList();
    if (news.isEmpty())
      return rhythm.most();
    var silence = Duration.between(news.getFirst(), good.getFirst().ended()).dividedBy(8);
    if (news.size() < NEWS)
      return longer(rhythm.interval(), silence);
    return longer(usual(news).dividedBy(2), silence);
  }

  /** The median, which a holiday or a burst does not shift. */
  private static Duration usual(List<Instant> news) {
    var gaps = IntStream.range(1, news.size()).mapToObj(i -> Duration.between(news.get(i), news.get(i - 1))).sorted()
        .toList();
    return gaps.get(gaps.size() / 2);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
