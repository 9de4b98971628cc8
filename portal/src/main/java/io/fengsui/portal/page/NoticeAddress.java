package io.fengsui.portal.page;

import io.fengsui.crawler.notice.NoticeId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * Where a notice is found. References contain slashes, which stay as they are; those that a browser would rewrite
 * ({@code a//b}, {@code ..}) go into the query.
 */
public final class NoticeAddress {
  private NoticeAddress() {}

  /** The address of a notice under a prefix such as {@code /notice}. */
  public static String of(String prefix, NoticeId id) {
    String start = prefix + "/" + encode(id.source());
    String[] parts = id.reference().split("/", -1);
    if (Arrays.stream(parts).anyMatch(part -> part.isBlank() || part.equals(".") || part.equals("..")))
      return start + "/?reference=" + encode(id.reference());
    return start + "/" + Arrays.stream(parts).map(NoticeAddress::encode).collect(Collectors.joining("/"));
  }

  /** The notice that an address of that form names, null where it names none. */
  public static @Nullable NoticeId read(String source, String rest, @Nullable String reference) {
    String found = reference != null ? reference : rest.startsWith("/") ? rest.substring(1) : rest;
    return source.isBlank() || found.isBlank() ? null : new NoticeId(source, found.strip());
  }

  private static String encode(String text) {
    return UriUtils.encode(text, StandardCharsets.UTF_8);
  }
}
