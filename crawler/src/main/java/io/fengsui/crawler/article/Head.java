package io.fengsui.crawler.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What a page says about itself without showing it: its metadata and linked data. */
final class Head {
  private static final int MOST = 200;
  /** Names in lower case; of several values the first. */
  final Map<String, String> meta = new HashMap<>();
  final List<String> linkedData = new ArrayList<>();
  String title = "";
  @Nullable
  String canonical;

  /** Takes what the element says, if it says anything. */
  void take(Element element) {
    switch (element.normalName()) {
      case "meta" -> meta(element);
      case "title" -> title = title.isEmpty() ? element.text() : title;
      case "link" -> canonical = canonical == null && element.attr("rel").equalsIgnoreCase("canonical")
          ? element.attr("href")
          : canonical;
      case "script" -> {
        if (linkedData.size() < MOST && element.attr("type").toLowerCase(Locale.ROOT).contains("ld+json"))
          linkedData.add(element.data());
      }
      default -> {
      }
    }
  }

  private void meta(Element element) {
    String content = element.attr("content");
    if (content.isBlank() || meta.size() > MOST)
      return;
    for (String key : new String[]{"property", "name", "itemprop", "http-equiv"}) {
      String name = element.attr(key);
      if (!name.isEmpty())
        meta.putIfAbsent(name.toLowerCase(Locale.ROOT).strip(), content.strip());
    }
  }
}
