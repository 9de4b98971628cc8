package io.fengsui.crawler.clean;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The text of HTML that is simple and well nested, as most in feeds and APIs is, without building its tree. Yields what {@link HtmlText}
 * finds in the tree, or nothing where the tree could be other than the text looks.
 */
final class SimpleHtml {
  private static final Set<String> INLINE = Set.of("a", "b", "i", "em", "strong", "u", "span", "small", "sub", "sup",
      "font",
      "code", "cite", "abbr", "s", "strike", "big", "tt", "img", "wbr");
  /** Blocks and the breaks around them. */
  private static final Map<String, String> BLOCKS = Stream
      .of("p", "div", "ul", "ol", "li", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section", "article")
      .filter(name -> Tag.valueOf(name).isBlock())
      .collect(Collectors.toMap(name -> name, name -> HtmlText.PARAGRAPHS.contains(name) ? "\n\n" : "\n"));
  private static final String[] COMMON = {"&amp;", "&nbsp;", "&lt;", "&gt;", "&quot;"};
  private static final String MEANT = "&\u00A0<>\"";
  private static final int DEPTH = 64;
  private final String html;
  private final StringBuilder text;
  private final String[] open = new String[DEPTH];
  private int depth;
  private int paragraphs;

  private SimpleHtml(String html) {
    this.html = html;
    this.text = new StringBuilder(html.length());
  }

  /** The text, its white space not folded yet; null where the HTML is not simple. */
  static @Nullable CharSequence of(String html) {
    return html.indexOf('\0') >= 0 ? null : new SimpleHtml(html).read();
  }

  private @Nullable CharSequence read() {
    int from = 0;
    int tag = html.indexOf('<');
    while (tag >= 0) {
      words(from, tag);
      from = tag(tag + 1);
      if (from < 0)
        return null;
      tag = html.indexOf('<', from);
    }
    words(from, html.length());
    return text;
  }

  private void words(int from, int to) {
    int at = from;
    for (int amp = html.indexOf('&', at, to); amp >= 0; amp = html.indexOf('&', at, to)) {
      plain(html, at, amp);
      at = reference(amp, to);
    }
    plain(html, at, to);
  }

  /** Line breaks in the source are white space; those that count come from the elements. */
  private void plain(String from, int start, int end) {
    int at = start;
    for (int i = lineEnd(from, at, end); i >= 0; i = lineEnd(from, at, end)) {
      text.append(from, at, i).append(' ');
      at = i + 1;
    }
    text.append(from, at, end);
  }

  private static int lineEnd(String from, int start, int end) {
    int feed = from.indexOf('\n', start, end);
    int carriage = from.indexOf('\r', start, feed < 0 ? end : feed);
    return carriage < 0 ? feed : carriage;
  }

  /** Appends what a reference stands for, and returns where to go on. */
  private int reference(int amp, int to) {
    for (int i = 0; i < COMMON.length; i++)
      if (amp + COMMON[i].length() <= to && html.charAt(amp + 1) == COMMON[i].charAt(1)
          && html.startsWith(COMMON[i], amp)) {
        text.append(MEANT.charAt(i));
        return amp + COMMON[i].length();
      }
    String decoded = Parser.unescapeEntities(html.substring(amp, to), false);
    plain(decoded, 0, decoded.length());
    return to;
  }

  /** Takes the tag whose name begins there and returns where it ends, negative where it is not simple. */
  private int tag(int from) {
    boolean closes = from < html.length() && html.charAt(from) == '/';
    int start = closes ? from + 1 : from;
    int end = start;
    boolean upper = false;
    while (end < html.length() && isNamed(html.charAt(end)))
      upper |= html.charAt(end++) < 'a';
    int close = end == start ? -1 : end(end);
    if (close < 0)
      return -1;
    String name = upper ? html.substring(start, end).toLowerCase(Locale.ROOT) : html.substring(start, end);
    boolean known = name.equals("br")
        ? breaks(closes)
        : INLINE.contains(name)
            ? !isEmpty(close) || name.equals("img") || name.equals("wbr")
            : !isEmpty(close) && (closes ? close(name) : open(name));
    return known ? close + 1 : -1;
  }

  private static boolean isNamed(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** Where the tag's end is, negative where its attributes are odd. */
  private int end(int from) {
    char before = ' ';
    for (int i = from; i < html.length(); i++) {
      char c = html.charAt(i);
      if (c == '>')
        return before == '=' ? -1 : i;
      if (i == from && c > ' ' && c != '/' || c == '<' || c == '`')
        return -1;
      if (c == '"' || c == '\'') {
        i = before == '=' ? html.indexOf(c, i + 1) : -1;
        if (i < 0)
          return -1;
      }
      if (c > ' ')
        before = c;
    }
    return -1;
  }

  private boolean isEmpty(int close) {
    return html.charAt(close - 1) == '/';
  }

  private boolean breaks(boolean closes) {
    text.append('\n');
    return !closes;
  }

  private boolean open(String name) {
    String breaks = BLOCKS.get(name);
    String top = depth == 0 ? "" : open[depth - 1];
    boolean item = name.equals("li");
    boolean heading = name.charAt(0) == 'h' && top.length() == 2 && top.charAt(0) == 'h';
    // A block closes an open paragraph, a heading another, an item the one before it: that is the tree's business.
    if (breaks == null || depth == DEPTH || paragraphs > 0 || heading || item && !top.equals("ul") && !top.equals("ol"))
      return false;
    open[depth++] = name;
    paragraphs += name.equals("p") ? 1 : 0;
    HtmlText.endWith(text, breaks);
    return true;
  }

  private boolean close(String name) {
    if (depth == 0 || !open[depth - 1].equals(name))
      return false;
    depth--;
    paragraphs -= name.equals("p") ? 1 : 0;
    HtmlText.endWith(text, String.valueOf(BLOCKS.get(name)));
    return true;
  }
}
