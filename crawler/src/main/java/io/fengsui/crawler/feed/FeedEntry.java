package io.fengsui.crawler.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An item of a feed. Title, summary and content are text or safe HTML, as the feed says; addresses are absolute where the feed or
 * its address tells what they are relative to; dates are ISO 8601 instants in UTC, or the feed's own words where they are none.
 *
 * @param id         null for none
 * @param content    the first that the item gives, null for none
 * @param categories terms, each once
 */
public record FeedEntry(@Nullable String id, @Nullable String title, @Nullable String link, @Nullable String published,
    @Nullable String updated, @Nullable String author, @Nullable String summary, @Nullable String content,
    List<String> categories) {
  public FeedEntry {
    categories = List.copyOf(categories);
  }
}
