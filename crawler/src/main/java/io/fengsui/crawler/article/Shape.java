package io.fengsui.crawler.article;

import java.util.HashMap;
import java.util.Map;

/** What an element does to the text inside it. */
enum Shape {
  INLINE, LINK, BREAK, BLOCK, PARAGRAPH, HEADING, LIST, ITEM, TABLE, ROW, CELL, QUOTE, CODE, FIGURE, CAPTION, ARTICLE, MAIN, NAVIGATION, ASIDE, FOOTER, HEADER, FORM, TIME,
  /** Speaks about the page. */
  HEAD,
  /** Has no text. */
  VOID,
  /** Its text is no text of the page. */
  SILENT;

  private static final Map<String, Shape> BY_TAG = byTag();

  /** Of a tag in lower case. Tags that no standard knows are blocks where they are custom elements. */
  static Shape of(String tag) {
    Shape shape = BY_TAG.get(tag);
    if (shape != null)
      return shape;
    return tag.indexOf('-') > 0 ? BLOCK : INLINE;
  }

  private static Map<String, Shape> byTag() {
    var shapes = new HashMap<String, Shape>();
    put(shapes, LINK, "a");
    put(shapes, BREAK, "br");
    put(shapes, BLOCK, "html body div section center address details fieldset hr dl main-content");
    put(shapes, PARAGRAPH, "p summary");
    put(shapes, HEADING, "h1 h2 h3 h4 h5 h6");
    put(shapes, LIST, "ul ol");
    put(shapes, ITEM, "li dt dd");
    put(shapes, TABLE, "table tbody thead tfoot caption");
    put(shapes, ROW, "tr");
    put(shapes, CELL, "td th");
    put(shapes, QUOTE, "blockquote");
    put(shapes, CODE, "pre");
    put(shapes, FIGURE, "figure");
    put(shapes, CAPTION, "figcaption");
    put(shapes, ARTICLE, "article");
    put(shapes, MAIN, "main");
    put(shapes, NAVIGATION, "nav menu");
    put(shapes, ASIDE, "aside");
    put(shapes, FOOTER, "footer");
    put(shapes, HEADER, "header hgroup");
    put(shapes, FORM, "form");
    put(shapes, TIME, "time");
    put(shapes, HEAD, "head title meta link script");
    put(shapes, VOID, "img source wbr area col track param base");
    put(shapes, SILENT, "style template noscript svg math iframe object embed applet audio video"
        + " canvas input select option datalist button textarea label legend progress meter map frameset noframes dialog");
    return Map.copyOf(shapes);
  }

  private static void put(Map<String, Shape> shapes, Shape shape, String tags) {
    for (String tag : tags.split(" "))
      shapes.put(tag, shape);
  }

  boolean isInline() {
    return this == INLINE || this == LINK || this == BREAK || this == TIME || this == HEAD;
  }
}
