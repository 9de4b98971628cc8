package io.fengsui.crawler.article;

import io.fengsui.crawler.clean.PlainText;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The title of an article: the heading that the page's own title repeats, else what the page says it is called. */
final class Titles {
  /** Between a title and the name of its site. In Chinese no space is set around them. */
  private static final Pattern SEPARATOR = Pattern
      .compile(
          "\\s+[-–—|·•»:/~]+\\s+|\\s*[|_｜»]+\\s*|(?<=[\\u2E80-\\uFFEF])[-–—－]+(?=[\\u2E80-\\uFFEF])|\\s+[-–—]|(?<=\\p{IsHan}\\S{0,9})-+");
  private static final int LONGEST = 400;
  /** A first-level heading that is the page's title, letter by letter. */
  private static final int BEST = 130;
  private static final int SHORTEST = 3;

  /** The title, and the run that shows it on the page. */
  record Found(@Nullable String title, @Nullable Run heading) {}

  private Titles() {}

  static Found of(Page page, @Nullable String linked) {
    var given = given(page, linked);
    Run heading = heading(page, given);
    if (heading != null)
      return new Found(line(page, heading), heading);
    if (!given.isEmpty())
      return new Found(stripped(given.getFirst(), page.head.meta.get("og:site_name")), null);
    return new Found(null, null);
  }

  /** What the page says it is called, the best first. */
  private static List<String> given(Page page, @Nullable String linked) {
    var given = new ArrayList<String>();
    for (String title : new String[]{page.head.meta.get("og:title"), linked, page.head.meta.get("twitter:title"),
        page.head.meta.get("dc.title"), page.head.title})
      if (title != null && !title.isBlank())
        given.add(PlainText.line(title));
    return given;
  }

  private static @Nullable Run heading(Page page, List<String> given) {
    Run best = null;
    int bestScore = 0;
    List<String> titles = given.stream().map(Titles::key).toList();
    for (Part part : page.parts) {
      if (!(part instanceof Run run) || !isHeading(run))
        continue;
      String text = key(page.text, run.start, run.end);
      int score = text.length() < SHORTEST ? 0 : score(run, text, titles);
      if (score > bestScore) {
        best = run;
        bestScore = score;
      }
      if (bestScore == BEST)
        break;
    }
    return best;
  }

  private static int score(Run run, String text, List<String> titles) {
    int level = level(run.box);
    int score = level == 1 ? 10 : 0;
    for (String title : titles) {
      if (title.equals(text))
        return level == 1 ? BEST : BEST - 10 - level;
      if (title.startsWith(text) && text.length() * 4 >= title.length())
        score = Math.max(score, 60 + 40 * text.length() / title.length() - 2 * level);
      else if (text.startsWith(title) || title.contains(text) && text.length() * 2 >= title.length())
        score = Math.max(score,
            40 + 40 * Math.min(text.length(), title.length()) / Math.max(text.length(), title.length()) - 2 * level);
    }
    return titles.isEmpty() || score > 20 ? score : level == 1 && (run.box.marks & Marks.TITLE) != 0 ? 15 : 0;
  }

  private static boolean isHeading(Run run) {
    return run.letters > 0 && run.end - run.start < LONGEST && level(run.box) < 9;
  }

  private static int level(Box box) {
    if (box.shape == Shape.HEADING)
      return box.element.normalName().charAt(1) - '0';
    if (box.parent != null && box.parent.shape == Shape.HEADING)
      return box.parent.element.normalName().charAt(1) - '0';
    return (box.marks & Marks.TITLE) != 0 ? 6 : 9;
  }

  static String line(Page page, Run run) {
    return PlainText.line(page.text(run.start, run.end));
  }

  /** Letters and digits alone, in lower case. */
  static String key(String text) {
    return key(text, 0, text.length());
  }

  static String key(CharSequence text, int start, int end) {
    var key = new StringBuilder(end - start);
    for (int i = start; i < end; i++)
      if (Character.isLetterOrDigit(text.charAt(i)))
        key.append(Character.toLowerCase(text.charAt(i)));
    return key.toString();
  }

  /** Without the name of the site, which stands at the end more often than at the beginning. */
  static String stripped(String title, @Nullable String site) {
    var parts = SEPARATOR.split(title);
    if (parts.length < 2)
      return title;
    String first = parts[0].strip();
    String last = parts[parts.length - 1].strip();
    if (site != null && key(first).equals(key(site)))
      return title.substring(title.indexOf(parts[1])).strip();
    if (first.length() * 3 >= title.length() || first.length() > 8)
      return first;
    String longest = first;
    for (String part : parts)
      longest = part.strip().length() > longest.length() ? part.strip() : longest;
    return longest.isEmpty() ? last : longest;
  }
}
