package io.fengsui.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An element of a feed. Built by one thread, then only read. */
public final class FeedElement {
  private static final String[] NONE = {};
  private final String name;
  private final String known;
  private final String[] attributes;
  private final @Nullable String base;
  private final @Nullable String language;
  private List<Object> content = List.of();

  FeedElement(String name, String known, String @Nullable [] attributes, @Nullable String base,
      @Nullable String language) {
    this.name = name;
    this.known = known;
    this.attributes = attributes == null ? NONE : attributes;
    this.base = base;
    this.language = language;
  }

  void add(Object child) {
    if (content.isEmpty())
      content = new ArrayList<>(4);
    content.add(child);
  }

  /** The name as it stands in the feed, with its prefix. */
  public String name() {
    return name;
  }

  /** In lower case, with the prefix that is usual for its namespace; none for RSS and Atom. */
  String known() {
    return known;
  }

  /** The name without its prefix. */
  public String local() {
    return name.substring(name.indexOf(':') + 1);
  }

  /** Whether it has that name, with the prefix it has in the feed or the one that is usual for its namespace. */
  public boolean isNamed(String other) {
    return name.equals(other) || known.length() == other.length() && known.equalsIgnoreCase(other);
  }

  /** Whether it has that name after its prefix. */
  public boolean isLocallyNamed(String other) {
    return name.endsWith(other) && local().equals(other);
  }

  /** An address that stands in it, made absolute where the feed gives a base for it. */
  public String resolve(String address) {
    return Addresses.resolve(base, address.strip());
  }

  /** The attribute of that name, without regard to case and prefix, null for none. */
  public @Nullable String attribute(String local) {
    for (int i = 0; i < attributes.length; i += 2) {
      String each = attributes[i];
      if (each.regionMatches(true, each.indexOf(':') + 1, local, 0, local.length())
          && each.length() == each.indexOf(':') + 1 + local.length())
        return attributes[i + 1];
    }
    return null;
  }

  /** The attribute in lower case and trimmed, or what stands for it where there is none. */
  String attribute(String local, String otherwise) {
    String value = attribute(local);
    return value == null ? otherwise : value.strip().toLowerCase(Locale.ROOT);
  }

  /** Names and values in turn. */
  String[] attributes() {
    return attributes;
  }

  /** Elements and texts (String) in document order. */
  public List<Object> content() {
    return content;
  }

  /** The address that links in it are relative to, null where the feed does not say (xml:base). */
  public @Nullable String base() {
    return base;
  }

  /** The language of what is in it, null where the feed does not say (xml:lang). */
  @Nullable
  String language() {
    return language;
  }

  /** All text in it. */
  public String text() {
    if (content.isEmpty())
      return "";
    if (content.size() == 1 && content.getFirst() instanceof String only)
      return only;
    var text = new StringBuilder();
    collect(text, true);
    return text.toString();
  }

  /** The text that stands in it directly. */
  String ownText() {
    if (content.size() == 1 && content.getFirst() instanceof String only)
      return only;
    var text = new StringBuilder();
    collect(text, false);
    return text.toString();
  }

  private void collect(StringBuilder text, boolean deep) {
    for (Object child : content)
      if (child instanceof String words)
        text.append(words);
      else if (deep && child instanceof FeedElement element)
        element.collect(text, true);
  }
}
