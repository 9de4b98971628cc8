package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.Format;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Sees by its first characters when a response is something else than its source says. */
final class FormatCheck {
  private static final Pattern HTML = Pattern.compile(
      "(?is)^(?:<\\?xml.*?\\?>\\s*)?(?:<!--.*?-->\\s*)*(?:<!doctype\\s+html|<(?:html|head|body|script|div|center|h1|p|table|meta|title)\\b).*");
  private static final Pattern TITLE = Pattern.compile("(?is)<title[^>]*>(.{1,200}?)</title>");
  private static final Pattern JSON = Pattern.compile("(?s)^(?:\\{\\s*[\"}]|\\[\\s*[\\[{\\]\"\\d]).*");

  /** XML, JSON Feed, or a feed behind something that does not belong there, such as a server's warning. */
  private static final Pattern FEED = Pattern.compile("(?i)^[<{]|<\\?xml\\s|<(?:rss|feed|\\w+:RDF)[\\s>]");

  private FormatCheck() {}

  /** Refuses an empty response and one of another format. */
  static void check(Format format, String head) throws Unreadable {
    if (head.isBlank())
      throw new Unreadable(Cause.MALFORMED, "the response is empty");
    String other = other(format, head);
    if (other != null)
      throw new Unreadable(Cause.WRONG_FORMAT, "expected " + format.code() + ", got " + other);
  }

  private static @Nullable String other(Format format, String head) {
    String binary = binary(head);
    if (binary != null)
      return binary;
    return switch (format) {
      case HTML -> JSON.matcher(head).matches() ? "JSON: " + excerpt(head) : null;
      case CSV -> head.startsWith("<") || JSON.matcher(head).matches() ? markup(head) : null;
      case JSON -> isJsonStart(head) ? null : markup(head);
      case XML -> HTML.matcher(head).matches() || !head.startsWith("<") ? markup(head) : null;
      case FEED -> HTML.matcher(head).matches() || !FEED.matcher(head).find() ? markup(head) : null;
    };
  }

  /** A number, a text or a word is JSON too, but none that holds records. */
  private static boolean isJsonStart(String head) {
    return head.startsWith("{") || head.startsWith("[") || head.startsWith("null");
  }

  private static String markup(String head) {
    if (HTML.matcher(head).matches())
      return "an HTML page" + title(head);
    if (head.startsWith("<"))
      return "XML: " + excerpt(head);
    return (JSON.matcher(head).matches() ? "JSON: " : "text: ") + excerpt(head);
  }

  private static String title(String head) {
    Matcher title = TITLE.matcher(head);
    return title.find() ? " \"" + PlainText.line(title.group(1)) + "\"" : ": " + excerpt(head);
  }

  private static String excerpt(String head) {
    String line = PlainText.line(head);
    return line.length() > 80 ? line.substring(0, 80) + "…" : line;
  }

  private static @Nullable String binary(String head) {
    if (head.startsWith("%PDF-"))
      return "a PDF";
    if (head.startsWith("PK\u0003\u0004"))
      return "a ZIP archive (or an Office document)";
    if (head.startsWith("\u001F\uFFFD\b") || head.startsWith("\u001F\u2039\b"))
      return "gzip-compressed bytes";
    return head.startsWith("\uFFFDPNG") ? "a picture" : null;
  }
}
