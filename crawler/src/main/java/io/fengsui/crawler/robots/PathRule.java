package io.fengsui.crawler.robots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An Allow or Disallow line.
 *
 * @param pattern the path it begins with, {@code *} for anything, {@code $} at the end for the end; percent-encoded
 */
record PathRule(boolean allow, String pattern) {
  /** A directory's index stands for the directory, as people mean it who allow only that. */
  private static final String INDEX = "/index.htm";

  /** Its length in octets where it matches, else 0, which decides nothing. */
  int weight(String path) {
    if (matches(path, pattern))
      return pattern.length();
    int slash = pattern.lastIndexOf('/');
    if (!allow || slash < 0 || !pattern.startsWith(INDEX, slash))
      return 0;
    var folder = pattern.substring(0, slash + 1) + "$";
    return matches(path, folder) ? folder.length() : 0;
  }

  private static boolean matches(String path, String pattern) {
    boolean anchored = pattern.endsWith("$");
    var parts = parts(anchored ? pattern.substring(0, pattern.length() - 1) : pattern);
    if (!path.startsWith(parts.getFirst()))
      return false;
    if (parts.size() == 1)
      return !anchored || path.length() == parts.getFirst().length();
    int at = parts.getFirst().length();
    for (String part : parts.subList(1, parts.size() - 1)) {
      int found = path.indexOf(part, at);
      if (found < 0)
        return false;
      at = found + part.length();
    }
    var last = parts.getLast();
    return anchored ? path.length() - last.length() >= at && path.endsWith(last) : path.indexOf(last, at) >= 0;
  }

  private static List<String> parts(String pattern) {
    var parts = new ArrayList<String>();
    int from = 0;
    for (int star = pattern.indexOf('*'); star >= 0; star = pattern.indexOf('*', from)) {
      parts.add(pattern.substring(from, star));
      from = star + 1;
    }
    parts.add(pattern.substring(from));
    return parts;
  }

  /** Escapes in capitals and, for a rule, octets beyond ASCII escaped: what both sides of a comparison look like. */
  static String normalised(String octets, boolean escape) {
    StringBuilder result = null;
    for (int i = 0; i < octets.length(); i++) {
      char c = octets.charAt(i);
      boolean escaped = c == '%' && i + 2 < octets.length() && hex(octets.charAt(i + 1)) && hex(octets.charAt(i + 2));
      boolean beyond = escape && c >= 0x80;
      if (result == null && (escaped || beyond))
        result = new StringBuilder(octets.length() + 16).append(octets, 0, i);
      if (result == null)
        continue;
      if (escaped) {
        result.append(octets.substring(i, i + 3).toUpperCase(Locale.ROOT));
        i += 2;
      } else if (beyond)
        result.append('%').append(String.format("%02X", (int) c));
      else
        result.append(c);
    }
    return result == null ? octets : result.toString();
  }

  private static boolean hex(char c) {
    return c < 0x80 && Character.digit(c, 16) >= 0;
  }
}
