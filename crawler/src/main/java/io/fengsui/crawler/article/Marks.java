package io.fengsui.crawler.article;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What names of classes, ids and roles tell about an element, as bits. Keeps what it has seen: one for each page. */
final class Marks {
  static final int NAVIGATION = 1;
  static final int COMMENTS = 2;
  static final int RELATED = 4;
  static final int SHARE = 8;
  static final int ADVERT = 16;
  static final int SIDE = 32;
  static final int DATE = 64;
  static final int AUTHOR = 128;
  static final int CAPTION = 256;
  static final int BODY = 512;
  static final int POST = 1024;
  static final int TITLE = 2048;
  static final int INFO = 4096;
  static final int HIDDEN = 8192;
  static final int FOOTER = 16384;
  static final int NOTICE = 32768;
  static final int TAGS = 65536;
  static final int PUBLISHED = 1 << 17;

  /** What is never part of the text, unless nearly all of the text is in it. */
  static final int NOISE = NAVIGATION | COMMENTS | RELATED | SHARE | ADVERT | SIDE | FOOTER | NOTICE | TAGS | HIDDEN;

  private static final Map<String, Integer> WORDS = words();
  private static final Map<String, Integer> BEGINNINGS = beginnings();
  private static final Pattern SPACE = Pattern.compile("\\s+");
  /** Whole names of classes: "label-hidden" hides a label, not the box that has it. */
  private static final Set<String> HIDING = Set.of("hidden", "invisible", "hide", "visually-hidden",
      "visuallyhidden", "screen-reader-text", "sr-only", "d-none", "offscreen", "element-invisible", "is-hidden");
  private static final int SHORTEST = 4;
  private static final int LONGEST = 200;

  private final Map<String, Integer> seen = new HashMap<>();

  int of(String names) {
    Integer known = seen.get(names);
    if (known != null)
      return known;
    int marks = read(names);
    seen.put(names, marks);
    return marks;
  }

  /** Words are set apart by anything that is no letter, and by capitals. */
  private static int read(String names) {
    int marks = 0;
    for (String name : SPACE.split(names))
      if (HIDING.contains(name))
        marks |= HIDDEN;
    int end = Math.min(names.length(), LONGEST);
    int start = 0;
    for (int i = 0; i <= end; i++) {
      boolean letter = i < end && Character.isLetter(names.charAt(i));
      boolean capital = letter && i > start && Character.isUpperCase(names.charAt(i))
          && Character.isLowerCase(names.charAt(i - 1));
      if (letter && !capital)
        continue;
      if (i > start)
        marks |= word(names.substring(start, i).toLowerCase(Locale.ROOT));
      start = capital ? i : i + 1;
    }
    return marks;
  }

  private static int word(String word) {
    Integer exact = WORDS.get(word);
    if (exact != null)
      return exact;
    for (int length = Math.min(word.length(), 9); length >= SHORTEST; length--) {
      Integer mark = BEGINNINGS.get(word.substring(0, length));
      if (mark != null)
        return mark;
    }
    return 0;
  }

  private static Map<String, Integer> words() {
    var words = new HashMap<String, Integer>();
    put(words, NAVIGATION, "nav menu navi topbar toolbar crumb crumbs pager paging pages toc prevnext prev next"
        + " position location dangqian weizhi");
    put(words, COMMENTS, "comment comments disqus respond reply replies discussion livefyre pinglun cmt cmts fb");
    put(words, RELATED,
        "gallery slideshow carousel slider related recommend recommended recirc recirculation more readmore morefrom trending popular"
            + " latest teaser teasers outbrain taboola zergnet revcontent similar suggested xgxw tuijian relate hot rank"
            + " relevant upnext recent");
    put(words, SHARE, "share sharing social sns addthis sharethis fenxiang socials follow likes bdshare");
    put(words, ADVERT, "ad ads advert advertisement adv adsense adslot dfp sponsor sponsored promo promoted promos"
        + " promotion commercial gg guanggao affiliate banner");
    put(words, SIDE, "sidebar side aside rail rightbar leftbar complementary statement");
    put(words, DATE, "date time datetime timestamp pubtime pubdate posted fbsj shijian dateline riqi day");
    put(words, PUBLISHED, "published publish publication created");
    put(words, AUTHOR, "author authors byline writer bylines reporter zuozhe contributor");
    put(words, CAPTION, "caption captions credit credits wp-caption imgcaption photocredit copyright legend legende");
    put(words, BODY, "articlebody content text body entry story prose richtext zhengwen maintext bodytext"
        + " articlecontent newscontent trs_editor editor articletext storybody contenttext");
    put(words, POST, "article post hentry blogpost news single detail");
    put(words, TITLE, "title headline heading subject biaoti header");
    put(words, INFO, "meta info laiyuan source from editorinfo postinfo metadata kicker eyebrow");
    put(words, FOOTER, "footer foot colophon copyrights");
    put(words, NOTICE, "newsletter cookie cookies consent gdpr subscribe subscription signup login signin register"
        + " popup gdpr gprd disclaimer donate donation shengming qrcode");
    put(words, TAGS, "tag tags tagcloud keywords keyword topics biaoqian labels");
    return Map.copyOf(words);
  }

  private static Map<String, Integer> beginnings() {
    var words = new HashMap<String, Integer>();
    put(words, NAVIGATION, "breadcrumb navig menubar pagination paginat navbar submenu");
    put(words, COMMENTS, "comment disqus");
    put(words, RELATED, "related recommend recirc outbrain taboola trending");
    put(words, SHARE, "share social addtoany");
    put(words, ADVERT, "advert sponsor promo");
    put(words, SIDE, "sidebar");
    put(words, AUTHOR, "author byline");
    put(words, CAPTION, "caption");
    put(words, BODY, "articlebody articlecontent articletext storybody entrycontent postcontent");
    put(words, NOTICE, "newsletter cookie subscri");
    put(words, FOOTER, "footer");
    put(words, DATE, "datetime timestamp pubtime pubdate");
    put(words, PUBLISHED, "publish");
    return Map.copyOf(words);
  }

  private static void put(Map<String, Integer> words, int mark, String names) {
    for (String name : names.split(" "))
      words.merge(name, mark, (a, b) -> a | b);
  }
}
