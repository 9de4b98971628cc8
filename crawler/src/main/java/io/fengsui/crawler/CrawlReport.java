package io.fengsui.crawler;

import io.fengsui.crawler.store.CrawlRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl did.
 *
 * @param more true where the next crawl may bring more at once: recordings left to play, or documents of an index left
 *             to read
 * @param notBefore before then the publisher does not want to be asked again, or says that nothing will be new; null
 *                  where it says nothing. The wish of a healthy publisher is within the limits of the source's rhythm
 */
public record CrawlReport(CrawlRecord record, boolean more, @Nullable Instant notBefore) {
  /** Of a publisher that says nothing about the next time. */
  public CrawlReport(CrawlRecord record, boolean more) {
    this(record, more, null);
  }
}
