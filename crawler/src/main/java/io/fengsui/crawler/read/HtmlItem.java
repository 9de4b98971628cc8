package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.HtmlText;
import io.fengsui.crawler.path.CssQuery;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** An element of a page. */
record HtmlItem(Element element, HtmlPage page) implements Item {
  @Override
  public List<String> texts(String path) {
    if (CssQuery.isOfPage(path))
      return page.said(path);
    CssQuery query = page.query(path);
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
    return page.query(path).elements(start(path)).stream().<Item>map(found -> new HtmlItem(found, page)).toList();
  }

  private Element start(String path) {
    return path.startsWith("^") ? page.document() : element;
  }

  @Override
  public String excerpt() {
    return element.text();
  }
}
