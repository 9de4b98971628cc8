package io.fengsui.crawler.article;

import java.util.Objects;
import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** The one walk over a page's tree; not recursive, since pages can be as deep as they like. */
final class Walk {
  /** Beyond this the page is not looked at. */
  private static final int MOST_PARTS = 200_000;
  private static final int MOST_TEXT = 4 << 20;
  private static final int INLINE_NOISE = Marks.NOISE | Marks.CAPTION | Marks.DATE | Marks.AUTHOR;

  private final Page page;
  private final Marks marks = new Marks();
  private final StringBuilder text;
  private @Nullable Box box;
  private @Nullable Run run;
  private int links;
  private int breaks;
  private boolean glued;

  Walk(Page page) {
    this.page = page;
    this.text = page.text;
  }

  void walk() {
    Element root = page.document;
    Node node = root;
    while (true) {
      Node next = open(node) && node.childNodeSize() > 0 ? node.childNode(0) : null;
      while (next == null) {
        close(node);
        if (node == root)
          return;
        next = node.nextSibling();
        if (next == null)
          node = Objects.requireNonNull(node.parent());
        else
          break;
      }
      node = next;
    }
  }

  /** Whether to go inside. */
  private boolean open(Node node) {
    if (node instanceof TextNode words) {
      append(words);
      return false;
    }
    if (!(node instanceof Element element))
      return false;
    String tag = element.normalName();
    Shape shape = Shape.of(tag);
    if (shape == Shape.VOID)
      return false;
    if (shape == Shape.HEAD)
      page.head.take(element);
    if (shape == Shape.HEAD || shape == Shape.SILENT)
      return tag.equals("head");
    if (element == page.document)
      return true;
    if (page.parts.size() > MOST_PARTS || text.length() > MOST_TEXT)
      return false;
    if (shape == Shape.BREAK)
      lineBreak();
    else if (shape == Shape.LINK)
      links++;
    int marked = marks(element);
    if (!shape.isInline() || shape == Shape.TIME || (marked & INLINE_NOISE) != 0 && shape != Shape.BREAK)
      enter(element, shape, marked);
    return true;
  }

  private int marks(Element element) {
    int left = element.attributesSize();
    if (left == 0)
      return 0;
    var attributes = element.attributes();
    int all = 0;
    String names = attributes.get("class");
    if (!names.isEmpty()) {
      all |= marks.of(names);
      left--;
    }
    if (left > 0 && !(names = attributes.get("id")).isEmpty()) {
      all |= marks.of(names);
      left--;
    }
    if (left > 0 && attributes.hasKey("href"))
      left--;
    return left > 0 ? all | rareMarks(attributes) : all;
  }

  private int rareMarks(Attributes attributes) {
    int all = 0;
    String names = attributes.get("role");
    if (!names.isEmpty())
      all |= marks.of(names);
    names = attributes.get("itemprop");
    if (!names.isEmpty())
      all |= itemprop(names);
    String style = attributes.get("style");
    return !style.isEmpty() && isHidden(style) || attributes.hasKey("hidden") ? all | Marks.HIDDEN : all;
  }

  private static int itemprop(String name) {
    return switch (name) {
      case "articleBody" -> Marks.BODY;
      case "datePublished" -> Marks.DATE | Marks.PUBLISHED;
      case "author" -> Marks.AUTHOR;
      default -> 0;
    };
  }

  private static boolean isHidden(String style) {
    int at = style.indexOf("display");
    return at >= 0 && style.indexOf("none", at) > 0 && style.indexOf("none", at) - at < 12
        || style.contains("visibility:hidden") || style.contains("visibility: hidden");
  }

  private void enter(Element element, Shape shape, int marked) {
    endRun();
    glued = shape.isInline();
    Box entered = new Box(box, element, shape, marked, page.parts.size(), text.length());
    page.parts.add(entered);
    box = entered;
  }

  private void close(Node node) {
    if (!(node instanceof Element element))
      return;
    Box closing = box;
    if (closing != null && closing.element == element) {
      endRun();
      glued = closing.shape.isInline();
      closing.past = page.parts.size();
      closing.end = text.length();
      box = closing.parent;
    }
    if (element.normalName().equals("a"))
      links--;
  }

  private void endRun() {
    if (run != null) {
      run.end = text.length();
      run = null;
      text.append(' ');
    }
    breaks = 0;
  }

  private void lineBreak() {
    if (run == null)
      return;
    breaks++;
    if (breaks > 1) {
      endRun();
      glued = false;
    }
  }

  private void append(TextNode node) {
    String words = node.getWholeText();
    int from = run != null && breaks == 0 ? 0 : afterSpace(words);
    Run into = from < words.length() ? runHere() : null;
    if (into == null)
      return;
    if (breaks > 0)
      text.append('\n');
    breaks = 0;
    int before = into.letters;
    fold(into, words, from);
    if (links > 0)
      linked(into, before);
  }

  private static int afterSpace(String words) {
    int i = 0;
    while (i < words.length() && Letters.isSpace(words.charAt(i)))
      i++;
    return i;
  }

  private @Nullable Run runHere() {
    if (run != null || box == null)
      return run;
    Run begun = new Run(box, text.length(), glued);
    page.parts.add(begun);
    glued = true;
    run = begun;
    return begun;
  }

  private static void linked(Run into, int before) {
    int added = into.letters - before;
    if (into.leadLetters == before)
      into.leadLetters += added;
    into.linkLetters += added;
  }

  /** Appends what is folded already in one go. */
  private void fold(Run into, String words, int from) {
    boolean space = !text.isEmpty() && Letters.isSpace(text.charAt(text.length() - 1));
    int start = from;
    for (int i = from; i < words.length(); i++) {
      int kind = Letters.kind(words, i);
      if (kind < Letters.SPACE) {
        space = false;
        count(into, kind);
      } else if (kind == Letters.SPACE && !space && words.charAt(i) == ' ')
        space = true;
      else {
        text.append(words, start, i);
        start = i + 1;
        if (kind == Letters.LONE)
          text.append('\uFFFD');
        else if (kind == Letters.SPACE && !space)
          text.append(' ');
        space |= kind == Letters.SPACE;
      }
    }
    text.append(words, start, words.length());
  }

  private static void count(Run into, int kind) {
    switch (kind) {
      case Letters.LETTER -> into.letters++;
      case Letters.IDEOGRAPH -> into.letters += 3;
      case Letters.COMMA -> into.commas++;
      case Letters.STOP -> into.stops++;
      default -> {
      }
    }
  }
}
