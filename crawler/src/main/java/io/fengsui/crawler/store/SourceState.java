package io.fengsui.crawler.store;

import io.fengsui.crawler.fetch.Cause;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source in sum.
 *
 * @param lastTried   end of the last crawl
 * @param lastSuccess end of the last crawl that did not fail, null where there was none; a 304 after a failure is no success
 * @param lastNew     when it last brought a new notice or revision
 * @param notices     that the archive holds of it
 * @param failures    failed crawls by cause, since ever
 * @param failing     crawls failed in a row, 0 where the last one did not fail
 * @param last        the last crawl
 * @param signs       what else its health is told by
 */
public record SourceState(String source, Instant lastTried, @Nullable Instant lastSuccess, @Nullable Instant lastNew,
    long notices, Map<Cause, Integer> failures, int failing, CrawlRecord last, Signs signs) {
  /** A source of which nothing else is known. */
  public SourceState(String source, Instant lastTried, @Nullable Instant lastSuccess, @Nullable Instant lastNew,
      long notices, Map<Cause, Integer> failures, int failing, CrawlRecord last) {
    this(source, lastTried, lastSuccess, lastNew, notices, failures, failing, last, Signs.NONE);
  }

  public SourceState {
    failures = Map.copyOf(failures);
  }
}
