package io.fengsui.crawler.source;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a source is fetched.
 *
 * @param url         address template with {@code {since}} and {@code {page}} where the publisher takes them
 * @param method      GET or POST
 * @param headers     sent as they are
 * @param secrets     header name, or a name in braces that stands in the address, to the name of the environment variable that
 *                    holds its value; the source is off without
 * @param body        template of the request body, null for none
 * @param since       how {@code {since}} is written, null where the address has none
 * @param paging      how {@code {page}} counts, null where one response is all
 * @param follow      set where the first response is an index of further documents, null where it holds the notices
 * @param emptyStatus HTTP statuses that mean "no notices" with this publisher
 * @param maxBytes    the largest body accepted, decoded
 * @param timeout     for the whole response
 */
public record FetchPlan(String url, String method, Map<String, String> headers, Map<String, String> secrets,
    @Nullable String body, @Nullable Since since, @Nullable Paging paging, @Nullable Follow follow,
    Set<Integer> emptyStatus, long maxBytes, Duration timeout) {
  /** 64 MiB: four times the largest file that a publisher is known to send. */
  public static final long DEFAULT_MAX_BYTES = 64L << 20;

  /** Long enough for the slowest publisher seen, 16 MB at 250 kB/s. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(90);

  public FetchPlan {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    secrets = Collections.unmodifiableMap(new LinkedHashMap<>(secrets));
    emptyStatus = Set.copyOf(emptyStatus);
  }

  /** Whether a secret's name stands for a place in the address, such as {@code {key}}, and not for a header. */
  public static boolean isPlaceholder(String secret) {
    return secret.startsWith("{") && secret.endsWith("}");
  }

  /**
   * The time from which notices are asked for.
   *
   * @param pattern {@link java.time.format.DateTimeFormatter} pattern, written in UTC
   * @param overlap asked for again before the last success, because publishers back-date
   * @param first   how far back the first crawl asks
   */
  public record Since(String pattern, Duration overlap, Duration first) {}

  /**
   * Page numbers or offsets.
   *
   * @param first value of the first page
   * @param step  added for each further page: 1 for page numbers, the page size for offsets
   * @param most  pages at most in one crawl
   */
  public record Paging(int first, int step, int most) {}

  /**
   * The first response is an index; each address in it that has not been read yet is fetched and read.
   *
   * @param paths    where the addresses stand, in the language of {@code format}
   * @param format   format of the index
   * @param strip    regular expression of what is cut from each address, null for nothing
   * @param template address template of the documents, with {@code {name}} for what varies
   * @param most     documents at most in one crawl
   */
  public record Follow(Format format, List<String> paths, @Nullable String strip, String template, int most) {
    public Follow {
      paths = List.copyOf(paths);
    }
  }
}
