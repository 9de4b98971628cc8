package io.fengsui.crawler.read;

import io.fengsui.crawler.feed.Feeds;
import io.fengsui.crawler.feed.NotAFeed;
import io.fengsui.crawler.fetch.Cause;
import java.io.IOException;

/** RSS, Atom and JSON Feed, streamed; one that is not well formed gives what is there, one that is cut off the entries before the cut. */
final class FeedReader implements ItemReader {
  @Override
  public Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    try {
      var outline = Feeds.<Unreadable>read(text::open, (item, root) -> sink.accept(new FeedItem(item, root)));
      if (outline.cutOff())
        throw new Unreadable(Cause.MALFORMED, "cut off: " + outline.malformed());
      return new Outline(new FeedItem(outline.root(), outline.root()), null);
    } catch (NotAFeed e) {
      throw new Unreadable(e.reason(), String.valueOf(e.getMessage()));
    }
  }

  @Override
  public void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    read(text, sink);
  }
}
