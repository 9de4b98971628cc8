package io.fengsui.crawler.clean;

import java.util.Comparator;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** The part of a page that is not navigation: what the page marks as its main part, else where the paragraphs are densest. */
public final class MainText {
  private static final List<String> MARKED = List.of("main article", "article", "main", "[role=main]",
      "[itemprop=articleBody]");
  private static final String FURNITURE = "nav, header, footer, aside, form, [role=navigation], [aria-hidden=true]";
  /** A marked part shorter than this is a teaser, not the text. */
  private static final int ENOUGH = 80;

  private MainText() {}

  /** Plain text of the page's main part; empty where the page has no text. The page is not changed. */
  public static String of(Document page) {
    Document copy = page.clone();
    copy.select(FURNITURE).remove();
    for (String selector : MARKED) {
      var parts = copy.select(selector);
      if (parts.size() == 1 && parts.text().length() >= ENOUGH)
        return HtmlText.of(parts.getFirst());
    }
    return HtmlText.of(densest(copy.body()));
  }

  private static Element densest(Element body) {
    return body.select("p").stream().map(Element::parent).distinct()
        .filter(parent -> parent != null).max(Comparator.comparingInt(MainText::weight)).orElse(body);
  }

  private static int weight(Element parent) {
    return parent.children().stream().filter(child -> child.normalName().equals("p"))
        .mapToInt(child -> child.text().length() - child.select("a").text().length()).sum();
  }
}
