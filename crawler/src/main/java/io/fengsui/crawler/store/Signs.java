package io.fengsui.crawler.store;

import io.fengsui.crawler.fetch.Glimpse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the health of a source is told by, besides its crawls in sum.
 *
 * @param failingSince   end of the first of the crawls that failed in a row, null where the last one did not
 * @param emptySince     end of the first crawl that found an empty list, null where notices were found since
 * @param news           ends of the last crawls that brought something new, newest first, at most 31
 * @param fields         how often each field is filled
 * @param glimpse        of the last response
 * @param statement      the last one
 * @param acknowledgement the last one
 */
public record Signs(@Nullable Instant failingSince, @Nullable Instant emptySince, List<Instant> news,
    List<FieldFill> fields, @Nullable Glimpse glimpse, @Nullable Statement statement,
    @Nullable Acknowledgement acknowledgement) {
  /** Nothing is known. */
  public static final Signs NONE = new Signs(null, null, List.of(), List.of(), null, null, null);

  public Signs {
    news = List.copyOf(news);
    fields = List.copyOf(fields);
  }
}
