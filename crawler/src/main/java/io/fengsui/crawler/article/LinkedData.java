package io.fengsui.crawler.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/** What a page's linked data (JSON-LD, schema.org) says about its article. */
final class LinkedData {
  private static final JsonFactory JSON = JsonFactory.builder()
      .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA,
          JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER, JsonReadFeature.ALLOW_JAVA_COMMENTS)
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(100).build()).build();
  private static final int LONGEST = 1 << 19;

  @Nullable
  String published;
  @Nullable
  String created;
  @Nullable
  String modified;
  @Nullable
  String headline;
  @Nullable
  String author;
  @Nullable
  String body;
  @Nullable
  String language;
  private int rank = -1;

  /** One object while it is read. */
  private static final class Thing {
    final @Nullable String field;
    final @Nullable Thing outer;
    String type = "";
    @Nullable
    String name;
    @Nullable
    String published;
    @Nullable
    String created;
    @Nullable
    String modified;
    @Nullable
    String headline;
    @Nullable
    String body;
    @Nullable
    String language;
    final List<String> authors = new ArrayList<>();

    Thing(@Nullable String field, @Nullable Thing outer) {
      this.field = field;
      this.outer = outer;
    }
  }

  static LinkedData of(List<String> scripts) {
    var data = new LinkedData();
    for (String script : scripts)
      if (script.length() < LONGEST)
        data.read(script);
    return data;
  }

  private void read(String script) {
    int from = 0;
    while (from < script.length() && script.charAt(from) != '{' && script.charAt(from) != '[')
      from++;
    Deque<Thing> open = new ArrayDeque<>();
    try (JsonParser parser = JSON.createParser(script.substring(from))) {
      String field = null;
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken())
        switch (token) {
          case PROPERTY_NAME -> field = parser.currentName();
          case START_OBJECT -> open.push(new Thing(field, open.peek()));
          case END_OBJECT -> {
            Thing closed = open.pop();
            close(closed);
            field = closed.field;
          }
          case VALUE_STRING -> {
            if (!open.isEmpty() && field != null)
              take(open.peek(), field, parser.getString());
          }
          default -> {
          }
        }
    } catch (JacksonException e) {
      // What was read before the fault counts.
      while (!open.isEmpty())
        close(open.pop());
    }
  }

  private static void take(Thing thing, String field, String value) {
    switch (field) {
      case "@type" -> thing.type = thing.type + " " + value;
      case "name" -> thing.name = first(thing.name, value);
      case "datePublished", "pubDate" -> thing.published = first(thing.published, value);
      case "dateCreated", "uploadDate" -> thing.created = first(thing.created, value);
      case "dateModified" -> thing.modified = first(thing.modified, value);
      case "headline" -> thing.headline = first(thing.headline, value);
      case "articleBody" -> thing.body = first(thing.body, value);
      case "inLanguage" -> thing.language = first(thing.language, value);
      case "author" -> thing.authors.add(value);
      default -> {
      }
    }
  }

  private static String first(@Nullable String known, String value) {
    return known == null ? value : known;
  }

  private void close(Thing thing) {
    if ("author".equals(thing.field) && thing.outer != null && thing.name != null)
      thing.outer.authors.add(thing.name);
    int value = rank(thing);
    if (value <= rank)
      return;
    rank = value;
    published = thing.published;
    created = thing.created;
    modified = thing.modified;
    headline = thing.headline;
    body = thing.body;
    language = thing.language;
    author = thing.authors.isEmpty() ? null : String.join(", ", new java.util.LinkedHashSet<>(thing.authors));
  }

  /** Articles before pages before anything else that has a date; comments and other articles named by one count for nothing. */
  private static int rank(Thing thing) {
    if (thing.published == null && thing.created == null && thing.headline == null && thing.modified == null)
      return -1;
    String type = thing.type.toLowerCase(Locale.ROOT);
    if (type.contains("comment") || type.contains("review") || type.contains("answer") || type.contains("image"))
      return -1;
    int inner = thing.outer != null && !thing.outer.type.isEmpty() ? 0 : 1;
    if (type.contains("article") || type.contains("posting") || type.contains("report"))
      return 6 + inner;
    if (type.contains("recipe") || type.contains("book") || type.contains("podcast") || type.contains("question"))
      return 4 + inner;
    return type.contains("webpage") ? 2 + inner : inner;
  }
}
