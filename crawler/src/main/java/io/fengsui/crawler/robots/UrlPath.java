package io.fengsui.crawler.robots;

/** The part of an address that rules speak of. */
final class UrlPath {
  /** Twice the longest rule; what is behind it decides nothing that a person would write down. */
  private static final int LONGEST = 32 << 10;

  private UrlPath() {}

  /** Path, parameters and query, with a slash before them; a slash alone where there are none. */
  static String of(String address) {
    int start = address.startsWith("//") ? 2 : 0;
    int scheme = address.indexOf("://", start);
    int early = firstOf(address, start);
    if (scheme >= 0 && (early < 0 || early > scheme))
      start = scheme + 3;
    int end = address.indexOf('#') < 0 ? address.length() : address.indexOf('#');
    int path = firstOf(address, start);
    if (path < 0 || end < path)
      return "/";
    var text = address.substring(path, Math.min(end, path + LONGEST));
    return PathRule.normalised(text.startsWith("/") ? text : "/" + text, false);
  }

  private static int firstOf(String text, int from) {
    for (int i = from; i < text.length(); i++)
      if ("/?;".indexOf(text.charAt(i)) >= 0)
        return i;
    return -1;
  }
}
