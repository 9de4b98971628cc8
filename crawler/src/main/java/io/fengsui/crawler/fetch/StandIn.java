package io.fengsui.crawler.fetch;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Pages that publishers send instead of content, with status 200: "not found", "closed for maintenance". Known by their titles
 * alone, whole or up to the name of the site: a notice may well speak of maintenance, or of a page.
 */
final class StandIn {
  private static final Pattern BETWEEN = Pattern.compile("\\s+[-–—:·]\\s+|\\s*[|_»«:：｜]\\s*");
  private static final Pattern ABSENT = Pattern
      .compile("(http )?(error )?(status )?404( error| page)?[,.!]?( (page )?not found)?"
          + "|(the )?(requested )?page (was |is )?not found|page (cannot|can't|could not) be found|file not found|no such page"
          + "|(die )?seite (wurde )?nicht gefunden|page (introuvable|non trouvée|not available)"
          + "|(您访问的|您要访问的|该|抱歉[,，]?)?(页面|网页)(不存在|未找到|没有找到|找不到|已删除)了?|(找不到|未找到)(页面|网页|頁面|網頁)"
          + "|(頁面|網頁)(不存在|未找到|找不到)|404(错误|錯誤|页面|頁面|エラー)(页面|頁面)?|(お探しの|指定された)?ページ(が|は)(見つかりません|存在しません)(でした)?"
          + "|페이지를 찾을 수 없습니다|존재하지 않는 페이지(입니다)?");
  /** Too short for part of a title. */
  private static final Pattern ABSENT_WHOLE = Pattern.compile("not found|seite nicht verfügbar|introuvable");
  private static final Pattern CLOSED = Pattern
      .compile("(site |website |system |server )?(is )?(currently |temporarily )?"
          + "(down|closed|offline|unavailable) (for|due to) (scheduled |planned )?maintenance"
          + "|(site |website |system |server )?(under|in) maintenance|(site|website|system|server|scheduled|planned) maintenance"
          + "|maintenance( mode| page)?|(503 )?(service|site|website|page) (is )?(temporarily |currently )?unavailable"
          + "|(we'll|we will) be (right )?back( soon)?!?|(系统|网站|服务|平台)(正在)?(升级|维护|升级维护|维护升级)中?|(系統|網站|服務)(正在)?維護中?"
          + "|(ただいま)?(システム|サイト|サーバー?)?メンテナンス(中|のお知らせ)(です)?|(시스템|서비스|사이트|홈페이지) ?점검 ?(중|안내)?(입니다)?"
          + "|wartung(sarbeiten|smodus)?|wegen wartung(sarbeiten)? (geschlossen|nicht erreichbar)|(site )?en maintenance"
          + "|maintenance (du site|en cours)|(site|service) (temporairement )?indisponible");
  /** A page that is closed has little else on it. */
  private static final int MOST_LINKS = 40;

  private StandIn() {}

  static Optional<Fetched.Cut> find(String title, String html) {
    var lower = title.toLowerCase(Locale.ROOT);
    if (ABSENT_WHOLE.matcher(lower).matches() || part(lower, ABSENT))
      return Optional.of(new Fetched.Cut(Cause.SOFT_404, "a page that says it is not there: \"" + title + "\""));
    if (part(lower, CLOSED) && links(html) <= MOST_LINKS)
      return Optional.of(new Fetched.Cut(Cause.MAINTENANCE, "a page that says it is closed: \"" + title + "\""));
    return Optional.empty();
  }

  private static boolean part(String title, Pattern pattern) {
    return Stream.concat(Stream.of(title), BETWEEN.splitAsStream(title))
        .anyMatch(text -> pattern.matcher(text.strip()).matches());
  }

  private static int links(String html) {
    int links = 0;
    for (int at = html.indexOf("<a "); at >= 0; at = html.indexOf("<a ", at + 1))
      links++;
    return links;
  }
}
