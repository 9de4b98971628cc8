package io.fengsui.crawler.article;

import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A block of a page, with what is in it added up. */
final class Box extends Part {
  final Element element;
  final Shape shape;
  final int marks;
  /** In the page's parts. */
  final int index;
  /** Of the first part after its last one. */
  int past;
  /** In the page's text. */
  final int start;
  int end;
  int letters;
  int linkLetters;
  /** Letters of paragraphs, links left out. */
  int prose;
  int quotes;
  /** The first run in it that says something. */
  @Nullable
  Run first;
  /** One of a row of teasers. */
  boolean teaser;
  /** Marks of noise on it and around it: they were weighed there, once. */
  int excused;

  Box(@Nullable Box parent, Element element, Shape shape, int marks, int index, int start) {
    super(parent);
    this.element = element;
    this.shape = shape;
    this.marks = marks;
    this.index = index;
    this.start = start;
  }

  /** Runs and boxes are added from the last to the first. */
  void add(Run run) {
    letters += run.letters;
    linkLetters += run.linkLetters;
    if (run.isParagraph())
      prose += run.letters - run.linkLetters;
    if (run.letters > 3)
      first = run;
  }

  void add(Box inner) {
    letters += inner.letters;
    linkLetters += inner.linkLetters;
    prose += inner.prose;
    quotes += inner.quotes + (inner.shape == Shape.QUOTE ? 1 : 0);
    if (inner.first != null)
      first = inner.first;
  }

  double linkShare() {
    return letters == 0 ? 0 : (double) linkLetters / letters;
  }

  boolean holds(@Nullable Run run) {
    return run != null && run.start >= start && run.start < end;
  }

  /** Boxes with the same tag and first class are made in the same way. */
  String kind() {
    String names = element.className();
    int space = names.indexOf(' ');
    return element.normalName() + ' ' + (space < 0 ? names : names.substring(0, space));
  }
}
