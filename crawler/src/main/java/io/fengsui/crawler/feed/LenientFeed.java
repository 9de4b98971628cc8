package io.fengsui.crawler.feed;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what calls itself a feed and is not well formed: tags that are not closed or not opened, bare ampersands, control
 * characters, a text that ends anywhere.
 *
 * @param <X> what the sink may throw
 */
final class LenientFeed<X extends Exception> {
  /** Elements that hold a short text and no other of their kind: one that opens inside another shows that that one was not closed. */
  private static final Set<String> SHORT = Set.of("title", "link", "guid", "id", "pubdate", "published", "updated",
      "modified", "issued", "created", "category", "language", "lastbuilddate", "dc:date", "dc:creator", "dc:title",
      "dc:subject", "dc:language", "copyright", "generator", "ttl", "docs", "comments", "managingeditor", "webmaster");
  private static final Set<String> LONG = Set.of("description", "summary", "content", "content:encoded", "item",
      "entry",
      "subtitle", "tagline", "author");
  /** Characters in which the end of a short text is looked for. */
  private static final int NEAR = 1_000;
  private final String source;
  private final Markup markup;
  private final Map<String, String> entities;
  private final FeedTree<X> tree;
  private int ignored;

  LenientFeed(String source, Map<String, String> entities, FeedTree<X> tree) {
    this.source = source;
    this.markup = new Markup(source);
    this.entities = entities;
    this.tree = tree;
  }

  /**
   * Reads to the end.
   *
   * @return whether the document's element was closed; if not, the text was cut off
   */
  boolean read() throws NotAFeed, X {
    boolean ended = false;
    for (Markup.Part part = markup.next(); part != Markup.Part.END; part = markup.next()) {
      switch (part) {
        case OPEN -> open();
        case CLOSE -> close(markup.name());
        case TEXT -> tree.text(clean(Entities.decode(markup.text(), entities)));
        case CDATA -> tree.text(clean(markup.text()));
        default -> {
        }
      }
      ended |= tree.depth() == 0 && part != Markup.Part.TEXT;
    }
    while (tree.depth() > 0)
      tree.close();
    return ended;
  }

  private void open() throws NotAFeed, X {
    String known = tree.known(markup.name());
    mend(known);
    // What is nested too deep is read as if its tags were not there.
    if (tree.depth() >= FeedTree.DEPTH - 1) {
      ignored += markup.isEmpty() ? 0 : 1;
      return;
    }
    tree.open(markup.name(), attributes(markup.attributes()));
    if (markup.isEmpty())
      tree.close();
  }

  private String @Nullable [] attributes(List<String> given) {
    String[] attributes = given.toArray(new String[0]);
    for (int i = 1; i < attributes.length; i += 2)
      attributes[i] = clean(Entities.decode(attributes[i], entities));
    return attributes.length == 0 ? null : attributes;
  }

  /** Closes what was forgotten before an element that cannot stand inside it. */
  private void mend(String known) throws X {
    if (tree.insideItem() && (known.equals("item") || known.equals("entry"))) {
      closeTo(tree.itemDepth() - 1);
      return;
    }
    FeedElement top = tree.top();
    boolean sibling = SHORT.contains(known) || LONG.contains(known);
    if (sibling && top != null && SHORT.contains(top.known()) && !isClosedLater(top.name()))
      tree.close();
  }

  /** Whether the element's end tag comes before another of its kind and before the item's. */
  private boolean isClosedLater(String name) {
    int end = find("</" + name, NEAR);
    if (end < 0)
      return false;
    int length = end - markup.position();
    return find('<' + name, length) < 0 && find("</item", length) < 0 && find("</entry", length) < 0
        && find("<item", length) < 0;
  }

  private int find(String mark, int length) {
    int from = Math.min(markup.position(), source.length());
    return source.indexOf(mark, from, Math.min(source.length(), from + length));
  }

  private void close(String name) throws X {
    if (ignored > 0) {
      ignored--;
      return;
    }
    for (int depth = tree.depth() - 1; depth >= 0; depth--)
      if (tree.at(depth).name().equalsIgnoreCase(name)) {
        closeTo(depth);
        return;
      }
  }

  private void closeTo(int depth) throws X {
    while (tree.depth() > depth)
      tree.close();
  }

  /** XML forbids controls; line breaks are one character (XML 1.0, section 2.11). */
  private static String clean(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad = c < ' ' && c != '\n' && c != '\t' || c >= '\uFFFE';
      if (bad && out == null)
        out = new StringBuilder(text.length()).append(text, 0, i);
      if (out != null)
        if (!bad)
          out.append(c);
        else if (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'))
          out.append('\n');
    }
    return out == null ? text : out.toString();
  }

}
