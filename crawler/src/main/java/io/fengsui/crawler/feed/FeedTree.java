package io.fengsui.crawler.feed;

import io.fengsui.crawler.fetch.Cause;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Builds the elements of a feed while it is read and passes on each item; items are not kept. Strict and lenient reading both
 * come here, so that they mean the same.
 *
 * @param <X> what the sink may throw
 */
final class FeedTree<X extends Exception> {
  /** Elements inside one another. */
  static final int DEPTH = 100;
  /** Elements beside the items that are kept. */
  private static final int KEPT = 5_000;
  /** Characters in one item. */
  private static final int LARGEST = 16 << 20;
  /** A run of them is a mistake or an attack. */
  private static final int ATTRIBUTES = 1_000;
  private static final Set<String> CONTAINERS = Set.of("rss", "rdf:rdf", "rdf", "feed", "channel", "item", "entry");
  private final Feeds.Sink<X> sink;
  private final Namespaces namespaces = new Namespaces();
  private final List<FeedElement> open = new ArrayList<>();
  private final List<Hidden> hidden = new ArrayList<>();
  private @Nullable FeedElement root;
  private boolean atom;
  private int skip;
  private int itemDepth;
  private int characters;
  private int kept;
  private int items;

  /** @param skip items that were passed on before */
  FeedTree(Feeds.Sink<X> sink, int skip) {
    this.sink = sink;
    this.skip = skip;
  }

  private record Hidden(int depth, String prefix, @Nullable String uri) {}

  /** @param attributes names and values in turn, null for none */
  void open(String name, String @Nullable [] attributes) throws NotAFeed {
    if (open.size() >= DEPTH)
      throw new NotAFeed(Cause.TOO_DEEP, "elements are nested deeper than " + DEPTH);
    FeedElement parent = open.isEmpty() ? null : open.getLast();
    String base = parent == null ? null : parent.base();
    String language = parent == null ? null : parent.language();
    for (int i = 0; attributes != null && i < Math.min(attributes.length, 2 * ATTRIBUTES); i += 2)
      switch (attributes[i]) {
        case "xmlns" -> declare("", attributes[i + 1]);
        case "xml:base", "base" -> base = Addresses.base(base, attributes[i + 1]);
        case "xml:lang", "lang" -> language = attributes[i + 1].isBlank() ? null : attributes[i + 1].strip();
        default -> {
          if (attributes[i].startsWith("xmlns:"))
            declare(attributes[i].substring(6), attributes[i + 1]);
        }
      }
    push(new FeedElement(name, namespaces.known(name), attributes, base, language), parent);
  }

  private void declare(String prefix, String uri) {
    // An empty declaration says nothing that a feed could mean.
    if (!uri.isBlank())
      hidden.add(new Hidden(open.size(), prefix, namespaces.declare(prefix, uri)));
  }

  private void push(FeedElement element, @Nullable FeedElement parent) throws NotAFeed {
    open.add(element);
    if (parent == null)
      begin(element);
    else if (itemDepth == 0 && isItem(element))
      itemDepth = open.size();
    else if (itemDepth > 0 || kept++ < KEPT)
      parent.add(element);
  }

  private void begin(FeedElement element) throws NotAFeed {
    if (root != null)
      return;
    root = element;
    atom = element.known().equals("feed") && namespaces.standard().equals(Namespaces.ATOM);
    if (element.local().equalsIgnoreCase("html"))
      throw new NotAFeed(Cause.WRONG_FORMAT, "expected a feed, got an HTML page");
  }

  static boolean isItem(FeedElement element) {
    return element.known().equals("item") || element.known().equals("entry");
  }

  /** A text may come in several pieces; white space between the elements of a container means nothing. */
  void text(String text) throws NotAFeed {
    if (open.isEmpty() || text.isEmpty())
      return;
    FeedElement element = open.getLast();
    if (CONTAINERS.contains(element.known()) && text.isBlank())
      return;
    characters += text.length();
    if (characters > LARGEST)
      throw new NotAFeed(Cause.TOO_LARGE, "an item has more than " + LARGEST + " characters");
    element.add(text);
  }

  void close() throws X {
    int depth = open.size();
    FeedElement element = open.removeLast();
    while (!hidden.isEmpty() && hidden.getLast().depth() >= open.size()) {
      Hidden last = hidden.removeLast();
      namespaces.restore(last.prefix(), last.uri());
    }
    if (depth == itemDepth)
      pass(element);
    else if (itemDepth == 0)
      characters = 0;
  }

  private void pass(FeedElement item) throws X {
    itemDepth = 0;
    characters = 0;
    items++;
    if (skip > 0)
      skip--;
    else
      sink.item(item, root());
  }

  /** How deep what comes next lies. */
  int depth() {
    return open.size();
  }

  /** The element that was opened last and is not closed, null for none. */
  @Nullable
  FeedElement top() {
    return open.isEmpty() ? null : open.getLast();
  }

  /** The element that many steps down from the root. */
  FeedElement at(int depth) {
    return open.get(depth);
  }

  boolean insideItem() {
    return itemDepth > 0;
  }

  int itemDepth() {
    return itemDepth;
  }

  int items() {
    return items;
  }

  boolean isAtom() {
    return atom;
  }

  boolean sawUndeclared() {
    return namespaces.sawUndeclared();
  }

  /** The name that an element would be known by here. */
  String known(String name) {
    return namespaces.known(name);
  }

  /** The document's element; an empty one where there is none. */
  FeedElement root() {
    return root == null ? new FeedElement("", "", null, null, null) : root;
  }

  /** Whether what was read is a feed, be it an empty one. */
  boolean isFeed() {
    return items > 0 || root != null && CONTAINERS.contains(root.known());
  }
}
