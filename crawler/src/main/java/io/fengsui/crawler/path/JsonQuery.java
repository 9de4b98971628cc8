package io.fengsui.crawler.path;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.mapper.Jackson3MappingProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JSONPath, compiled, over a tree of maps, lists and scalars. A path without {@code $} starts at the record. Immutable.
 *
 * <p>
 * Paths of names, {@code [*]} and indices are walked directly; all others go through the JSONPath library. Both find the same.
 */
public final class JsonQuery {
  private static final Jackson3MappingProvider MAPPING = new Jackson3MappingProvider();
  /** Characters in all texts that a path finds in a record. */
  private static final long LONGEST = 16L << 20;

  private final @Nullable List<JsonStep> steps;
  private final @Nullable JsonPath path;

  private JsonQuery(@Nullable List<JsonStep> steps, @Nullable JsonPath path) {
    this.steps = steps;
    this.path = path;
  }

  /**
   * Compiles a path.
   *
   * @throws IllegalArgumentException with what is wrong, in words for the author of the path
   */
  public static JsonQuery of(String text) {
    var steps = JsonStep.parse(text);
    return steps != null ? new JsonQuery(steps, null) : general(text);
  }

  /** The same path without the short cut; for comparison. */
  static JsonQuery general(String text) {
    if (!isClosed(text))
      throw new IllegalArgumentException("not a JSONPath: " + text + " (a bracket or quote is not closed)");
    try {
      return new JsonQuery(null, JsonPath.compile(JsonStep.rooted(text)));
    } catch (InvalidPathException | IndexOutOfBoundsException | NumberFormatException e) {
      throw new IllegalArgumentException("not a JSONPath: " + text + " (" + e.getMessage() + ")", e);
    }
  }

  /** The library lets an open bracket pass. */
  private static boolean isClosed(String text) {
    String bare = text.replaceAll("'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"", "");
    return bare.indexOf('\'') < 0 && bare.indexOf('"') < 0
        && bare.chars().filter(c -> c == '[').count() == bare.chars().filter(c -> c == ']').count()
        && bare.chars().filter(c -> c == '(').count() == bare.chars().filter(c -> c == ')').count();
  }

  /** The texts found, in document order; numbers as they were written. */
  public List<String> texts(@Nullable Object tree) {
    var found = new ArrayList<String>(2);
    long[] length = {0};
    find(tree, value -> Texts.of(value, text -> {
      length[0] += text.length() + 1L;
      if (length[0] > LONGEST)
        throw new Overrun("the path finds more than " + LONGEST + " characters in one record: " + words());
      found.add(text);
    }));
    return found;
  }

  /** The values found, lists unfolded. */
  public List<Object> nodes(@Nullable Object tree) {
    var found = new ArrayList<Object>(2);
    find(tree, value -> Texts.nodes(value, found::add));
    return found;
  }

  private void find(@Nullable Object tree, Consumer<@Nullable Object> sink) {
    if (tree == null)
      return;
    if (steps != null)
      JsonStep.walk(tree, steps, 0, sink);
    else if (path != null)
      library(tree, path, sink);
  }

  private String words() {
    return path == null ? String.valueOf(steps) : path.getPath();
  }

  private static void library(Object tree, JsonPath path, Consumer<@Nullable Object> sink) {
    var provider = new BoundedProvider();
    @Nullable
    Object found = null;
    try {
      found = path.<@Nullable Object>read(tree, Configuration.builder().jsonProvider(provider).mappingProvider(MAPPING)
          .options(Option.SUPPRESS_EXCEPTIONS).build());
    } catch (JsonPathException | ClassCastException | Overrun e) {
      // A filter that does not fit the record's types finds nothing in it.
      found = null;
    }
    // The library keeps exceptions to itself.
    if (provider.isOver())
      throw new Overrun("the path takes too long in one record: " + path.getPath());
    sink.accept(found);
  }
}
