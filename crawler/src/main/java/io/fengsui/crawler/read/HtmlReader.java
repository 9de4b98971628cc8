package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.path.CssQuery;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** HTML pages, as browsers read them. */
final class HtmlReader implements ItemReader {
  /** The last part of a selector, after a space or a combinator outside of brackets. */
  private static final Pattern LAST = Pattern.compile("[\\s>+~]+(?:[^\\s>+~()\\[\\]]|\\([^)]*\\)|\\[[^]]*])+$");
  private final String items;

  HtmlReader(String items) {
    this.items = items;
  }

  /** @throws Unreadable for a page that is larger than any list or article */
  static Document parse(ResponseText text) throws IOException, Unreadable {
    try (Reader reader = new PageBound(text.open())) {
      return Parser.htmlParser().parseInput(reader, text.address());
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof PageBound.Exceeded)
        throw new Unreadable(Cause.CHANGED_FORMAT, PageBound.MESSAGE);
      throw e.getCause();
    }
  }

  /** A whole page as one record. */
  static Item item(Document document) {
    return new HtmlItem(document, new HtmlPage(document));
  }

  @Override
  public Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    Document document = parse(text);
    HtmlPage page = new HtmlPage(document);
    int found = 0;
    for (Element record : CssQuery.of(items).elements(document)) {
      sink.accept(new HtmlItem(record, page));
      found++;
    }
    return new Outline(new HtmlItem(document, page), found > 0 ? null : missing(document));
  }

  @Override
  public void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    sink.accept(item(parse(text)));
  }

  /** An empty list is one whose frame is there: the selector without its last part still finds something. */
  private @Nullable String missing(Document page) {
    for (String selector : items.split(",(?![^(\\[]*[)\\]])")) {
      var last = LAST.matcher(selector.strip());
      if (!last.find() || !CssQuery.of(selector.strip().substring(0, last.start())).elements(page).isEmpty())
        return null;
    }
    return "nothing fits " + items + "; the page's title is \"" + page.title() + "\"";
  }
}
