package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.HtmlText;
import io.fengsui.crawler.clean.MainText;
import io.fengsui.crawler.path.CssQuery;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** An element of a page. */
record HtmlItem(Element element, Document page, Map<String, CssQuery> queries) implements Item {
  @Override
  public List<String> texts(String path) {
    if (path.equals(CssQuery.MAIN_TEXT))
      return List.of(MainText.of(page));
    CssQuery query = query(path);
    String attribute = query.attribute();
    var texts = new ArrayList<String>();
    for (Element found : query.elements(start(path)))
      if (attribute == null)
        texts.add(HtmlText.of(found));
      else if (found.hasAttr(attribute))
        texts.add(found.attr(attribute));
    return texts;
  }

  @Override
  public List<Item> each(String path) {
    return query(path).elements(start(path)).stream().<Item>map(found -> new HtmlItem(found, page, queries)).toList();
  }

  private Element start(String path) {
    return path.startsWith("^") ? page : element;
  }

  private CssQuery query(String path) {
    return queries.computeIfAbsent(path, text -> CssQuery.of(text.startsWith("^") ? text.substring(1) : text));
  }

  @Override
  public String excerpt() {
    return element.text();
  }
}
