package io.fengsui.crawler.clean;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Makes absolute addresses out of what publishers write. */
public final class Links {
  private static final int LONGEST = 4_000;

  private Links() {}

  /**
   * The absolute address.
   *
   * @param base of the response it stood in
   * @return empty for anything but http and https, and for what is no address
   */
  public static Optional<String> absolute(String base, String given) {
    String text = given.strip();
    if (text.isEmpty() || text.startsWith("#") || text.length() > LONGEST)
      return Optional.empty();
    if (isPlain(text))
      return Optional.of(text);
    if (text.regionMatches(true, 0, "www.", 0, 4))
      text = "https://" + text;
    try {
      URI link = URI.create(escaped(text));
      URI absolute = link.isAbsolute() ? link : resolved(URI.create(escaped(base)), link);
      return isWeb(absolute) ? Optional.of(absolute.toString()) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Whether it is an absolute address of letters and signs that need no second look. */
  static boolean isPlain(String text) {
    int host = text.startsWith("https://") ? 8 : text.startsWith("http://") ? 7 : -1;
    if (host < 0 || host >= text.length() || !isLetterOrDigit(text.charAt(host)))
      return false;
    for (int i = host; i < text.length(); i++)
      if (!isLetterOrDigit(text.charAt(i)) && "/.-_?&=,;+~".indexOf(text.charAt(i)) < 0)
        return false;
    return true;
  }

  private static boolean isLetterOrDigit(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
  }

  /** {@link URI#resolve} follows RFC 2396, where a query alone loses the file's name and an empty base path its slash. */
  private static URI resolved(URI base, URI link) {
    if (link.getRawAuthority() == null && link.getRawPath().isEmpty() && link.getRawQuery() != null)
      return URI.create(base.toString().replaceFirst("[?#].*", "") + link);
    boolean bare = base.getRawAuthority() != null && base.getRawPath().isEmpty();
    return (bare ? base.resolve("/") : base).resolve(link);
  }

  private static boolean isWeb(URI link) {
    return ("http".equalsIgnoreCase(link.getScheme()) || "https".equalsIgnoreCase(link.getScheme()))
        && link.getRawAuthority() != null;
  }

  /** Percent-encodes what RFC 3986 does not allow but browsers accept; letters of other scripts stay readable. */
  private static String escaped(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean bad = c <= ' ' || c == 0x7F || "\"<>\\^`{|}".indexOf(c) >= 0 || c == '%' && !isEscape(text, i)
          || Character.isSpaceChar(c);
      if (bad && out == null)
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      if (out != null)
        append(out, c, bad);
    }
    return out == null ? text : out.toString();
  }

  private static void append(StringBuilder out, char c, boolean bad) {
    if (!bad)
      out.append(c);
    else
      for (byte b : String.valueOf(c).getBytes(StandardCharsets.UTF_8))
        out.append('%').append(Character.toUpperCase(Character.forDigit(b >> 4 & 15, 16)))
            .append(Character.toUpperCase(Character.forDigit(b & 15, 16)));
  }

  private static boolean isEscape(String text, int i) {
    return i + 2 < text.length() && Character.digit(text.charAt(i + 1), 16) >= 0
        && Character.digit(text.charAt(i + 2), 16) >= 0;
  }
}
