package io.fengsui.crawler.article;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which parts of a page are menus, comments, adverts and the like, by what they are called, unless most of the prose is in them. */
final class Noise {
  /** Letters of prose that make a text. */
  private static final int A_TEXT = 60;
  /** Letters of prose that no form asks its user to read. */
  private static final int LONG_FORM = 200;
  private static final int NEVER_TEXT = Marks.COMMENTS | Marks.NOTICE | Marks.FOOTER;

  private final @Nullable Run heading;
  private final boolean[] noisy;
  private final boolean strict;
  private final int prose;

  private Noise(List<Part> parts, @Nullable Run heading) {
    this.heading = heading;
    noisy = new boolean[parts.size()];
    int all = parts.isEmpty() || !(parts.getFirst() instanceof Box root) ? 0 : root.prose;
    int never = never(parts);
    strict = all - never >= A_TEXT;
    prose = strict ? all - never : all;
  }

  static Noise of(List<Part> parts, @Nullable Run heading) {
    var noise = new Noise(parts, heading);
    for (int i = 0; i < parts.size(); i++)
      noise.noisy[i] = switch (parts.get(i)) {
        case Box box -> box.parent != null && noise.noisy[box.parent.index] || noise.is(box);
        case Run run -> noise.noisy[run.box.index];
      };
    return noise;
  }

  /** Whether the part of this index is noise, or in it. */
  boolean has(int index) {
    return noisy[index];
  }

  /** Takes everything for text; for pages where nothing else is left. */
  void forgive() {
    Arrays.fill(noisy, false);
  }

  /** Letters of prose in what is never text. */
  private int never(List<Part> parts) {
    int letters = 0;
    for (int i = 0; i < parts.size(); i++)
      if (parts.get(i) instanceof Box box && isNever(box)) {
        letters += box.prose;
        i = box.past - 1;
      }
    return letters;
  }

  private boolean isNever(Box box) {
    if (box.holds(heading))
      return false;
    return box.shape == Shape.FOOTER || (box.marks & NEVER_TEXT) != 0 && box.shape != Shape.ARTICLE
        && box.shape != Shape.MAIN && box.parent != null && box.parent.parent != null;
  }

  private boolean is(Box box) {
    int around = box.parent == null ? 0 : box.parent.excused;
    box.excused = around | box.marks & Marks.NOISE;
    if (box.holds(heading) || box.parent == null)
      return false;
    if (strict && isNever(box) || box.teaser)
      return true;
    return switch (box.shape) {
      case NAVIGATION, FOOTER, ASIDE, FIGURE, CAPTION -> !hasMost(box);
      case FORM -> box.prose < LONG_FORM && !hasMost(box);
      case MAIN -> false;
      case ARTICLE -> box.prose * 3 <= prose && isCalled(box, around);
      default -> isCalled(box, around);
    };
  }

  private boolean hasMost(Box box) {
    return box.prose * 2 >= prose;
  }

  private boolean isCalled(Box box, int around) {
    int called = box.marks & Marks.NOISE & ~around;
    // Menus and lists of other articles have links; a "teaser" without any is how the article begins.
    if (box.linkLetters == 0 && box.prose > 0)
      called &= ~(Marks.NAVIGATION | Marks.RELATED);
    // Quoted posts of social networks.
    if (called == Marks.SHARE && box.quotes > 0)
      return false;
    return (called & Marks.COMMENTS) != 0 ? box.prose * 10 < prose * 9 : called != 0 && !hasMost(box);
  }
}
