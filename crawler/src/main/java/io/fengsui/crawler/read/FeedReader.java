package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;
import java.io.IOException;

/** RSS 0.9x, 1.0, 2.0 and Atom 1.0, streamed, so that a feed that is cut off gives the entries before the cut. */
final class FeedReader implements ItemReader {
  private final XmlReader entries = new XmlReader("/rss/channel/item|/RDF/item|/RDF/channel/item|/feed/entry",
      FeedItem::new);

  @Override
  public Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    var outline = entries.read(text, sink);
    if (outline.missing() != null)
      throw new Unreadable(Cause.WRONG_FORMAT, "expected a feed (RSS or Atom); " + outline.missing());
    return outline;
  }

  @Override
  public void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    read(text, sink);
  }
}
