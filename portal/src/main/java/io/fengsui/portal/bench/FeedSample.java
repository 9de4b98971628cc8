package io.fengsui.portal.bench;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/** The feed of the benchmark: RSS 2.0, 100 items, 133 KB, with descriptions in HTML as a recall list has them. */
final class FeedSample {
  /** A source that reads it, as an operator would write it. */
  static final String SOURCE = """
      id: bench-feed
      names: {zh: 基准, en: Benchmark}
      authority: {zh: 基准, en: Benchmark}
      homepage: https://publisher.example/
      licence: CC0
      verified: unverified
      kind: recall
      notifying: [SE]
      language: en
      rhythm: {every: PT6H, expected: P7D}
      fetch:
        url: https://publisher.example/feed
      read:
        format: feed
        fields:
          reference: [guid, link]
          title: title
          text: {path: description, html: true}
          categories: category
          dates:
            published: {path: pubDate, date: rfc822}
          links:
            - {rel: notice, path: link}
      """;
  private static final int ITEMS = 100;
  private static final int SIZE = 133_000;
  private static final String[] WORDS = ("the recall of a kettle sold online in March and April because its lid can come off while"
      + " pouring hot water may burn the user consumers should stop using it and return the product to the shop for a full refund"
      + " model number batch date code barcode importer manufacturer country risk level serious measure taken by economic"
      + " operators charger battery lithium overheats fire toy small parts choking").split(" ");

  private FeedSample() {}

  /** The same bytes on each call. */
  static byte[] bytes() {
    var random = new Random(1);
    var text = new StringBuilder(SIZE + 4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\""
        + " xmlns:atom=\"http://www.w3.org/2005/Atom\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n<channel>\n"
        + "<title>Product recalls</title>\n<link>https://publisher.example/</link>\n<description>Latest</description>\n"
        + "<atom:link href=\"https://publisher.example/feed\" rel=\"self\" type=\"application/rss+xml\"/>\n");
    int head = text.length();
    for (int i = 0; i < ITEMS; i++)
      item(text, random, i, head + (SIZE - head - 30) * (i + 1) / ITEMS);
    return text.append("</channel>\n</rss>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void item(StringBuilder text, Random random, int number, int end) {
    text.append("<item>\n<title>Recall ").append(number).append(": ").append(words(random, 7))
        .append(" &amp; more</title>\n<link>https://publisher.example/recalls/").append(number)
        .append("?a=1&amp;b=2</link>\n<guid isPermaLink=\"false\">recall-").append(number)
        .append("</guid>\n<pubDate>Tue, 24 Nov 2026 0").append(number % 10)
        .append(":15:00 GMT</pubDate>\n<category>Kitchen")
        .append("</category>\n<dc:creator>Consumer Office</dc:creator>\n<description>");
    String close = "</description>\n</item>\n";
    boolean section = number % 2 == 0;
    text.append(section ? "<![CDATA[" : "");
    int room = end - text.length() - close.length() - (section ? 3 : 0);
    text.append(html(random, number, room, section)).append(section ? "]]>" : "").append(close);
  }

  private static String html(Random random, int number, int room, boolean section) {
    var html = new StringBuilder("<h3>What to do</h3><ul><li>Model: K-").append(number).append("</li><li>Batch: ")
        .append(number * 7919).append("</li></ul><img src=\"https://publisher.example/i/").append(number)
        .append(".jpg\" alt=\"\" />");
    while (written(html, section) < room - 260)
      html.append("\n<p>").append(words(random, 22)).append(" &amp; <b>").append(words(random, 3))
          .append("</b>&nbsp;<a href=\"https://publisher.example/more/").append(number).append("\">more</a><br />")
          .append(words(random, 5)).append("</p>");
    return section ? html.toString() : escaped(html);
  }

  private static int written(StringBuilder html, boolean section) {
    return section ? html.length() : escaped(html).length();
  }

  private static String escaped(CharSequence html) {
    return html.toString().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String words(Random random, int count) {
    var words = new StringBuilder();
    for (int i = 0; i < count; i++)
      words.append(i == 0 ? "" : " ").append(WORDS[random.nextInt(WORDS.length)]);
    return words.toString();
  }
}
