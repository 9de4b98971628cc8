package io.fengsui.crawler.fetch;

import java.time.Duration;
import java.util.List;

/**
 * How publishers are asked.
 *
 * @param contact address or e-mail of the operator, sent with every request so that a publisher can complain; may be blank
 * @param allow   hosts, addresses and CIDR blocks that may be reached although they are private, such as
 *                {@code intranet.example}, {@code 10.1.0.0/16}; empty on the open internet
 * @param delay   between two requests to one host; a longer delay that its robots.txt asks for wins; may be zero
 * @param connectionsPerHost requests to one host at a time, at least one
 */
public record FetchSettings(String contact, List<String> allow, Duration delay, int connectionsPerHost) {
  /** Polite to the smallest authority's server. */
  public static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);

  public FetchSettings {
    if (connectionsPerHost < 1 || delay.isNegative())
      throw new IllegalArgumentException(
          "fengsui.fetch.connections-per-host must be at least 1, fengsui.fetch.delay not negative");
    contact = contact.strip();
    allow = List.copyOf(allow);
  }

  /** One request to a host at a time. */
  public FetchSettings(String contact, List<String> allow, Duration delay) {
    this(contact, allow, delay, 1);
  }

  /** The User-Agent header: product, version, how to reach its operator. */
  String userAgent() {
    return contact.isEmpty() ? "Fengsui/0.1" : "Fengsui/0.1 (+" + contact.replaceAll("[\\r\\n()]", " ") + ")";
  }
}
