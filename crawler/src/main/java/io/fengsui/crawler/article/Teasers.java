package io.fengsui.crawler.article;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Rows of boxes made in the same way, each of which begins with a link: other articles, announced. */
final class Teasers {
  private static final int A_ROW = 3;
  /** Letters of a link that could be a headline. */
  private static final int HEADLINE = 15;
  /** Letters of a box that is too long to announce something. */
  private static final int LONG = 1_500;

  private Teasers() {}

  /** Marks those of the page, except in what the page names its text: articles have lists of links too. */
  static void mark(List<Part> parts) {
    for (Part part : parts)
      if (part instanceof Box outer && outer.letters > 0 && (outer.marks & Marks.BODY) == 0)
        mark(parts, outer);
  }

  private static void mark(List<Part> parts, Box outer) {
    int[] announcing = new int[1];
    each(parts, outer, inner -> announcing[0] += announces(inner) ? 1 : 0);
    if (announcing[0] < A_ROW)
      return;
    Map<String, int[]> rows = new HashMap<>();
    each(parts, outer, inner -> {
      int[] counts = rows.computeIfAbsent(inner.kind(), kind -> new int[2]);
      counts[0]++;
      counts[1] += announces(inner) ? 1 : 0;
    });
    rows.values().removeIf(counts -> counts[1] < A_ROW || counts[1] * 4 < counts[0] * 3);
    if (!rows.isEmpty())
      each(parts, outer, inner -> inner.teaser |= rows.containsKey(inner.kind()));
  }

  /** Those directly inside that could be one of a row. */
  private static void each(List<Part> parts, Box outer, Consumer<Box> action) {
    for (int i = outer.index + 1; i < outer.past; i++)
      if (parts.get(i) instanceof Box inner) {
        if (inner.letters > 0 && mayAnnounce(inner.shape))
          action.accept(inner);
        i = inner.past - 1;
      }
  }

  private static boolean mayAnnounce(Shape shape) {
    return switch (shape) {
      case BLOCK, ITEM, ARTICLE, FIGURE -> true;
      default -> false;
    };
  }

  private static boolean announces(Box box) {
    return box.first != null && box.first.leadLetters >= HEADLINE && box.letters < LONG;
  }
}
