package io.fengsui.crawler.article;

import io.fengsui.crawler.clean.HtmlText;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What an article page says, without its menus, adverts, related articles and comments.
 *
 * @param title     null where the page has none
 * @param text      main text, blocks as lines, paragraphs set apart by an empty line; empty where the page has no text
 * @param published null where the page does not say
 * @param author    null where the page does not say; several are set apart by commas
 * @param language  ISO 639, null where it cannot be told
 */
public record Article(@Nullable String title, String text, @Nullable Published published, @Nullable String author,
    @Nullable String language) {

  /** Bytes of a page that are read; no article is longer. */
  public static final int MOST = 4 << 20;

  /**
   * Reads a parsed page, which is not changed.
   *
   * @param address where it was found, null where that is not known; a date in it is a clue
   */
  public static Article of(Document document, @Nullable URI address) {
    Page page = Page.of(document);
    LinkedData linked = LinkedData.of(page.head.linkedData);
    Titles.Found title = Titles.of(page, linked.headline);
    MainPart main = MainPart.of(page, title.heading());
    String text = fuller(Prose.of(page, main, title).text(), linked.body);
    return new Article(title.title(), text, PublicationDate.of(page, linked, title, main, address),
        Authors.of(page, linked, title, main), Tongue.of(page, linked, text));
  }

  /** Pages that build themselves in the browser show little, but some say all of it in their linked data. */
  private static String fuller(String shown, @Nullable String said) {
    if (said == null || said.length() < shown.length() * 2)
      return shown;
    String text = HtmlText.of(said);
    return text.length() < shown.length() * 2 ? shown : text;
  }

  /** Reads a page as it was received, at most its first {@value #MOST} bytes. */
  public static Article of(byte[] bytes, @Nullable URI address) {
    return of(Jsoup.parse(Encoding.text(bytes, MOST), address == null ? "" : address.toString()), address);
  }
}
