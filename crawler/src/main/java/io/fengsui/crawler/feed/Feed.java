package io.fengsui.crawler.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A feed as a whole; see {@link FeedEntry} for what its texts are.
 *
 * @param language  as the feed gives it, null where it does not
 * @param encoding  name of the charset that it was read in, in lower case where the feed or its transport named it
 * @param malformed whether it is not as its format wants it: not well formed, or in another charset than it says
 */
public record Feed(@Nullable String title, @Nullable String link, @Nullable String language, String encoding,
    boolean malformed, List<FeedEntry> items) {
  public Feed {
    items = List.copyOf(items);
  }
}
