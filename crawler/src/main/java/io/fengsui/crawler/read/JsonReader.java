package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.path.JsonQuery;
import io.fengsui.crawler.path.JsonStep;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.StreamConstraintsException;

/**
 * JSON, streamed: one record at a time is held. Several values one after the other (NDJSON) are read like one. An array where
 * a record should be is read record by record.
 */
final class JsonReader implements ItemReader {
  private final String items;
  private final @Nullable List<JsonStep> steps;
  private final boolean keepsRoot;
  private final Map<String, JsonQuery> queries = new HashMap<>();

  JsonReader(String items, boolean keepsRoot) {
    this.items = items;
    this.steps = JsonStep.parse(items);
    this.keepsRoot = keepsRoot;
  }

  @Override
  public Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    return parsed(text, parser -> steps == null ? searched(parser, sink) : new Walk(parser, steps, sink).read());
  }

  @Override
  public void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    parsed(text, parser -> {
      while (parser.nextToken() != null) {
        Object tree = JsonTree.read(parser);
        sink.accept(new JsonItem(tree, tree, queries));
      }
      return List.of();
    });
  }

  private static <T> T parsed(ResponseText text, Parsing<T> parsing) throws IOException, Unreadable {
    try (Reader reader = text.open();
        JsonParser parser = JsonTree.FACTORY.createParser(ObjectReadContext.empty(), reader)) {
      return parsing.of(parser);
    } catch (StreamConstraintsException e) {
      boolean deep = String.valueOf(e.getMessage()).contains("depth");
      throw new Unreadable(deep ? Cause.TOO_DEEP : Cause.TOO_LARGE, JsonTree.where(e));
    } catch (JacksonException e) {
      throw new Unreadable(Cause.MALFORMED, JsonTree.where(e));
    }
  }

  private interface Parsing<T> {
    T of(JsonParser parser) throws Unreadable;
  }

  /** A path that does not tell the way beforehand needs the whole document. */
  private Outline searched(JsonParser parser, ItemSink sink) throws Unreadable {
    parser.nextToken();
    Object tree = JsonTree.read(parser);
    var found = JsonQuery.of(items).nodes(tree);
    for (Object each : found)
      sink.accept(new JsonItem(each, tree, queries));
    while (parser.nextToken() != null)
      parser.skipChildren();
    return new Outline(new JsonItem(tree, tree, queries), null);
  }

  /** Follows the steps down to the records; what lies beside the way is kept only where it is asked for. */
  private final class Walk {
    private final JsonParser parser;
    private final List<JsonStep> way;
    private final ItemSink sink;
    private final Map<String, Object> root = new LinkedHashMap<>();
    private boolean placeSeen;

    Walk(JsonParser parser, List<JsonStep> way, ItemSink sink) {
      this.parser = parser;
      this.way = way;
      this.sink = sink;
    }

    Outline read() throws Unreadable {
      while (parser.nextToken() != null)
        walk(0, root);
      String has = root.isEmpty() ? "the document is built otherwise" : "the document has " + root.keySet();
      return new Outline(new JsonItem(root, root, queries), placeSeen ? null : "nothing at " + items + "; " + has);
    }

    private void walk(int at, Map<String, Object> beside) throws Unreadable {
      if (at == way.size() || way.get(at) instanceof JsonStep.Every)
        placeSeen |= at == way.size() || parser.currentToken().isStructStart()
            || parser.currentToken() == JsonToken.VALUE_NULL;
      if (at == way.size())
        emit();
      else if (parser.currentToken() == JsonToken.START_OBJECT)
        members(at, beside);
      else if (parser.currentToken() == JsonToken.START_ARRAY)
        elements(at);
    }

    private void members(int at, Map<String, Object> beside) throws Unreadable {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        if (way.get(at) instanceof JsonStep.Every || way.get(at).equals(new JsonStep.Name(name)))
          walk(at + 1, inside(at, beside, name));
        else
          keep(beside, name);
      }
    }

    private void elements(int at) throws Unreadable {
      for (int index = 0; parser.nextToken() != JsonToken.END_ARRAY; index++)
        if (way.get(at) instanceof JsonStep.Every || way.get(at).equals(new JsonStep.Index(index)))
          walk(at + 1, new HashMap<>());
        else
          parser.skipChildren();
    }

    /** Objects on the way are part of the root; the records themselves are not. */
    private Map<String, Object> inside(int at, Map<String, Object> beside, String name) {
      var inner = new LinkedHashMap<String, Object>();
      if (keepsRoot && way.get(at) instanceof JsonStep.Name && parser.currentToken() == JsonToken.START_OBJECT)
        beside.put(name, inner);
      return inner;
    }

    private void keep(Map<String, Object> beside, String name) {
      Object value = keepsRoot ? JsonTree.read(parser) : "";
      if (!keepsRoot)
        parser.skipChildren();
      if (value != null)
        beside.put(name, value);
    }

    private void emit() throws Unreadable {
      if (parser.currentToken() == JsonToken.START_ARRAY)
        while (parser.nextToken() != JsonToken.END_ARRAY)
          emit();
      else {
        Object tree = JsonTree.read(parser);
        if (tree != null)
          sink.accept(new JsonItem(tree, root, queries));
      }
    }
  }
}
