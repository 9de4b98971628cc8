package io.fengsui.portal.page;

import io.fengsui.indexer.query.Hit;

/** Makes publishers' text safe to show. */
public final class Markup {
  private Markup() {}

  /**
   * HTML of a text with marks: everything escaped, matches in {@code <mark>}, always balanced. What would turn the
   * direction of the text around it, and control characters, are left out.
   */
  public static String marked(String text) {
    StringBuilder html = new StringBuilder(text.length() + 32);
    boolean open = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == Hit.MARK || c == Hit.UNMARK)
        open = mark(html, open, c == Hit.MARK);
      else
        escape(html, c);
    }
    mark(html, open, false);
    return html.toString();
  }

  /** The text without marks and without characters that would turn the direction of what stands around it. */
  public static String plain(String text) {
    if (text.chars().noneMatch(c -> c == Hit.MARK || c == Hit.UNMARK || misleading((char) c)))
      return text;
    StringBuilder plain = new StringBuilder(text.length());
    text.chars().filter(c -> c != Hit.MARK && c != Hit.UNMARK && !misleading((char) c))
        .forEach(c -> plain.append((char) c));
    return plain.toString();
  }

  private static boolean mark(StringBuilder html, boolean open, boolean wanted) {
    if (open != wanted)
      html.append(wanted ? "<mark>" : "</mark>");
    return wanted;
  }

  private static void escape(StringBuilder html, char c) {
    switch (c) {
      case '<' -> html.append("&lt;");
      case '>' -> html.append("&gt;");
      case '&' -> html.append("&amp;");
      case '"' -> html.append("&quot;");
      case '\'' -> html.append("&#39;");
      default -> {
        if (!misleading(c))
          html.append(c);
      }
    }
  }

  /** Embeddings, overrides and isolates of Unicode's bidirectional algorithm, and control characters but line breaks. */
  private static boolean misleading(char c) {
    return c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069'
        || Character.isISOControl(c) && c != '\n' && c != '\t';
  }
}
