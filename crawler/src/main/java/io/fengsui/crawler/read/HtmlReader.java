package io.fengsui.crawler.read;

import io.fengsui.crawler.path.CssQuery;
import java.io.IOException;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
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
  private final Map<String, CssQuery> queries = new HashMap<>();

  HtmlReader(String items) {
    this.items = items;
  }

  static Document parse(ResponseText text) throws IOException {
    try (Reader reader = text.open()) {
      return Parser.htmlParser().parseInput(reader, text.address());
    }
  }

  @Override
  public Outline read(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    Document page = parse(text);
    int found = 0;
    for (Element record : CssQuery.of(items).elements(page)) {
      sink.accept(new HtmlItem(record, page, queries));
      found++;
    }
    return new Outline(new HtmlItem(page, page, queries), found > 0 ? null : missing(page));
  }

  @Override
  public void whole(ResponseText text, ItemSink sink) throws IOException, Unreadable {
    Document page = parse(text);
    sink.accept(new HtmlItem(page, page, queries));
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
