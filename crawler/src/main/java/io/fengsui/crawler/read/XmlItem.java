package io.fengsui.crawler.read;

import io.fengsui.crawler.path.XmlElement;
import io.fengsui.crawler.path.XmlQuery;
import io.fengsui.crawler.path.XmlTree;
import java.util.List;
import java.util.Map;

/**
 * An XML element.
 *
 * @param root the document's element, still growing while the document is read
 */
record XmlItem(XmlTree tree, XmlElement root, Map<String, XmlQuery> queries) implements Item {
  @Override
  public List<String> texts(String path) {
    return query(path).texts(start(path));
  }

  @Override
  public List<Item> each(String path) {
    return query(path).elements(start(path)).stream()
        .<Item>map(element -> new XmlItem(new XmlTree(element), root, queries)).toList();
  }

  private XmlTree start(String path) {
    return path.startsWith("^") ? new XmlTree(root) : tree;
  }

  private XmlQuery query(String path) {
    return queries.computeIfAbsent(path, text -> XmlQuery.of(text.startsWith("^") ? text.substring(1) : text));
  }

  @Override
  public String excerpt() {
    return tree.root().text();
  }
}
