package io.fengsui.portal.workbench;

import io.fengsui.crawler.feed.FeedLinks.FeedLink;
import java.util.List;

/**
 * The page that a new source begins on, ready to be shown.
 *
 * @param address as it was pasted, empty at first
 * @param page    that names the feeds, empty where there are none
 * @param problem message key of what went wrong, empty where nothing did
 * @param message more about it, for an operator
 */
record PasteView(String address, String page, List<FeedLink> feeds, String problem, String message) {
  static final PasteView EMPTY = new PasteView("", "", List.of(), "", "");

  static PasteView of(String address, Drafted drafted) {
    return switch (drafted) {
      case Drafted.Draft draft -> EMPTY;
      case Drafted.Feeds(String page, List<FeedLink> feeds) -> new PasteView(address, page, feeds, "", "");
      case Drafted.NoAddress none -> new PasteView(address, "", List.of(), "bench.address.none", "");
      case Drafted.Failed(var at, var cause, var message) ->
        new PasteView(address, "", List.of(), "cause." + cause.code(), at + ": " + message);
    };
  }
}
