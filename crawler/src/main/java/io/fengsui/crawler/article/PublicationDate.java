package io.fengsui.crawler.article;

import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** When a page says that it was published; the surest clue wins. */
final class PublicationDate {
  private static final List<String> META = List.of("article:published_time", "og:article:published_time",
      "article:published", "og:published_time", "datepublished", "date_published", "parsely-pub-date", "sailthru.date",
      "publish_date", "publish-date", "publishdate", "published_time", "publication_date", "publicationdate", "pubdate",
      "published", "article.published", "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.date",
      "dc.date.created", "dcterms.created", "dc.created", "dc.date", "citation_publication_date", "citation_date",
      "citation_online_date", "prism.publicationdate", "cxenseparse:recs:publishtime", "bytedance:published_time",
      "weibo: article:create_at", "weibo:article:create_at", "article:create_at", "article_date_original", "date",
      "doc_date",
      "displaydate", "posted", "created", "datecreated", "creation_date", "rbpubdate", "pub_date",
      "shareaholic:article_published_time",
      "article:post_time", "og:release_date", "release_date", "video:release_date", "firstpublished", "search_date",
      "page_date");
  private static final List<String> MODIFIED = List.of("article:modified_time", "og:updated_time", "datemodified",
      "last-modified", "dcterms.modified", "dc.date.modified", "lastmod", "revised", "og:article:modified_time",
      "modified_time", "updated_time");
  private static final Pattern ADDRESS = Pattern
      .compile("(?<!\\d)((?:19|20)\\d\\d)[-/_.](1[0-2]|0?[1-9])[-/_.](3[01]|[12]\\d|0?[1-9])(?!\\d)");
  private static final Pattern COMPACT = Pattern
      .compile("(?<![\\da-zA-Z])(20[0-4]\\d)[-/]?(0[1-9]|1[0-2])[-/]?(3[01]|[12]\\d|0[1-9])(?![\\da-zA-Z]|\\.\\d)");
  private static final Pattern CHANGED = Pattern.compile(
      "(?iu)(updat|modif|revis|edited|aktualis|geändert|bearbeitet|ergänzt|stand\\b|mise? à jour|maj\\b|actualiz|aggiornat|atualiz|bijgewerkt|uppdater|opdater|更新|修改|обновл|zaktualiz)[^\\d]{0,25}$");
  private static final Pattern GIVEN = Pattern.compile(
      "(?iu)(publi|posted|post date|date|written|erschien|veröffentlicht|erstellt|vom|am|pubbl|datum|publicad|escrit|发布|发表|时间|日期|發佈|發表|опублик|opublik|submitted|created|geplaatst|gepubliceerd|日時|投稿|掲載|입력|등록)[^\\d]{0,20}$");
  private static final Pattern NOT_THIS = Pattern
      .compile(
          "(?iu)(©|copyright|since|seit|born|geboren|\\*|until|bis|valid|deadline|event|joined|registriert|mitglied)[^\\d]{0,15}$");
  private static final Set<String> DAY_FIRST_REGIONS = Set.of("GB", "AU", "NZ", "IE", "IN", "ZA", "SG", "HK", "MY",
      "NG", "KE", "PK");
  private static final Pattern DAY_FIRST_HOSTS = Pattern.compile(".*\\.(uk|au|nz|ie|in|za|sg|hk|my|ng|ke|pk)$");
  private static final int NEAR = 700;
  private static final int FAR = 60_000;

  /** Which elements count. */
  private enum Reach {
    /** Those that are a date of publication by their name. */
    SURE,
    /** Those that are a date and do not stand after the text, where other articles have theirs. */
    UP_TO_END, ALL
  }

  private final Page page;
  private final LinkedData linked;
  private final Titles.Found title;
  private final MainPart main;
  private final @Nullable URI address;
  private final DateText dates;

  private PublicationDate(Page page, LinkedData linked, Titles.Found title, MainPart main, @Nullable URI address) {
    this.page = page;
    this.linked = linked;
    this.title = title;
    this.main = main;
    this.address = address;
    this.dates = new DateText(isMonthFirst(page, address), LocalDate.now(ZoneOffset.UTC).plusDays(1));
  }

  static @Nullable Published of(Page page, LinkedData linked, Titles.Found title, MainPart main,
      @Nullable URI address) {
    return new PublicationDate(page, linked, title, main, address).find();
  }

  private static boolean isMonthFirst(Page page, @Nullable URI address) {
    Locale locale = Locale.forLanguageTag(page.language().replace('_', '-'));
    if (!locale.getLanguage().equals("en") || DAY_FIRST_REGIONS.contains(locale.getCountry()))
      return false;
    String host = address == null ? null : address.getHost();
    return host == null || !DAY_FIRST_HOSTS.matcher(host).matches();
  }

  /** The surest first. */
  private @Nullable Published find() {
    List<Supplier<@Nullable Published>> clues = List.of(() -> read(page.head.meta.get(META.getFirst())),
        () -> read(linked.published), () -> meta(META), this::address, () -> marked(Reach.SURE),
        () -> marked(Reach.UP_TO_END), this::nearTitle, () -> marked(Reach.ALL), () -> read(linked.created),
        () -> best(0, FAR, Integer.MAX_VALUE), () -> read(linked.modified), () -> meta(MODIFIED));
    for (var clue : clues) {
      Published found = clue.get();
      if (found != null)
        return local(found);
    }
    return null;
  }

  /** A moment in UTC is told by the calendar of the place: by the day in the address or beside the title, if that is the next one. */
  private Published local(Published found) {
    if (found.time() == null || !ZoneOffset.UTC.equals(found.offset()))
      return found;
    for (Published shown : new Published[]{address(), nearTitle()})
      if (shown != null && !shown.day().equals(found.day())
          && Math.abs(shown.day().toEpochDay() - found.day().toEpochDay()) == 1)
        return Published.on(shown.day());
    return found;
  }

  private @Nullable Published read(@Nullable String text) {
    return text == null || text.length() > 200 ? null : dates.first(text);
  }

  private @Nullable Published meta(List<String> names) {
    for (String name : names) {
      Published found = read(page.head.meta.get(name));
      if (found != null)
        return found;
    }
    return null;
  }

  private @Nullable Published address() {
    for (String each : new String[]{address == null ? null : address.toString(), page.head.canonical,
        page.head.meta.get("og:url")})
      if (each != null) {
        Published found = inAddress(each);
        if (found != null)
          return found;
      }
    return null;
  }

  private @Nullable Published inAddress(String text) {
    Matcher match = ADDRESS.matcher(text);
    if (match.find())
      return dates.first(match.group(1) + "-" + match.group(2) + "-" + match.group(3));
    match = COMPACT.matcher(text);
    return match.find() ? dates.first(match.group(1) + "-" + match.group(2) + "-" + match.group(3)) : null;
  }

  /** Elements that say by their name that they are a date. */
  private @Nullable Published marked(Reach reach) {
    Published best = null;
    int bestScore = 0;
    for (Part part : page.parts)
      if (part instanceof Box box && isDate(box)) {
        int score = score(box, reach);
        if (score > bestScore) {
          Published found = inBox(box);
          if (found != null && !isChange(box)) {
            best = found;
            bestScore = score;
          }
        }
      }
    return best;
  }

  private static boolean isDate(Box box) {
    return box.shape == Shape.TIME || (box.marks & (Marks.DATE | Marks.PUBLISHED)) != 0 && box.end - box.start < 300;
  }

  private int score(Box box, Reach reach) {
    boolean given = box.element.hasAttr("pubdate") || "datePublished".equals(box.element.attr("itemprop"))
        || (box.marks & Marks.PUBLISHED) != 0 && (box.shape == Shape.TIME || (box.marks & Marks.DATE) != 0);
    if (!given && (reach == Reach.SURE || reach == Reach.UP_TO_END && box.start > main.end() + 100))
      return 0;
    Run heading = title.heading();
    int from = heading == null ? main.start() : heading.start;
    int distance = Math.abs(box.start - from);
    if (main.noise().has(box.index) && !given && distance > 300)
      return 0;
    return (given ? 1000 : 500) - Math.min(400, distance / 20);
  }

  private @Nullable Published inBox(Box box) {
    for (String name : new String[]{"datetime", "content", "title", "data-date", "data-time"}) {
      String value = box.element.attr(name);
      if (!value.isEmpty() && value.length() < 100) {
        Published found = dates.first(value);
        if (found != null)
          return found;
      }
    }
    return dates.first(page.text(box.start, Math.min(box.end, box.start + 300)));
  }

  private boolean isChange(Box box) {
    String name = box.element.className().toLowerCase(Locale.ROOT);
    if ((name.contains("updated") || name.contains("modified")) && !name.contains("publish")
        && !name.contains("entry-date"))
      return true;
    return "dateModified".equals(box.element.attr("itemprop"))
        || CHANGED.matcher(page.text(Math.max(0, box.start - 30), box.start)).find();
  }

  private @Nullable Published nearTitle() {
    Run heading = title.heading();
    int from = heading == null ? Math.max(0, main.start() - NEAR) : Math.max(0, heading.start - 150);
    return best(from, (heading == null ? from + NEAR : heading.end) + NEAR, 160);
  }

  /** The likeliest date in the runs of a stretch of text, leaving out paragraphs of more letters. */
  private @Nullable Published best(int from, int to, int letters) {
    Published best = null;
    int bestScore = -1;
    for (Part part : page.parts)
      if (part instanceof Run run && run.start >= from && run.start < to) {
        String text = page.text(run.start,
            Math.min(run.end, run.letters < letters ? run.start + 2000 : run.start + 40));
        for (DateText.Hit hit : hasDigit(text) ? dates.all(text) : List.<DateText.Hit>of()) {
          int score = score(hit, page.text(Math.max(0, run.start + hit.start() - 40), run.start + hit.start()));
          if (score > bestScore) {
            best = hit.date();
            bestScore = score;
          }
        }
      }
    return best;
  }

  /** By the words before it; -1 for a date of something else. */
  private static int score(DateText.Hit hit, String before) {
    if (NOT_THIS.matcher(before).find())
      return -1;
    if (CHANGED.matcher(before).find())
      return 1;
    return GIVEN.matcher(before).find() ? 10 : hit.date().time() != null ? 7 : 5;
  }

  private static boolean hasDigit(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++)
      if (Character.isDigit(text.charAt(i)) && ++digits > 3)
        return true;
    return false;
  }
}
