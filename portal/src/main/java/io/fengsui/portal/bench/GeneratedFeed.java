package io.fengsui.portal.bench;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** A feed as a food authority might send it, always the same for the same number. */
final class GeneratedFeed {
  private static final OffsetDateTime NEWEST = OffsetDateTime.of(2026, 9, 30, 8, 0, 0, 0, ZoneOffset.UTC);

  private GeneratedFeed() {}

  static String of(int number, int items) {
    StringBuilder feed = new StringBuilder("""
        <?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel><title>Recalls %d</title>\
        <link>https://authority.example/</link><description>All recalls</description>""".formatted(number));
    for (int i = 0; i < items; i++)
      feed.append(
          """
              <item><title>Recall %d-%d: pistachio paste</title><link>https://authority.example/recall/%d-%d</link>\
              <guid isPermaLink="false">%d-%d</guid><pubDate>%s</pubDate>\
              <description>&lt;p&gt;Aflatoxin above the &lt;b&gt;limit&lt;/b&gt;, batch %d.&lt;/p&gt;</description></item>"""
              .formatted(number, i, number, i, number, i,
                  NEWEST.minusHours(7L * i).format(DateTimeFormatter.RFC_1123_DATE_TIME), i));
    return feed.append("</channel></rss>").toString();
  }
}
