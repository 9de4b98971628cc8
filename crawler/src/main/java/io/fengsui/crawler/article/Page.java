package io.fengsui.crawler.article;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;

/** A page after one walk over its tree: all of its text, the parts that it falls into, and what it says about itself. */
final class Page {
  final Document document;
  /** All text in the order of the document, white space folded. */
  final StringBuilder text = new StringBuilder(1 << 14);
  /** In the order of the document: each box before what it holds. */
  final List<Part> parts = new ArrayList<>(512);
  final Head head = new Head();

  Page(Document document) {
    this.document = document;
  }

  static Page of(Document document) {
    var page = new Page(document);
    new Walk(page).walk();
    return page;
  }

  /** As the page declares it; empty where it does not. */
  String language() {
    var root = document.firstElementChild();
    String own = root == null ? "" : root.attr("lang").isEmpty() ? root.attr("xml:lang") : root.attr("lang");
    if (!own.isBlank())
      return own.strip();
    String meta = head.meta.getOrDefault("og:locale", head.meta.getOrDefault("content-language", ""));
    return meta.strip();
  }

  /** Whether its letters are Chinese, as far as a glance tells. */
  boolean isChinese() {
    int count = 0;
    for (int i = 0; i < text.length(); i += 1 + text.length() / 500)
      count += Character.isIdeographic(text.charAt(i)) ? 1 : 0;
    return count > 20 || count * 4 > text.length();
  }

  String text(int start, int end) {
    return text.substring(start, end);
  }
}
