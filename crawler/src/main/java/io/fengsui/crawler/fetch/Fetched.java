package io.fengsui.crawler.fetch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of a request. */
public sealed interface Fetched {
  /**
   * A response to read.
   *
   * @param address the address that answered, after redirects
   * @param at      when it was received: for a recording, when it was recorded
   * @param headers names in lower case
   * @param body    to be closed by the caller
   * @param recording id of the recording that was played, null for a live response
   * @param cut     why the body ends early, null where it is whole; what came before may be read, the crawl has failed
   */
  record Content(String address, int status, Map<String, List<String>> headers, Body body, Instant at,
      @Nullable String recording, @Nullable Cut cut) implements Fetched {
    /** A whole response. */
    public Content(String address, int status, Map<String, List<String>> headers, Body body, Instant at,
        @Nullable String recording) {
      this(address, status, headers, body, at, recording, null);
    }

    /** First value of the header, if there is one. */
    public @Nullable String header(String name) {
      var values = headers.get(name);
      return values == null || values.isEmpty() ? null : values.getFirst();
    }
  }

  /** Why a body is not whole: too large, too slow, a connection that broke. */
  record Cut(Cause cause, String message) {}

  /** The publisher says that nothing changed since last time; or, in a replay, everything recorded was played. */
  record NotModified(String address) implements Fetched {}

  /** Not asked, and must not be: robots.txt, or an address that must not be reached. */
  record Refused(String address, Cause cause, String message) implements Fetched {}

  /**
   * Asked, and no content came of it.
   *
   * @param retryAfter the publisher's own wish, null where it gave none
   * @param glimpse    of the response, null where none came
   */
  record Failed(String address, Cause cause, String message, @Nullable Duration retryAfter,
      @Nullable Glimpse glimpse) implements Fetched {
    /** Nothing was received that could be looked at. */
    public Failed(String address, Cause cause, String message, @Nullable Duration retryAfter) {
      this(address, cause, message, retryAfter, null);
    }
  }
}
