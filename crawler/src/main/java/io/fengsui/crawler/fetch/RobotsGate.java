package io.fengsui.crawler.fetch;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks robots.txt before a page is asked for (RFC 9309), and remembers the answer. */
final class RobotsGate {
  /** RFC 9309, 2.5: a parser reads at least the first 500 KiB. */
  static final int MOST_BYTES = 500 << 10;
  /** RFC 9309, 2.4: not longer than 24 hours. */
  private static final Duration KEEP = Duration.ofHours(24);
  private static final Duration KEEP_FAILURE = Duration.ofMinutes(10);
  /** Longer delays would let no source be read; the host's other wishes still hold. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final List<String> NAMES = List.of("fengsui");
  private static final int MOST_HOSTS = 10_000;

  private final Map<String, Known> known = new ConcurrentHashMap<>();
  private final Function<String, Fetched> fetch;
  private final Clock clock;

  /** @param fetch brings the robots.txt at an address, whatever its status as content, without asking this gate again */
  RobotsGate(Function<String, Fetched> fetch, Clock clock) {
    this.fetch = fetch;
    this.clock = clock;
  }

  /** What robots.txt says to an address. */
  sealed interface Verdict {
    /** Go on, and wait that long between two requests. */
    record Allowed(Duration delay) implements Verdict {}

    /** Do not. */
    record Denied(String message) implements Verdict {}

    /** The host cannot be asked at all: this is what became of it. */
    record Unreachable(Fetched why) implements Verdict {}
  }

  private record Known(Function<URI, Verdict> rules, Instant until) {}

  Verdict check(URI uri) {
    var origin = WebAddress.origin(uri);
    var entry = known.get(origin);
    if (entry == null || entry.until.isBefore(clock.instant())) {
      if (known.size() > MOST_HOSTS)
        known.clear();
      entry = ask(uri.resolve("/robots.txt").toString());
      known.put(origin, entry);
    }
    return entry.rules.apply(uri);
  }

  private Known ask(String address) {
    return switch (fetch.apply(address)) {
      case Fetched.Content content -> judge(address, content);
      case Fetched other -> unreachable(other);
    };
  }

  /** Hardly remembered: the host has failed, not forbidden. */
  private Known unreachable(Fetched why) {
    return new Known(uri -> new Verdict.Unreachable(why), clock.instant().plus(Duration.ofSeconds(1)));
  }

  private Known judge(String address, Fetched.Content content) {
    var cut = content.cut();
    try (var body = content.body()) {
      if (cut != null && cut.cause() != Cause.TOO_LARGE)
        return unreachable(new Fetched.Failed(address, cut.cause(), cut.message(), null));
      int status = content.status();
      if (status / 100 == 2)
        return new Known(rules(parse(address, body, content.header("content-type"))), clock.instant().plus(KEEP));
      if (status == 429 || status >= 500)
        return new Known(
            uri -> new Verdict.Denied(address + " answers " + status + ", which forbids everything (RFC 9309)"),
            clock.instant().plus(KEEP_FAILURE));
      return new Known(uri -> new Verdict.Allowed(Duration.ZERO), clock.instant().plus(KEEP));
    }
  }

  private static BaseRobotRules parse(String address, Body body, @Nullable String type) {
    try (InputStream stream = body.open()) {
      return new SimpleRobotRulesParser().parseContent(address, stream.readNBytes(MOST_BYTES),
          type == null ? "text/plain" : type, NAMES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Function<URI, Verdict> rules(BaseRobotRules rules) {
    long millis = Math.clamp(rules.getCrawlDelay(), 0, LONGEST_DELAY.toMillis());
    return uri -> rules.isAllowed(uri.toString())
        ? new Verdict.Allowed(Duration.ofMillis(millis))
        : new Verdict.Denied("robots.txt of " + uri.getHost() + " forbids " + uri.getRawPath());
  }
}
