package io.fengsui.crawler.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The box that holds the article: where prose adds up and menus do not. */
final class MainPart {
  /** Letters of prose below which a box is not the article, if there is any other. */
  private static final int A_TEXT = 60;
  private static final int A_LINE = 60;
  /** What stands before the title is seldom the article. */
  private static final double BEFORE_TITLE = 0.2;

  private final List<Part> parts;
  private final Noise noise;
  private final @Nullable Run heading;
  private @Nullable Box box;

  private MainPart(List<Part> parts, Noise noise, @Nullable Run heading) {
    this.parts = parts;
    this.noise = noise;
    this.heading = heading;
  }

  /** Adds up the page, in which nothing may have been added up before. */
  static MainPart of(Page page, @Nullable Run heading) {
    addUp(page.parts);
    Teasers.mark(page.parts);
    var main = new MainPart(page.parts, Noise.of(page.parts, heading), heading);
    main.find();
    return main;
  }

  /** Null for a page without text. */
  @Nullable
  Box box() {
    return box;
  }

  /** Where it begins in the page's text. */
  int start() {
    return box == null ? 0 : box.start;
  }

  /** Where it ends in the page's text. */
  int end() {
    return box == null ? Integer.MAX_VALUE - 1_000 : box.end;
  }

  Noise noise() {
    return noise;
  }

  private static void addUp(List<Part> parts) {
    for (int i = parts.size() - 1; i >= 0; i--)
      switch (parts.get(i)) {
        case Run run -> run.box.add(run);
        case Box inner when inner.parent != null -> inner.parent.add(inner);
        case Box root -> {
        }
      }
  }

  private void find() {
    value();
    box = best();
    if (box == null || box.prose < A_TEXT) {
      noise.forgive();
      box = best();
    }
    if (box == null && !parts.isEmpty() && parts.getFirst() instanceof Box root)
      box = root;
    if (box != null)
      box = inmost(box);
  }

  private void value() {
    for (int i = parts.size() - 1; i >= 0; i--) {
      Part part = parts.get(i);
      if (part instanceof Run run) {
        run.value = value(run, noise.has(i));
        if (heading != null && run.start < heading.start)
          run.value *= BEFORE_TITLE;
      }
      if (part.parent != null)
        part.parent.value += part.value;
    }
  }

  private static double value(Run run, boolean noisy) {
    if (run.letters == 0)
      return 0;
    if (noisy)
      return -Math.min(A_LINE, run.letters) * 0.1;
    if (run.linkShare() > 0.5)
      return -10 - Math.min(100, run.linkLetters) * 0.5;
    if (run.letters >= A_LINE || run.stops + run.commas > 0)
      return run.letters - 2.0 * run.linkLetters;
    return switch (run.box.shape) {
      case HEADING, ITEM, CELL -> 0;
      default -> -5;
    };
  }

  /** Of boxes with the same value the innermost. */
  private @Nullable Box best() {
    Box best = null;
    double most = 0;
    Box scope = scope();
    for (Part part : scope == null ? parts : parts.subList(scope.index, scope.past))
      if (part instanceof Box each && !noise.has(each.index) && mayHold(each.shape)) {
        double value = each.value * bonus(each);
        if (value >= most && value > 0) {
          most = value;
          best = each;
        }
      }
    return best;
  }

  /** The article element that the title is in, unless another has far more to say. */
  private @Nullable Box scope() {
    if (heading == null)
      return null;
    int most = 0;
    for (Part part : parts)
      if (part instanceof Box each && each.shape == Shape.ARTICLE)
        most = Math.max(most, each.prose);
    for (Box each = heading.box; each != null; each = each.parent)
      if (each.shape == Shape.ARTICLE && each.prose >= 150 && each.prose * 4 >= most && !noise.has(each.index))
        return each;
    return null;
  }

  /** Paragraphs and lines are held, they do not hold. */
  private static boolean mayHold(Shape shape) {
    return switch (shape) {
      case PARAGRAPH, HEADING, ITEM, ROW, QUOTE, CAPTION, LIST -> false;
      default -> !shape.isInline();
    };
  }

  private static double bonus(Box box) {
    double named = (box.marks & Marks.BODY) != 0 ? 0.1 : 0;
    return 1 + named + (box.shape == Shape.ARTICLE || box.shape == Shape.MAIN ? 0.05 : 0);
  }

  /** The innermost box that holds nearly all of it. */
  private Box inmost(Box from) {
    Box in = from;
    for (int i = from.index + 1; i < in.past; i++)
      if (parts.get(i) instanceof Box inner && !noise.has(i) && mayHold(inner.shape) && isNearlyAll(inner, in)
          && !hasTwins(inner, in))
        in = inner;
    return in;
  }

  private static boolean isNearlyAll(Box inner, Box outer) {
    double share = (inner.marks & Marks.BODY) != 0 ? 0.65 : inner.shape == Shape.ARTICLE ? 0.75 : 0.85;
    return inner.value >= share * outer.value && inner.prose >= share * outer.prose;
  }

  /** Whether it, or a box between the two, has one beside it that is made in the same way and has prose too. */
  private boolean hasTwins(Box inner, Box outer) {
    for (Box each = inner; each != outer && each.parent != null; each = each.parent)
      if (hasTwin(each, each.parent))
        return true;
    return false;
  }

  private boolean hasTwin(Box inner, Box outer) {
    String kind = inner.kind();
    for (int i = outer.index + 1; i < outer.past; i++)
      if (parts.get(i) instanceof Box other) {
        if (other != inner && !noise.has(i) && other.prose > 0 && other.shape == inner.shape
            && kind.equals(other.kind()))
          return true;
        i = other.past - 1;
      }
    return false;
  }
}
