package io.fengsui.crawler.read;

import io.fengsui.crawler.feed.FeedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed. A path is the name of an element, with the prefix that it has in the feed or that is usual for its namespace
 * ({@code dcterms:creator}); a name without a prefix finds the unprefixed element first. {@code a/b} goes inside, {@code a@b} takes
 * an attribute, a leading {@code ^} starts at what stands beside the entries ({@code ^title}). The names of RSS find their
 * counterparts in Atom (RFC 4287).
 *
 * @param root the document's element, still growing while the document is read
 */
record FeedItem(FeedElement item, FeedElement root) implements Item {
  private static final Map<String, List<String>> COUNTERPARTS = Map.of("guid", List.of("id"), "id", List.of("guid"),
      "pubDate",
      List.of("published", "updated", "date"), "description", List.of("summary", "content"), "content:encoded",
      List.of("content"), "author", List.of("creator"));
  /** Where empty elements keep what they mean. */
  private static final List<String> VALUE_ATTRIBUTES = List.of("href", "url", "term", "resource");

  @Override
  public List<String> texts(String path) {
    boolean beside = path.startsWith("^");
    String inner = beside ? path.substring(1) : path;
    int at = inner.lastIndexOf('@');
    String attribute = at < 0 ? null : inner.substring(at + 1);
    String names = at < 0 ? inner : inner.substring(0, at);
    FeedElement start = beside ? channel() : item;
    var found = texts(start, names, attribute);
    if (found.isEmpty())
      for (String other : COUNTERPARTS.getOrDefault(names, List.of()))
        if (found.isEmpty())
          found = texts(start, other, attribute);
    return found;
  }

  /** RSS has its title in the channel, Atom in the root. */
  private FeedElement channel() {
    for (Object child : root.content())
      if (child instanceof FeedElement element && element.local().equals("channel"))
        return element;
    return root;
  }

  private static List<String> texts(FeedElement start, String names, @Nullable String attribute) {
    var elements = List.of(start);
    if (!names.isEmpty())
      for (String name : names.split("/"))
        elements = children(elements, name);
    var texts = new ArrayList<String>(elements.size());
    for (FeedElement element : elements) {
      String text = attribute == null ? text(element) : element.attribute(attribute);
      if (text != null && !text.isBlank())
        texts.add(isAddress(element, attribute) ? element.resolve(text) : text);
    }
    return texts;
  }

  private static List<FeedElement> children(List<FeedElement> parents, String name) {
    var exact = new ArrayList<FeedElement>(2);
    var local = new ArrayList<FeedElement>(2);
    boolean prefixed = name.indexOf(':') >= 0;
    for (FeedElement parent : parents)
      for (Object child : parent.content())
        if (child instanceof FeedElement element)
          if (element.isNamed(name))
            exact.add(element);
          else if (!prefixed && element.isLocallyNamed(name))
            local.add(element);
    if (!exact.isEmpty())
      return name.equals("link") ? pages(exact) : exact;
    return local;
  }

  /** Of Atom's links the one to the page comes first (RFC 4287, section 4.2.7.2: no relation means alternate). */
  private static List<FeedElement> pages(List<FeedElement> links) {
    var pages = new ArrayList<FeedElement>(links.size());
    for (FeedElement link : links) {
      String rel = link.attribute("rel");
      if (rel == null || rel.equals("alternate"))
        pages.add(link);
    }
    return pages.isEmpty() ? links : pages;
  }

  private static @Nullable String text(FeedElement element) {
    String text = element.text();
    if (!text.isBlank())
      return text;
    for (String attribute : VALUE_ATTRIBUTES) {
      String value = element.attribute(attribute);
      if (value != null)
        return value;
    }
    return null;
  }

  private static boolean isAddress(FeedElement element, @Nullable String attribute) {
    return element.base() != null
        && (attribute == null ? element.local().equals("link") : VALUE_ATTRIBUTES.contains(attribute));
  }

  @Override
  public List<Item> each(String path) {
    return children(List.of(item), path).stream().<Item>map(element -> new FeedItem(element, root)).toList();
  }

  @Override
  public String excerpt() {
    return item.text();
  }
}
