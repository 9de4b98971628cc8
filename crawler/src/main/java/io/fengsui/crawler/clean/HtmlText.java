package io.fengsui.crawler.clean;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/** HTML as plain text: blocks become lines, paragraphs are set apart by an empty line, scripts and styles are left out. */
public final class HtmlText {
  static final Set<String> PARAGRAPHS = Set.of("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol",
      "blockquote", "pre", "section", "article");
  private static final Set<String> SILENT = Set.of("script", "style", "head", "template", "noscript", "svg", "iframe",
      "object");

  private HtmlText() {}

  /** Plain text of a fragment of HTML; text without mark-up comes back as it is, its white space folded. */
  public static String of(String html) {
    if (html.indexOf('<') < 0)
      return PlainText.lines(html.indexOf('&') < 0 ? html : Parser.unescapeEntities(html, false));
    String bounded = html.length() > PlainText.MOST ? html.substring(0, PlainText.MOST) : html;
    CharSequence simple = SimpleHtml.of(bounded);
    return simple == null ? ofTree(bounded) : PlainText.lines(simple.toString());
  }

  static String ofTree(String html) {
    return of(Jsoup.parseBodyFragment(html).body());
  }

  /** Plain text of an element. */
  public static String of(Element element) {
    var text = new StringBuilder();
    element.traverse(new Collector(text));
    return PlainText.lines(text.toString());
  }

  private static final class Collector implements NodeVisitor {
    private final StringBuilder text;
    private int silent;

    Collector(StringBuilder text) {
      this.text = text;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words && silent == 0)
        // Line breaks in the source are white space; those that count come from the elements.
        text.append(words.getWholeText().replace('\n', ' ').replace('\r', ' '));
      else if (node instanceof Element element)
        open(element);
    }

    private void open(Element element) {
      if (SILENT.contains(element.normalName()))
        silent++;
      separate(element);
      if (element.normalName().equals("br"))
        text.append('\n');
    }

    @Override
    public void tail(Node node, int depth) {
      if (!(node instanceof Element element))
        return;
      if (SILENT.contains(element.normalName()))
        silent--;
      separate(element);
    }

    private void separate(Element element) {
      if (PARAGRAPHS.contains(element.normalName()))
        endWith(text, "\n\n");
      else if (element.normalName().equals("td") || element.normalName().equals("th"))
        text.append(' ');
      else if (element.isBlock())
        endWith(text, "\n");
    }
  }

  /** Nested blocks end together: their breaks are not added up. */
  static void endWith(StringBuilder text, String breaks) {
    int end = text.length();
    while (end > 0 && text.charAt(end - 1) == ' ')
      end--;
    int have = 0;
    while (have < 2 && end - have > 0 && text.charAt(end - have - 1) == '\n')
      have++;
    text.setLength(end);
    text.append(breaks, 0, Math.max(0, breaks.length() - have));
  }
}
