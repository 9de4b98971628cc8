package io.fengsui.crawler.path;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An element of the small tree that is built for one record. Built by one thread, then only read. */
public final class XmlElement {
  private final String name;
  private Map<String, String> attributes = Map.of();
  /** Elements and texts (String) in document order. */
  private final List<Object> content = new ArrayList<>(4);

  /** @param name as it stands in the document, with its prefix */
  public XmlElement(String name) {
    this.name = name;
  }

  /** Adds an attribute; the first of two with one local name stays. */
  public void attribute(String attribute, String value) {
    if (attributes.isEmpty())
      attributes = new LinkedHashMap<>(4);
    attributes.putIfAbsent(local(attribute), value);
  }

  /** Appends a child element or a text. */
  public void add(Object child) {
    content.add(child);
  }

  /** The name as it stands in the document, with its prefix. */
  public String qualified() {
    return name;
  }

  /** The name without its prefix. */
  public String local() {
    return local(name);
  }

  /** The attribute of that local name, null for none. */
  public @Nullable String attribute(String local) {
    return attributes.get(local);
  }

  /** The attributes by local name. */
  public Map<String, String> attributes() {
    return attributes;
  }

  /** Elements and texts in document order. */
  public List<Object> content() {
    return content;
  }

  /** All text in it, as XPath's string-value. */
  public String text() {
    if (content.isEmpty())
      return "";
    if (content.size() == 1 && content.getFirst() instanceof String only)
      return only;
    var text = new StringBuilder();
    collect(text);
    return text.toString();
  }

  private void collect(StringBuilder text) {
    for (Object child : content)
      if (child instanceof XmlElement element)
        element.collect(text);
      else
        text.append(child);
  }

  static String local(String qualified) {
    int colon = qualified.indexOf(':');
    return colon < 0 ? qualified : qualified.substring(colon + 1);
  }
}
