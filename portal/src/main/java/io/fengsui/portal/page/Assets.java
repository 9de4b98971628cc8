package io.fengsui.portal.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Addresses of style sheets and scripts; each carries a digest of its content, so that browsers may keep it for ever. */
final class Assets {
  static final String FOREVER = "public, max-age=31536000, immutable";
  private static final String HTMX = "META-INF/maven/org.webjars.npm/htmx.org/pom.properties";

  private final Map<String, String> hrefs = new ConcurrentHashMap<>();

  /** Whether the request's address names one version of a file. */
  static boolean unchanging(ServerHttpRequest request) {
    String path = request.getPath().value();
    return path.startsWith("/webjars/") || path.startsWith("/assets/") && request.getQueryParams().containsKey("v");
  }

  /** The address of a file of {@code static/assets}. */
  String href(String name) {
    return hrefs.computeIfAbsent(name, file -> "/assets/" + file + "?v=" + digest("static/assets/" + file));
  }

  /** The address of htmx in its webjar. */
  String htmx() {
    return hrefs.computeIfAbsent(HTMX, file -> "/webjars/htmx.org/" + version(file) + "/dist/htmx.min.js");
  }

  private static String version(String file) {
    try (InputStream in = open(file)) {
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String digest(String file) {
    try (InputStream in = open(file)) {
      byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
      return HexFormat.of().formatHex(sha256, 0, 6);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static InputStream open(String file) throws IOException {
    InputStream in = Assets.class.getClassLoader().getResourceAsStream(file);
    if (in == null)
      throw new IOException("not in the jar: " + file);
    return in;
  }
}
