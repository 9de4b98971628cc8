package io.fengsui.crawler.article;

import java.util.regex.Pattern;

/** Lines that speak of the page or its makers, and not of what the article is about. */
final class Remarks {
  private static final Pattern BEGINNING = Pattern.compile("(?iu)^[\\s\\[(（【>*–—-]*(?:"
      // What is offered to the reader.
      + "advert(?:s|isements?)?\\b\\W*$|anzeige\\W*$|werbung\\W*$|publicit[éà]\\W*$|publicidad\\W*$|share (?:this|on|via)\\b|follow (?:us|me|him|her|them|@)"
      + "|(?:sign up|subscribe|register) (?:to|for|now|here|today)\\b|like us on|join (?:us|our)\\b|click here|download (?:the|our) app|get the latest"
      // Where there is more.
      + "|(?:read|see|learn|find out) more\\b|read (?:also|next|the original|the full)\\b|related\\b.{0,20}[:：]|(?:also|lesen sie|lire|leia|lee|leggi) (?:auch|aussi|também|también|anche)\\b|mehr zum thema|more (?:on|from|about) "
      // Who made it, and when.
      + "|(?:first |last |originally )?(?:published|updated|posted|modified)\\b.{0,8}\\d|copyright\\b|©|all rights reserved|photo(?:graph)?s?(?: credit| by)?\\s*:|image credits?\\b|source\\s*:|tags?\\s*:|filed under|posted in|categor(?:y|ies)\\s*:|comments?\\s*\\(?\\d*\\)?$"
      + "|have a tip|contact the (?:author|writer|reporter)|(?:you can )?(?:reach|email|e-mail|contact) .{3,60}@|\\S+ \\S+ (?:may|can) be reached at"
      // Chinese.
      + "|(?:责任编辑|责编|编辑|校对|审核|审校|监制|值班编辑|供稿|供图|图源|摄影|来源|稿源|信息来源|文章来源|作者|记者|编者|原标题|发布时间|发布日期|更新时间|浏览次数|阅读次数|点击数|字号|字体)\\s?[:：/／]"
      + "|(?:免责声明|版权声明|特别声明|郑重声明|声明)\\s?[:：]|本文(?:来自|来源|转载|由|系|为).{0,30}(?:转载|版权|授权|作者|发布|提供|原创)|转载请注明|未经(?:授权|许可|允许)|版权(?:所有|归)|扫一扫|扫描(?:上方|下方)?二维码|长按|欢迎关注|关注我们|点击(?:进入|查看|阅读|下载)|分享到|分享至|打印本页|关闭窗口|上一篇|下一篇|相关(?:阅读|新闻|报道|链接|文章|资讯)|更多(?:精彩|资讯|新闻|内容)|阅读原文|返回(?:首页|顶部|列表)|\\+1$|图集$|在看$|举报$"
      + "|안내|저작권자|무단[ ]?전재|関連記事)");
  private static final Pattern ENDING = Pattern.compile("(?:责任编辑|责编|编辑)[:：]\\s?\\S{2,8}[)）】\\]]?\\s*$|无断转载");
  /** Characters of a line whose beginning and end tell. */
  private static final int SHORT = 80;

  private Remarks() {}

  static boolean is(String line) {
    return BEGINNING.matcher(line).lookingAt() || line.length() < SHORT && ENDING.matcher(line).find();
  }
}
