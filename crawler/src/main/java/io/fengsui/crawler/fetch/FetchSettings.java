package io.fengsui.crawler.fetch;

import java.time.Duration;
import java.util.List;

/**
 * How publishers are asked.
 *
 * @param contact address or e-mail of the operator, sent with every request so that a publisher can complain; may be blank
 * @param allow   hosts, addresses and CIDR blocks that may be reached although they are private, such as
 *                {@code intranet.example}, {@code 10.1.0.0/16}; empty on the open internet
 * @param delay   between two requests to one host; a longer delay that its robots.txt asks for wins
 */
public record FetchSettings(String contact, List<String> allow, Duration delay) {
  /** Polite to the smallest authority's server. */
  public static final Duration DEFAULT_DELAY = Duration.ofSeconds(1);

  public FetchSettings {
    contact = contact.strip();
    allow = List.copyOf(allow);
  }

  /** The User-Agent header: product, version, how to reach its operator. */
  String userAgent() {
    return contact.isEmpty() ? "Fengsui/0.1" : "Fengsui/0.1 (+" + contact.replaceAll("[\\r\\n()]", " ") + ")";
  }
}
