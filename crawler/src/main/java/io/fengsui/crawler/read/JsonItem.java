package io.fengsui.crawler.read;

import io.fengsui.crawler.path.JsonQuery;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A JSON value. */
record JsonItem(@Nullable Object tree, @Nullable Object root, Map<String, JsonQuery> queries) implements Item {
  @Override
  public List<String> texts(String path) {
    return query(path).texts(path.startsWith("^") ? root : tree);
  }

  @Override
  public List<Item> each(String path) {
    return query(path).nodes(path.startsWith("^") ? root : tree).stream()
        .<Item>map(node -> new JsonItem(node, root, queries)).toList();
  }

  private JsonQuery query(String path) {
    return queries.computeIfAbsent(path, text -> JsonQuery.of(text.startsWith("^") ? text.substring(1) : text));
  }

  @Override
  public String excerpt() {
    return String.valueOf(tree);
  }
}
