package io.fengsui.crawler.fetch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing to fetch.
 *
 * @param source       id of the source that asks
 * @param address      the full address, all templates filled in
 * @param template     the template that the address came from, by which recordings are found
 * @param etag         of the last content, null for an unconditional request
 * @param lastModified of the last content, null for an unconditional request
 * @param accepted     statuses besides 2xx whose response is content to this source, such as a 404 that means "none"
 * @param maxBytes     the largest body accepted, decoded
 * @param timeout      for the whole exchange with redirects, counted from when it is the host's turn
 */
public record Request(String source, String method, String address, String template, Map<String, String> headers,
    @Nullable String body, @Nullable String etag, @Nullable String lastModified, Set<Integer> accepted, long maxBytes,
    Duration timeout) {
  public Request {
    headers = Map.copyOf(headers);
    accepted = Set.copyOf(accepted);
  }

  /** An unconditional GET without anything special. */
  public static Request get(String source, String address, long maxBytes, Duration timeout) {
    return new Request(source, "GET", address, address, Map.of(), null, null, null, Set.of(), maxBytes, timeout);
  }

  /** Whether a 304 may answer it. */
  public boolean conditional() {
    return etag != null || lastModified != null;
  }
}
