package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Request;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Status lines, request lines and headers, as they are kept. */
final class HttpHeads {
  /** The payload is kept decoded: these headers would lie about it, and are kept under another name. */
  private static final Set<String> UNDONE = Set.of("content-encoding", "transfer-encoding", "content-length", "trailer",
      "connection", "keep-alive");
  private static final String ORIGINAL = "x-archive-orig-";
  /** Others may hold a secret: a key, a session. */
  private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "content-type");

  private static final Pattern ADDRESS = Pattern.compile("(?s)[a-zA-Z]+://(?<host>[^/?#]*)(?<path>[^#]*).*");

  private HttpHeads() {}

  static byte[] response(Fetched.Content content) {
    var head = new StringBuilder(512).append("HTTP/1.1 ").append(content.status()).append(" \r\n");
    content.headers().forEach((name, values) -> {
      if (!name.equals("set-cookie"))
        values.forEach(value -> line(head, UNDONE.contains(name) ? ORIGINAL + name : name, value));
    });
    line(head, "content-length", Long.toString(content.body().size()));
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The request with its body. */
  static byte[] request(Request asked) {
    var address = ADDRESS.matcher(asked.address());
    boolean web = address.matches();
    var path = web ? address.group("path") : asked.address();
    var head = new StringBuilder(256).append(asked.method()).append(' ').append(path.startsWith("/") ? "" : "/")
        .append(path.replaceAll("[\\x00-\\x20]", "")).append(" HTTP/1.1\r\n");
    line(head, "host", web ? address.group("host") : "");
    asked.headers().forEach((name, value) -> {
      if (HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
        line(head, name.toLowerCase(Locale.ROOT), value);
    });
    if (asked.etag() != null)
      line(head, "if-none-match", asked.etag());
    if (asked.lastModified() != null)
      line(head, "if-modified-since", asked.lastModified());
    var body = asked.body() == null ? "" : asked.body();
    if (!body.isEmpty())
      line(head, "content-length", Integer.toString(body.getBytes(StandardCharsets.UTF_8).length));
    return head.append("\r\n").append(body).toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void line(StringBuilder head, String name, String value) {
    boolean plain = value.indexOf('\r') < 0 && value.indexOf('\n') < 0;
    head.append(name).append(": ").append(plain ? value : value.replaceAll("[\\r\\n]+", " ")).append("\r\n");
  }
}
