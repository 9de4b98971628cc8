package io.fengsui.crawler.read;

import io.fengsui.crawler.article.Article;
import io.fengsui.crawler.path.CssQuery;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** What the records of one page share: the page, compiled selectors, and its article once it was asked for. For one thread. */
final class HtmlPage {
  private final Document document;
  private final Map<String, CssQuery> queries = new HashMap<>();
  private @Nullable Article article;

  HtmlPage(Document document) {
    this.document = document;
  }

  Document document() {
    return document;
  }

  CssQuery query(String path) {
    return queries.computeIfAbsent(path, text -> CssQuery.of(text.startsWith("^") ? text.substring(1) : text));
  }

  /** What the page as a whole says. */
  List<String> said(String path) {
    Article said = article();
    Object value = switch (path) {
      case CssQuery.MAIN_TITLE -> said.title();
      case CssQuery.MAIN_DATE -> said.published();
      case CssQuery.MAIN_AUTHOR -> said.author();
      case CssQuery.MAIN_LANGUAGE -> said.language();
      default -> said.text();
    };
    return value == null ? List.of() : List.of(value.toString());
  }

  private Article article() {
    Article known = article;
    if (known == null)
      article = known = Article.of(document, address());
    return known;
  }

  private @Nullable URI address() {
    try {
      return new URI(document.location());
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
