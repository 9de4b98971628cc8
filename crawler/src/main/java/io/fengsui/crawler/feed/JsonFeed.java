package io.fengsui.crawler.feed;

import io.fengsui.crawler.fetch.Cause;
import java.io.Reader;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * JSON Feed 1.0 and 1.1 (jsonfeed.org), streamed, as the elements of Atom that mean the same.
 *
 * @param <X> what the sink may throw
 */
final class JsonFeed<X extends Exception> {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(FeedTree.DEPTH).maxStringLength(16 << 20)
          .build())
      .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();
  /** Member, element, and the type of its content or the attribute that takes it. */
  private static final Map<String, String[]> PLAIN = Map.ofEntries(of("title", "title", "text"),
      of("id", "guid", "opaque"),
      of("url", "link", "@href"), of("home_page_url", "link", "@href"), of("summary", "summary", "text"),
      of("content_html", "content", "html"), of("content_text", "content", "text"),
      of("date_published", "published", ""), of("date_modified", "updated", ""), of("language", "language", ""),
      of("description", "subtitle", "text"), of("image", "image", ""), of("banner_image", "image", ""));
  private final JsonParser parser;
  private final FeedTree<X> tree;

  private JsonFeed(JsonParser parser, FeedTree<X> tree) {
    this.parser = parser;
    this.tree = tree;
  }

  private static Map.Entry<String, String[]> of(String member, String element, String as) {
    return Map.entry(member, new String[]{element, as});
  }

  static <X extends Exception> Feeds.Outline read(Reader text, Feeds.Sink<X> sink) throws NotAFeed, X {
    var tree = new FeedTree<X>(sink, 0);
    try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
      parser.nextToken();
      boolean feed = new JsonFeed<>(parser, tree).feed();
      if (!feed && tree.items() == 0)
        throw new NotAFeed(Cause.WRONG_FORMAT, "expected a feed, got JSON without the version and items of JSON Feed");
      return new Feeds.Outline(tree.root(), tree.items(), null, false);
    } catch (StreamConstraintsException e) {
      throw new NotAFeed(Cause.TOO_LARGE, String.valueOf(e.getOriginalMessage()));
    } catch (JacksonException e) {
      return broken(tree, String.valueOf(e.getOriginalMessage()));
    }
  }

  private static <X extends Exception> Feeds.Outline broken(FeedTree<X> tree, String message) throws NotAFeed, X {
    if (tree.items() == 0 && tree.root().content().isEmpty())
      throw new NotAFeed(Cause.MALFORMED, message);
    while (tree.depth() > 0)
      tree.close();
    return new Feeds.Outline(tree.root(), tree.items(), message, true);
  }

  private boolean feed() throws NotAFeed, X {
    boolean seen = false;
    tree.open("feed", new String[]{"xmlns", Namespaces.ATOM});
    while (parser.nextToken() != null && parser.currentToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if (name.equals("version"))
        seen |= String.valueOf(parser.getValueAsString()).contains("jsonfeed.org");
      if (name.equals("items") && parser.currentToken() == JsonToken.START_ARRAY) {
        seen = true;
        while (parser.nextToken() != JsonToken.END_ARRAY)
          item();
      } else
        member(name);
    }
    tree.close();
    return seen;
  }

  private void item() throws NotAFeed, X {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    tree.open("entry", null);
    members();
    tree.close();
  }

  private void members() throws NotAFeed, X {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      member(name);
    }
  }

  private void member(String name) throws NotAFeed, X {
    String[] plain = PLAIN.get(name);
    if (name.equals("tags") || name.equals("authors"))
      each(name);
    else if (name.equals("author"))
      author();
    else if (plain != null && parser.currentToken().isScalarValue() && parser.currentToken() != JsonToken.VALUE_NULL)
      scalar(plain[0], plain[1], String.valueOf(parser.getValueAsString()));
    else
      parser.skipChildren();
  }

  private void each(String name) throws NotAFeed, X {
    if (parser.currentToken() != JsonToken.START_ARRAY) {
      parser.skipChildren();
      return;
    }
    while (parser.nextToken() != JsonToken.END_ARRAY)
      if (name.equals("authors"))
        author();
      else if (parser.currentToken().isScalarValue())
        scalar("category", "@term", String.valueOf(parser.getValueAsString()));
      else
        parser.skipChildren();
  }

  private void author() throws NotAFeed, X {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    tree.open("author", null);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = parser.currentName();
      parser.nextToken();
      if ((name.equals("name") || name.equals("url")) && parser.currentToken().isScalarValue())
        scalar(name, "", String.valueOf(parser.getValueAsString()));
      else
        parser.skipChildren();
    }
    tree.close();
  }

  private void scalar(String element, String as, @Nullable String value) throws NotAFeed, X {
    String text = value == null ? "" : value;
    if (as.startsWith("@"))
      tree.open(element, new String[]{as.substring(1), text});
    else {
      // An id of JSON Feed is no address, even where it looks like one.
      tree.open(element, as.isEmpty()
          ? null
          : element.equals("guid")
              ? new String[]{"isPermaLink", "false"}
              : new String[]{"type", as});
      tree.text(text);
    }
    tree.close();
  }
}
