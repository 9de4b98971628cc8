package io.fengsui.crawler.article;

import io.fengsui.crawler.clean.PlainText;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Who wrote an article, as its page says; several names are set apart by commas. */
final class Authors {
  private static final List<String> META = List.of("author", "byl", "dc.creator", "dcterms.creator",
      "dc.contributor.author",
      "parsely-author", "sailthru.author", "article:author_name", "citation_author", "cxenseparse:author",
      "article:author",
      "twitter:data1", "creator");
  private static final Pattern LEAD = Pattern.compile(
      "(?iu)^\\s*(?:(?:written |posted |published |story |text |words )?by|von|par|por|di|door|av|af|tekijä|autor(?:in|en|es)?|author|auteur|verfasst von|geschrieben von|text|foto)\\b\\s*[:|]?\\s*"
          + "|^\\s*(?:本报记者|作者|记者|撰文|撰稿|文|来源)\\s*[:：/／]\\s*");
  private static final Pattern TAIL = Pattern.compile(
      "(?iu)\\s*(?:[|•·,]\\s*)?(?:\\b(?:on|updated|published|posted|am|le)\\b)?\\s*(?:\\d{1,2}[./ ]|\\p{L}+ \\d{1,2},).*$|\\s*[|•].*$|\\s*(?:follow|contact|email|view)\\b.*$");
  private static final Pattern CHINESE = Pattern
      .compile(
          "(?:作\\s?者|撰\\s?文|撰\\s?稿|(?<!\\p{IsHan})文\\s?字|(?<!\\p{IsHan})文)\\s?[:：/／丨|]\\s?([\\p{IsHan}A-Za-z·]{2,20}(?:[、 ][\\p{IsHan}A-Za-z·]{2,5}){0,4})");
  private static final Pattern REPORTER = Pattern
      .compile("(?:记\\s?者|通讯员)[:： ]{1,2}([\\p{IsHan}·]{2,4})(?![\\p{IsHan}])");
  /** Who answers for it, where no author is named. */
  private static final Pattern EDITOR = Pattern
      .compile("(?:责任编辑|责编|编\\s?辑)\\s?[:：]\\s?([\\p{IsHan}·]{2,4})(?!\\p{IsHan})");
  private static final Pattern CHINESE_TAIL = Pattern
      .compile("\\s*(?:发布|时间|来源|责任编辑|责编|编辑|关注|阅读|浏览|订阅|粉丝|总篇数|\\d{2,4}[-年/.]).*$");
  private static final Set<String> NOBODY = Set.of("name", "未知", "admin", "administrator",
      "unknown", "author", "editor",
      "staff", "佚名", "匿名", "网络整理", "网络", "webmaster", "root", "null", "undefined", "我已授权", "版权声明", "anonymous",
      "default");
  private static final int LONGEST = 120;
  private static final int NEAR = 1_200;

  private Authors() {}

  static @Nullable String of(Page page, LinkedData linked, Titles.Found title, MainPart main) {
    String found = clean(linked.author);
    for (int i = 0; found == null && i < META.size(); i++)
      found = unlessSite(page, clean(page.head.meta.get(META.get(i))));
    if (found == null)
      found = chinese(page, title, main);
    if (found == null)
      found = shown(page, title, main);
    return found == null && page.isChinese() ? first(page, EDITOR, main.start(), Integer.MAX_VALUE) : found;
  }

  /** Many sites name themselves as the author of every page. */
  private static @Nullable String unlessSite(Page page, @Nullable String name) {
    return name != null && (name.equals(page.head.meta.get("og:site_name")) || page.head.title.contains("_" + name)
        || page.head.title.endsWith(name)) ? null : name;
  }

  /** Nearest to the title wins. */
  private static @Nullable String shown(Page page, Titles.Found title, MainPart main) {
    int from = title.heading() != null ? title.heading().start : main.start();
    int nearest = Integer.MAX_VALUE;
    String best = null;
    for (Part part : page.parts)
      if (part instanceof Box box && (box.marks & Marks.AUTHOR) != 0 && (box.marks & Marks.COMMENTS) == 0
          && box.end - box.start < LONGEST * 2 && Math.abs(box.start - from) < nearest) {
        String name = clean(page.text(box.start, box.end));
        if (name != null && (!main.noise().has(box.index) || Math.abs(box.start - from) < NEAR)) {
          best = name;
          nearest = Math.abs(box.start - from);
        }
      }
    return best;
  }

  private static @Nullable String chinese(Page page, Titles.Found title, MainPart main) {
    int from = title.heading() != null ? title.heading().start : Math.max(0, main.start() - 300);
    if (!page.isChinese())
      return null;
    String author = first(page, CHINESE, from, from + NEAR);
    return author == null ? first(page, REPORTER, from, from + NEAR) : author;
  }

  private static @Nullable String first(Page page, Pattern pattern, int from, int to) {
    for (Part part : page.parts)
      if (part instanceof Run run && run.start >= from && run.start < to) {
        Matcher match = pattern.matcher(page.text(run.start, Math.min(run.end, run.start + NEAR)));
        if (match.find())
          return clean(match.group(1));
      }
    return null;
  }

  static @Nullable String clean(@Nullable String given) {
    if (given == null || given.length() > LONGEST * 3)
      return null;
    String name = PlainText.line(given);
    for (String before = ""; !before.equals(name);) {
      before = name;
      name = LEAD.matcher(name).replaceFirst("");
    }
    name = TAIL.matcher(name).replaceFirst("");
    name = CHINESE_TAIL.matcher(name).replaceFirst("").strip();
    while (!name.isEmpty() && ",;:|-–—/(".indexOf(name.charAt(name.length() - 1)) >= 0)
      name = name.substring(0, name.length() - 1).strip();
    boolean bad = name.length() < 2 || name.length() > LONGEST || name.contains("://") || name.startsWith("@")
        || name.contains("{") || NOBODY.contains(name.toLowerCase(Locale.ROOT))
        || name.chars().noneMatch(Character::isLetter);
    return bad ? null : name;
  }
}
