package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.path.XmlElement;
import io.fengsui.crawler.path.XmlItems;
import io.fengsui.crawler.path.XmlQuery;
import io.fengsui.crawler.path.XmlTree;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** XML, streamed: one record at a time is held, and of the rest what came before it, up to a limit. */
final class XmlReader implements ItemReader {
  /** Elements outside of records that are kept for {@code ^}. */
  private static final int KEPT = 5_000;
  private final XmlItems items;
  private final String path;
  private final Map<String, XmlQuery> queries = new HashMap<>();

  XmlReader(String path) {
    this.items = XmlItems.of(path);
    this.path = path;
  }

  @Override
  public Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    var records = new Records(sink);
    try (Reader reader = text.open()) {
      XmlStream.read(reader, records);
    }
    XmlElement root = records.root == null ? new XmlElement("") : records.root;
    return new Outline(new XmlItem(new XmlTree(root), root, queries),
        records.placeSeen ? null : "nothing at " + path + "; the document's element is <" + root.qualified() + ">");
  }

  @Override
  public void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    new XmlReader("/*").read(text, sink);
  }

  private final class Records implements XmlStream.Listener {
    private final ItemSink sink;
    private @Nullable XmlElement root;
    private int depth = -1;
    private int kept;
    private boolean placeSeen;

    Records(ItemSink sink) {
      this.sink = sink;
    }

    @Override
    public void open(XmlElement element, @Nullable XmlElement parent, List<String> names) throws Unreadable {
      if (parent == null)
        begin(element);
      boolean inside = depth > 0;
      if (!inside && items.matches(names)) {
        depth = names.size();
        placeSeen = true;
      } else if (parent != null && (inside || kept++ < KEPT))
        parent.add(element);
      if (!inside && !placeSeen)
        placeSeen = items.isParent(names);
    }

    private void begin(XmlElement element) throws Unreadable {
      root = element;
      if (element.local().equalsIgnoreCase("html"))
        throw new Unreadable(Cause.WRONG_FORMAT, "expected XML, got an HTML page");
    }

    @Override
    public void close(XmlElement element, int at) throws Unreadable {
      if (at != depth)
        return;
      depth = -1;
      XmlElement document = root == null ? element : root;
      sink.accept(new XmlItem(new XmlTree(element), document, queries));
    }
  }
}
