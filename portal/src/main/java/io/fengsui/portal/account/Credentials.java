package io.fengsui.portal.account;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.reactive.ServerHttpRequest;

/** Tells the operator by a password (HTTP Basic, RFC 7617, any user name); without one, by sitting at the machine itself. */
final class Credentials {
  private static final String BASIC = "basic ";
  private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final byte @Nullable [] password;

  /** @param password blank where none is set */
  Credentials(String password) {
    this.password = password.isBlank() ? null : digest(password);
  }

  Admission of(ServerHttpRequest request) {
    if (password == null)
      return atTheMachine(request) ? Admission.GRANTED : Admission.REFUSED;
    String given = given(request.getHeaders().getFirst(HttpHeaders.AUTHORIZATION));
    // Digests are of one length, so that the time of the comparison says nothing.
    return given != null && MessageDigest.isEqual(password, digest(given)) ? Admission.GRANTED : Admission.ASKED;
  }

  private static @Nullable String given(@Nullable String header) {
    if (header == null || !header.toLowerCase(Locale.ROOT).startsWith(BASIC))
      return null;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0 ? null : pair.substring(colon + 1);
    } catch (IllegalArgumentException malformed) {
      return null;
    }
  }

  /**
   * Behind a proxy every visitor has the proxy's address: what a proxy adds refuses. And a page elsewhere whose name was
   * made to point here (DNS rebinding) still asks for its own host.
   */
  private static boolean atTheMachine(ServerHttpRequest request) {
    InetSocketAddress peer = request.getRemoteAddress();
    return peer != null && peer.getAddress() != null && peer.getAddress().isLoopbackAddress()
        && request.getHeaders().headerNames().stream().noneMatch(Credentials::byProxy)
        && HERE.contains(host(request.getHeaders().getFirst(HttpHeaders.HOST)));
  }

  private static boolean byProxy(String header) {
    String name = header.toLowerCase(Locale.ROOT);
    return name.startsWith("x-forwarded") || Set.of("forwarded", "via", "x-real-ip").contains(name);
  }

  private static String host(@Nullable String header) {
    return header == null ? "" : header.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
