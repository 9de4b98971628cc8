package io.fengsui.crawler.article;

import io.fengsui.crawler.clean.PlainText;

/** What in the box of the article is text: without its title, byline, captions, lists of links, and lines about the page. */
final class Prose {
  private static final int BESIDE = Marks.AUTHOR | Marks.CAPTION | Marks.INFO | Marks.DATE;
  /** Letters of prose that a byline or a caption does not have. */
  private static final int LONG = 200;
  private static final int AT_BEGINNING = 4;
  private static final int AT_END = 8;

  private final Page page;
  private final Titles.Found title;
  private final String titleKey;
  private final Noise noise;
  private final boolean[] kept;

  private Prose(Page page, Titles.Found title, Noise noise) {
    this.page = page;
    this.title = title;
    this.noise = noise;
    titleKey = title.title() == null ? "" : Titles.key(title.title());
    kept = new boolean[page.parts.size()];
  }

  static Prose of(Page page, MainPart main, Titles.Found title) {
    var prose = new Prose(page, title, main.noise());
    Box box = main.box();
    if (box != null) {
      prose.keep(box);
      prose.dropRemarks(box);
      prose.dropHeadings(box);
    }
    return prose;
  }

  /** Whether the part of this index is text. */
  boolean has(int index) {
    return kept[index];
  }

  private void keep(Box main) {
    int outside = outside(main);
    kept[main.index] = true;
    for (int i = main.index + 1; i < main.past; i++) {
      Part part = page.parts.get(i);
      kept[i] = part.parent != null && kept[part.parent.index] && switch (part) {
        case Box box -> !isBeside(box, main, outside);
        case Run run -> !isBeside(run);
      };
    }
  }

  /** Letters of prose that are in no article inside the box. */
  private int outside(Box main) {
    int letters = main.prose;
    for (int i = main.index + 1; i < main.past; i++)
      if (page.parts.get(i) instanceof Box box && box.shape == Shape.ARTICLE) {
        letters -= box.prose;
        i = box.past - 1;
      }
    return letters;
  }

  private boolean isBeside(Box box, Box main, int outside) {
    if (noise.has(box.index))
      return true;
    return switch (box.shape) {
      case HEADING, ITEM -> false;
      case PARAGRAPH -> (box.marks & Marks.CAPTION) != 0 && box.prose < LONG;
      case ARTICLE -> !box.holds(title.heading()) && outside * 3 > main.prose || isLinks(box);
      case HEADER -> box.prose == 0 || isLinks(box);
      case TIME -> box.parent == null || box.parent.shape != Shape.PARAGRAPH;
      default -> (box.marks & BESIDE) != 0 && box.prose < LONG || isLinks(box);
    };
  }

  private static boolean isLinks(Box box) {
    return box.linkShare() > 0.5 && box.prose * 2 < box.linkLetters && box.prose < LONG;
  }

  private boolean isBeside(Run run) {
    if (run == title.heading() || run.box.shape == Shape.HEADING && isTitle(run))
      return true;
    return run.linkShare() > 0.8 && run.letters < 400 && run.box.shape != Shape.HEADING && !run.glued;
  }

  private boolean isTitle(Run run) {
    return !titleKey.isEmpty() && titleKey.equals(Titles.key(page.text, run.start, run.end));
  }

  /** Lines about the page at the beginning and at the end of the text. */
  private void dropRemarks(Box main) {
    int lines = 0;
    for (int i = main.index; i < main.past && lines < AT_BEGINNING; i++)
      lines += dropRemark(i);
    lines = 0;
    for (int i = main.past - 1; i >= main.index && lines < AT_END; i--)
      lines += dropRemark(i);
  }

  /** How many lines were looked at. */
  private int dropRemark(int i) {
    if (!kept[i] || !(page.parts.get(i) instanceof Run run))
      return 0;
    if (!run.glued && run.letters < LONG && Remarks.is(page.text(run.start, run.end)))
      kept[i] = false;
    return 1;
  }

  /** A heading without anything below it is one of something that was left out. */
  private void dropHeadings(Box main) {
    boolean below = false;
    for (int i = main.past - 1; i >= main.index; i--)
      if (kept[i] && page.parts.get(i) instanceof Run run) {
        boolean heading = run.box.shape == Shape.HEADING;
        kept[i] = !heading || below;
        below = !heading;
      }
  }

  /** Blocks as lines, paragraphs set apart by an empty line; cut off where a field ends. */
  String text() {
    var out = new StringBuilder();
    Run last = null;
    for (int i = 0; i < kept.length && out.length() < PlainText.MOST; i++)
      if (kept[i] && page.parts.get(i) instanceof Run run) {
        if (last != null)
          out.append(separator(last, run));
        append(out, run);
        last = run;
      }
    out.setLength(Math.min(out.length(), PlainText.MOST));
    return out.toString();
  }

  private static String separator(Run last, Run run) {
    if (run.glued || isCell(last) && isCell(run) && last.box != run.box && last.box.parent == run.box.parent)
      return " ";
    boolean line = last.box != run.box && (isCell(run) || run.box.shape == Shape.ITEM && last.box.shape == Shape.ITEM);
    return line ? "\n" : "\n\n";
  }

  private static boolean isCell(Run run) {
    return run.box.shape == Shape.CELL;
  }

  private void append(StringBuilder out, Run run) {
    int start = run.start;
    int end = run.end;
    while (end > start && page.text.charAt(end - 1) <= ' ')
      end--;
    while (start < end && page.text.charAt(start) <= ' ')
      start++;
    out.append(page.text, start, end);
  }
}
