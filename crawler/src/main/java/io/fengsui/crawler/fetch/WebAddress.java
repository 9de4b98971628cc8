package io.fengsui.crawler.fetch;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Web addresses as publishers write them: with spaces, bars and letters that RFC 3986 wants encoded. */
final class WebAddress {
  private static final String ILLEGAL = "\"<>\\^`{|}";

  /** A leading zero means octal to some and nothing to others: nobody who means well writes an address so. */
  private static final Pattern AMBIGUOUS = Pattern.compile("(\\d+\\.)*0\\d+(\\.\\d+)*");

  private WebAddress() {}

  /** The address without its fragment, illegal characters encoded; null where it is no http or https address. */
  static @Nullable URI parse(String text) {
    int fragment = text.indexOf('#');
    return web(encoded(fragment < 0 ? text.strip() : text.substring(0, fragment).strip()));
  }

  /** Where a redirect leads, null where that is no http or https address. */
  static @Nullable URI resolve(URI base, String location) {
    try {
      return web(base.resolve(new URI(encoded(location.strip()))).toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      return null;
    }
  }

  /** Scheme, host and port: what robots.txt and secrets belong to. */
  static String origin(URI uri) {
    int port = uri.getPort() >= 0 ? uri.getPort() : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    return (uri.getScheme() + "://" + uri.getHost()).toLowerCase(Locale.ROOT) + ":" + port;
  }

  private static @Nullable URI web(String text) {
    try {
      var uri = new URI(text.contains("#") ? text.substring(0, text.indexOf('#')) : text);
      boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      // An address that carries a password is a trap for whoever reads only its beginning.
      return web && uri.getHost() != null && uri.getUserInfo() == null
          && !AMBIGUOUS.matcher(uri.getHost()).matches() ? uri : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  private static String encoded(String text) {
    var result = new StringBuilder(text.length());
    for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
      int value = octet & 0xff;
      if (value <= ' ' || value >= 0x7f || ILLEGAL.indexOf(value) >= 0)
        result.append(String.format("%%%02X", value));
      else
        result.append((char) value);
    }
    return result.toString();
  }
}
