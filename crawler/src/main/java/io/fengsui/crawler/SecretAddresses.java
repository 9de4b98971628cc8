package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.source.FetchPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fills secrets into addresses on the way out and takes them out of everything that comes back: captures, messages and pages
 * show {@code ***} where the secret was.
 */
final class SecretAddresses implements Fetcher {
  private static final String MASK = "***";

  private final Fetcher fetcher;
  private final Map<String, String> secrets;

  private SecretAddresses(Fetcher fetcher, Map<String, String> secrets) {
    this.fetcher = fetcher;
    this.secrets = secrets;
  }

  /** The fetcher itself where the source has no secret in its address. */
  static Fetcher around(Fetcher fetcher, FetchPlan plan, Map<String, String> environment) {
    var secrets = new LinkedHashMap<String, String>();
    plan.secrets().forEach((place, variable) -> {
      var secret = environment.getOrDefault(variable, "");
      if (FetchPlan.isPlaceholder(place) && !secret.isBlank())
        secrets.put(place, secret.strip());
    });
    return secrets.isEmpty() ? fetcher : new SecretAddresses(fetcher, secrets);
  }

  @Override
  public Fetched fetch(Request request) {
    return switch (fetcher.fetch(filled(request))) {
      case Fetched.Content c -> new Fetched.Content(masked(c.address()), c.status(), masked(c.headers()), c.body(),
          c.at(), c.recording(), c.cut());
      case Fetched.NotModified(var address) -> new Fetched.NotModified(masked(address));
      case Fetched.Refused(var address, var cause, var message) ->
        new Fetched.Refused(masked(address), cause, masked(message));
      case Fetched.Failed(var address, var cause, var message, var wait, var glimpse) ->
        new Fetched.Failed(masked(address), cause, masked(message), wait, glimpse);
    };
  }

  private Request filled(Request r) {
    String address = r.address();
    for (var secret : secrets.entrySet())
      address = address.replace(secret.getKey(), secret.getValue());
    return new Request(r.source(), r.method(), address, r.template(), r.headers(), r.body(), r.etag(), r.lastModified(),
        r.accepted(), r.maxBytes(), r.timeout());
  }

  /** A link to the next page, or to itself, repeats the address. */
  private Map<String, List<String>> masked(Map<String, List<String>> headers) {
    var masked = new TreeMap<String, List<String>>();
    headers.forEach((name, values) -> masked.put(name, values.stream().map(this::masked).toList()));
    return masked;
  }

  private String masked(String text) {
    String masked = text;
    for (String secret : secrets.values())
      masked = masked.replace(secret, MASK);
    return masked;
  }

  @Override
  public int width() {
    return fetcher.width();
  }

  @Override
  public void close() {
    // The fetcher is its owner's.
  }
}
