package io.fengsui.crawler.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * How long a source is usually silent.
 *
 * @param usual  longer is quiet
 * @param most   longer is late
 * @param observed whether {@code most} is the source's own past, and not what its description expects
 */
record Silence(Duration usual, Duration most, boolean observed) {
  /** What comes at shorter intervals came at once: pages of one list, documents of one index. */
  private static final Duration AT_ONCE = Duration.ofMinutes(5);
  private static final Duration TWO_DAYS = Duration.ofDays(2);
  private static final int ENOUGH = 10;

  /** @param news ends of crawls that brought something, newest first */
  static Silence of(Duration expected, List<Instant> news) {
    List<Duration> gaps = gaps(news);
    if (gaps.size() < ENOUGH)
      return new Silence(expected.dividedBy(2), expected, false);
    Duration usual = gaps.get((gaps.size() * 9) / 10 - 1);
    Duration longest = gaps.getLast().multipliedBy(2);
    // Two days more than the longest: a publisher who never missed a day may still have a holiday.
    Duration most = longest.compareTo(gaps.getLast().plus(TWO_DAYS)) > 0 ? longest : gaps.getLast().plus(TWO_DAYS);
    boolean observed = most.compareTo(expected) < 0;
    Duration limit = observed ? most : expected;
    return new Silence(usual.compareTo(limit) < 0 ? usual : limit, limit, observed);
  }

  /** The shortest first. */
  private static List<Duration> gaps(List<Instant> news) {
    var gaps = new ArrayList<Duration>();
    for (int i = 1; i < news.size(); i++) {
      Duration gap = Duration.between(news.get(i), news.get(i - 1));
      if (gap.compareTo(AT_ONCE) > 0)
        gaps.add(gap);
    }
    Collections.sort(gaps);
    return gaps;
  }
}
