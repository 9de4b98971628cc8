package io.fengsui.portal.workbench;

import io.fengsui.crawler.feed.FeedLinks.FeedLink;
import io.fengsui.crawler.fetch.Cause;
import java.util.List;

/** What a pasted address led to. */
sealed interface Drafted {
  /** The beginning of a description. */
  record Draft(String yaml) implements Drafted {}

  /** A page that names feeds, to choose one; or to read the page itself. */
  record Feeds(String address, List<FeedLink> feeds) implements Drafted {
    public Feeds {
      feeds = List.copyOf(feeds);
    }
  }

  /** It is no address that can be asked. */
  record NoAddress() implements Drafted {}

  /** Nothing came. */
  record Failed(String address, Cause cause, String message) implements Drafted {}
}
