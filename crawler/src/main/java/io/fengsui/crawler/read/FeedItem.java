package io.fengsui.crawler.read;

import io.fengsui.crawler.path.XmlElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a feed. A path is the name of an element, with the prefix that it has in the feed ({@code dcterms:creator}); a name
 * without a prefix finds the unprefixed element first. {@code a/b} goes inside, {@code a@b} takes an attribute. The names of
 * RSS find their counterparts in Atom (RFC 4287).
 */
record FeedItem(XmlItem item) implements Item {
  private static final Map<String, List<String>> COUNTERPARTS = Map.of("guid", List.of("id"), "pubDate",
      List.of("published", "updated", "date"), "description", List.of("summary", "content"), "content:encoded",
      List.of("content"), "author", List.of("creator"));
  /** Where empty elements keep what they mean. */
  private static final List<String> VALUE_ATTRIBUTES = List.of("href", "url", "term", "resource");

  @Override
  public List<String> texts(String path) {
    int at = path.lastIndexOf('@');
    String attribute = at < 0 ? null : path.substring(at + 1);
    String names = at < 0 ? path : path.substring(0, at);
    var found = texts(names, attribute);
    for (String other : COUNTERPARTS.getOrDefault(names, List.of()))
      if (found.isEmpty())
        found = texts(other, attribute);
    return found;
  }

  private List<String> texts(String names, @Nullable String attribute) {
    var elements = List.of(item.tree().root());
    if (!names.isEmpty())
      for (String name : names.split("/"))
        elements = elements.stream().flatMap(element -> children(element, name).stream()).toList();
    var texts = new ArrayList<String>();
    for (XmlElement element : elements) {
      String text = attribute == null ? text(element) : element.attribute(attribute);
      if (text != null && !text.isBlank())
        texts.add(text);
    }
    return texts;
  }

  private static List<XmlElement> children(XmlElement parent, String name) {
    var exact = new ArrayList<XmlElement>();
    var local = new ArrayList<XmlElement>();
    for (Object child : parent.content())
      if (child instanceof XmlElement element && element.local().equals(name.substring(name.indexOf(':') + 1)))
        (element.qualified().equals(name) ? exact : local).add(element);
    if (!exact.isEmpty())
      return name.equals("link") ? pages(exact) : exact;
    return name.contains(":") ? List.of() : local;
  }

  /** Of Atom's links the one to the page comes first (RFC 4287, section 4.2.7.2: no relation means alternate). */
  private static List<XmlElement> pages(List<XmlElement> links) {
    var pages = links.stream().filter(link -> {
      String rel = link.attribute("rel");
      return rel == null || rel.equals("alternate");
    }).toList();
    return pages.isEmpty() ? links : pages;
  }

  private static @Nullable String text(XmlElement element) {
    String text = element.text();
    if (!text.isBlank())
      return text;
    return VALUE_ATTRIBUTES.stream().filter(element.attributes()::containsKey).findFirst()
        .map(element::attribute).orElse(null);
  }

  @Override
  public List<Item> each(String path) {
    return List.of();
  }

  @Override
  public String excerpt() {
    return item.excerpt();
  }
}
