package io.fengsui.crawler.article;

/** Text between two blocks: a paragraph, a heading, the item of a list, a line. */
final class Run extends Part {
  private static final int A_PARAGRAPH = 60;

  final Box box;
  /** In the page's text. */
  final int start;
  int end;
  /** Whether only inline elements are between it and the run before it. */
  final boolean glued;
  /** One of Chinese, Japanese or Korean counts for three. */
  int letters;
  int linkLetters;
  /** Letters of a link at its very beginning. */
  int leadLetters;
  int commas;
  int stops;

  Run(Box box, int start, boolean glued) {
    super(box);
    this.box = box;
    this.start = start;
    this.glued = glued;
  }

  double linkShare() {
    return letters == 0 ? 0 : (double) linkLetters / letters;
  }

  /** Whether it is long enough, and written like sentences. */
  boolean isParagraph() {
    return letters >= A_PARAGRAPH && linkShare() < 0.4 && stops + commas > 0;
  }
}
