package io.fengsui.crawler.feed;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** References to characters: those of XML, those of HTML by name, those that the feed declares. */
final class Entities {
  private static final String WINDOWS = "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
      + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";
  private static final int LONGEST = 33;
  private static final int KEPT = 5_000;
  private static final Map<String, String> NAMED = new ConcurrentHashMap<>();

  private Entities() {}

  /** Replaces the references in a text; what is none stays as it is. */
  static String decode(String text, Map<String, String> declared) {
    int amp = text.indexOf('&');
    if (amp < 0)
      return text;
    var out = new StringBuilder(text.length());
    int from = 0;
    while (amp >= 0) {
      int end = text.indexOf(';', amp, Math.min(text.length(), amp + LONGEST));
      String value = end < 0 ? null : reference(text.substring(amp + 1, end), declared);
      out.append(text, from, amp).append(value == null ? "&" : value);
      from = value == null ? amp + 1 : end + 1;
      amp = text.indexOf('&', from);
    }
    return out.append(text, from, text.length()).toString();
  }

  /** What a reference, without its ampersand and semicolon, stands for; null for nothing. */
  static @Nullable String reference(String name, Map<String, String> declared) {
    if (name.startsWith("#"))
      return numbered(name);
    String own = declared.get(name);
    return own != null ? own : named(name);
  }

  /** What HTML means by a name, null for nothing. */
  static @Nullable String named(String name) {
    String value = NAMED.get(name);
    if (value == null) {
      value = name.equals("apos") ? "'" : found(name);
      // There are some two thousand names; what hostile texts make up is not kept.
      if (NAMED.size() < KEPT)
        NAMED.put(name, value);
    }
    return value.isEmpty() ? null : value;
  }

  /** Empty for nothing. */
  private static String found(String name) {
    for (int i = 0; i < name.length(); i++)
      if (!Character.isLetterOrDigit(name.charAt(i)))
        return "";
    String value = name.isEmpty() ? "" : Parser.unescapeEntities("&" + name + ";", true);
    return value.startsWith("&") && value.length() > 1 ? "" : value;
  }

  private static @Nullable String numbered(String name) {
    boolean hex = name.startsWith("#x") || name.startsWith("#X");
    try {
      int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
      if (code >= 0x80 && code < 0xA0)
        return String.valueOf(WINDOWS.charAt(code - 0x80));
      boolean character = code == '\t' || code == '\n' || code == '\r'
          || code >= ' ' && Character.isValidCodePoint(code)
              && !(code >= 0xD800 && code < 0xE000);
      return character ? Character.toString(code) : "";
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** Makes characters of the controls that stand where windows-1252 has characters. */
  static String windows(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x80 && c < 0xA0) {
        if (out == null)
          out = new StringBuilder(text);
        out.setCharAt(i, WINDOWS.charAt(c - 0x80));
      }
    }
    return out == null ? text : out.toString();
  }
}
