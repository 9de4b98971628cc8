package io.fengsui.crawler.store;

import io.fengsui.crawler.fetch.Cause;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A crawl that has ended, for the source's history.
 *
 * @param outcome      what it came to
 * @param cause        null where the crawl did not fail
 * @param message      for a person: what failed and where; null where nothing did
 * @param read         notices read
 * @param rejected     records without a reference or title
 * @param rejectedExample beginning of the first such record, null where there is none
 * @param findings     what it tells about the source besides
 */
public record CrawlRecord(String source, Instant started, Instant ended, Outcome outcome, @Nullable Cause cause,
    @Nullable String message, int read, int added, int revised, int rejected, @Nullable String rejectedExample,
    Findings findings) {
  /** A crawl of which nothing else is known. */
  public CrawlRecord(String source, Instant started, Instant ended, Outcome outcome, @Nullable Cause cause,
      @Nullable String message, int read, int added, int revised, int rejected, @Nullable String rejectedExample) {
    this(source, started, ended, outcome, cause, message, read, added, revised, rejected, rejectedExample,
        Findings.NONE);
  }

  /** Whether it counts as a failure of the source. */
  public boolean failed() {
    return outcome == Outcome.FAILED || outcome == Outcome.REFUSED;
  }

  /** What a crawl came to. */
  public enum Outcome {
    /** Read to the end. */
    DONE,
    /** The publisher said that nothing changed, or no more is recorded. */
    NOT_MODIFIED,
    /** A response without a single item. */
    EMPTY,
    /** Not allowed to ask. */
    REFUSED,
    /** Nothing, or not everything, could be read. What was read before is kept. */
    FAILED
  }

  /** What the next crawl of the source starts from, written with the record in one transaction. */
  public record Progress(List<Validator> validators, @Nullable Instant since, List<String> followed,
      List<String> played) {
    public Progress {
      validators = List.copyOf(validators);
      followed = List.copyOf(followed);
      played = List.copyOf(played);
    }

    /** ETag and Last-Modified of an address. */
    public record Validator(String address, @Nullable String etag, @Nullable String lastModified) {}
  }
}
