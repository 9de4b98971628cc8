package io.fengsui.crawler.feed;

import io.fengsui.crawler.fetch.Cause;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Reads feeds: strictly and streamed as long as they are well formed, leniently from the first fault on. Both find the same where
 * both can read. Stateless, safe for several threads.
 */
public final class Feeds {
  /** Characters that are held for lenient reading; what is behind them is cut off. */
  private static final int HELD = 32 << 20;

  /** Items of a feed that is read whole; streamed, there may be more. */
  private static final int MOST_ITEMS = 200_000;

  /** White space before a JSON document. */
  private static final int BLANK = 1_000;

  private Feeds() {}

  /** Opens the text of a feed anew, from its first character; a byte order mark is left out. */
  @FunctionalInterface
  public interface Text {
    /** A new reader. */
    Reader open() throws IOException;
  }

  /**
   * Takes the items of a feed one by one.
   *
   * @param <X> what it may throw
   */
  @FunctionalInterface
  public interface Sink<X extends Exception> {
    /**
     * An item is complete.
     *
     * @param root the document's element with what stands beside the items so far
     */
    void item(FeedElement item, FeedElement root) throws X;
  }

  /**
   * How a feed was read.
   *
   * @param root      the document's element with what stands beside the items
   * @param items     how many were passed on
   * @param malformed what is wrong with it first, null where it is well formed
   * @param cutOff    whether it ended before its end
   */
  public record Outline(FeedElement root, int items, @Nullable String malformed, boolean cutOff) {}

  /**
   * Passes on the items of a feed one by one.
   *
   * @throws NotAFeed where it is something else, or beyond a limit; items before that were passed on
   */
  public static <X extends Exception> Outline read(Text text, Sink<X> sink) throws IOException, NotAFeed, X {
    try (Reader opened = text.open(); Reader reader = opened.markSupported() ? opened : new BufferedReader(opened)) {
      if (isJson(reader))
        return JsonFeed.read(reader, sink);
      return strict(reader, text, sink);
    }
  }

  private static <X extends Exception> Outline strict(Reader reader, Text text, Sink<X> sink)
      throws IOException, NotAFeed, X {
    var tree = new FeedTree<>(sink, 0);
    try {
      Prolog prolog = Prolog.of(reader);
      boolean declared = StrictFeed.read(prolog.text(), prolog.entities(), tree);
      String fault = declared ? "something stands before the document" : "an entity or a prefix is not declared";
      return outline(tree, declared && prolog.proper() ? null : fault, false);
    } catch (XMLStreamException fault) {
      if (fault.getNestedException() instanceof IOException io)
        throw io;
      return lenient(text, sink, tree.items(), StrictFeed.where(fault));
    }
  }

  /**
   * Reads a whole feed.
   *
   * @param contentType as the transport gives it, null for none
   * @param address     that it came from, null for none
   * @throws NotAFeed where it is something else, or beyond a limit
   */
  public static Feed read(byte[] bytes, @Nullable String contentType, @Nullable String address) throws NotAFeed {
    FeedEncoding encoding = FeedEncoding.of(bytes, contentType);
    String text = encoding.text(bytes);
    var items = new ArrayList<FeedEntry>();
    try {
      Outline outline = read(() -> new StringReader(text),
          (item, root) -> {
            if (items.size() == MOST_ITEMS)
              throw new NotAFeed(Cause.TOO_LARGE, "more than " + MOST_ITEMS + " items");
            items.add(Facts.entry(item, root, address));
          });
      Facts facts = Facts.channel(outline.root(), address);
      return new Feed(facts.value("title"), facts.value("link"), facts.value("language"), encoding.name(),
          outline.malformed() != null || !encoding.proper(), items);
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot fail", e);
    }
  }

  /** Reads on leniently: from the start, because namespaces and bases come from there, without the items that are known. */
  static <X extends Exception> Outline lenient(Text text, Sink<X> sink, int known, String fault)
      throws IOException, NotAFeed, X {
    var tree = new FeedTree<>(sink, known);
    try (Reader reader = text.open()) {
      Prolog prolog = Prolog.of(reader);
      String held = held(prolog.text());
      boolean ended = new LenientFeed<>(held, prolog.entities(), tree).read();
      return outline(tree, fault, !ended);
    }
  }

  private static <X extends Exception> Outline outline(FeedTree<X> tree, @Nullable String malformed, boolean cutOff)
      throws NotAFeed {
    if (!tree.isFeed())
      throw new NotAFeed(Cause.WRONG_FORMAT, "expected a feed (RSS, Atom or JSON Feed); the document's element is <"
          + tree.root().name() + ">");
    return new Outline(tree.root(), tree.items(), malformed, cutOff);
  }

  private static String held(Reader reader) throws IOException {
    var text = new StringBuilder();
    char[] block = new char[1 << 16];
    for (int read = reader.read(block); read > 0 && text.length() < HELD; read = reader.read(block))
      text.append(block, 0, read);
    return text.toString();
  }

  private static boolean isJson(Reader reader) throws IOException {
    reader.mark(BLANK + 1);
    int c = reader.read();
    for (int i = 1; i < BLANK && (c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\uFEFF'); i++)
      c = reader.read();
    reader.reset();
    return c == '{';
  }
}
