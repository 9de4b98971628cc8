package io.fengsui.crawler.fetch;

import io.fengsui.crawler.robots.RobotsTxt;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks robots.txt before a page is asked for (RFC 9309), and remembers the answer. */
final class RobotsGate {
  /** What is read of a robots.txt. */
  static final int MOST_BYTES = RobotsTxt.MOST_BYTES;
  /** RFC 9309, 2.4: not longer than 24 hours. */
  private static final Duration KEEP = Duration.ofHours(24);
  /** A host that lets nothing be kept would be asked twice for each page. */
  private static final Duration KEEP_LEAST = Duration.ofMinutes(10);
  private static final Duration KEEP_FAILURE = Duration.ofMinutes(10);
  /** The host has failed, not forbidden: the next crawl asks again. */
  private static final Duration KEEP_ABSENCE = Duration.ofSeconds(1);
  /** RFC 9309, 2.3.1.4: after so long, an unreachable robots.txt counts as none. */
  private static final Duration GIVEN_UP = Duration.ofDays(30);
  /** Longer delays would let no source be read; the host's other wishes still hold. */
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(30);
  private static final String AGENT = "fengsui";
  private static final int MOST_HOSTS = 10_000;

  private final Map<String, Host> hosts = new ConcurrentHashMap<>();
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

  Verdict check(URI uri) {
    if (hosts.size() > MOST_HOSTS)
      hosts.clear();
    return hosts.computeIfAbsent(WebAddress.origin(uri), origin -> new Host()).check(uri);
  }

  private record Answer(Function<URI, Verdict> rules, Instant until) {}

  /** One scheme, name and port. Asked by one thread at a time; the others wait for its answer. */
  private final class Host {
    private final ReentrantLock lock = new ReentrantLock();
    private volatile @Nullable Answer answer;
    private @Nullable Function<URI, Verdict> last;
    private @Nullable Instant unreachableSince;

    Verdict check(URI uri) {
      var known = answer;
      return (known != null && clock.instant().isBefore(known.until) ? known : ask(uri)).rules.apply(uri);
    }

    private Answer ask(URI uri) {
      lock.lock();
      try {
        var known = answer;
        if (known != null && clock.instant().isBefore(known.until))
          return known;
        var fresh = ask(uri.resolve("/robots.txt").toString());
        answer = fresh;
        return fresh;
      } finally {
        lock.unlock();
      }
    }

    private Answer ask(String address) {
      return switch (fetch.apply(address)) {
        case Fetched.Content content -> judge(address, content);
        // RFC 9309, 2.3.1.2: too many redirects are like a file that is not there.
        case Fetched.Failed failed when failed.cause() == Cause.REDIRECT -> reached(RobotsGate::free, KEEP);
        case Fetched other -> unreachable(uri -> new Verdict.Unreachable(other), KEEP_ABSENCE);
      };
    }

    private Answer judge(String address, Fetched.Content content) {
      var cut = content.cut();
      try (var body = content.body()) {
        if (cut != null && cut.cause() != Cause.TOO_LARGE)
          return unreachable(uri -> new Verdict.Unreachable(
              new Fetched.Failed(address, cut.cause(), cut.message(), null)), KEEP_ABSENCE);
        int status = content.status();
        if (status / 100 == 2)
          return reached(rules(body), keep(content));
        // 429 is no statement about robots.txt: who asks less often is answered.
        if (status == 429 || status >= 500)
          return unreachable(uri -> new Verdict.Denied(
              address + " answers " + status + ", which forbids everything (RFC 9309)"), KEEP_FAILURE);
        return reached(RobotsGate::free, KEEP);
      }
    }

    private Answer reached(Function<URI, Verdict> rules, Duration keep) {
      last = rules;
      unreachableSince = null;
      return new Answer(rules, clock.instant().plus(keep));
    }

    /** What was known before holds on (RFC 9309, 2.4); without it, nothing is allowed for a month. */
    private Answer unreachable(Function<URI, Verdict> otherwise, Duration keep) {
      var now = clock.instant();
      var since = unreachableSince == null ? now : unreachableSince;
      unreachableSince = since;
      if (last != null)
        return new Answer(last, now.plus(KEEP_FAILURE));
      boolean givenUp = since.plus(GIVEN_UP).isBefore(now);
      return new Answer(givenUp ? RobotsGate::free : otherwise, now.plus(keep));
    }
  }

  private Duration keep(Fetched.Content content) {
    var fresh = Freshness.of(content.headers(), clock.instant());
    if (fresh == null || fresh.compareTo(KEEP) > 0)
      return KEEP;
    return fresh.compareTo(KEEP_LEAST) < 0 ? KEEP_LEAST : fresh;
  }

  private static Verdict free(URI uri) {
    return new Verdict.Allowed(Duration.ZERO);
  }

  private static Function<URI, Verdict> rules(Body body) {
    try (InputStream stream = body.open()) {
      var rules = RobotsTxt.parse(stream.readNBytes(MOST_BYTES)).rules(AGENT);
      var wish = rules.delay() == null ? Duration.ZERO : rules.delay();
      var delay = wish.compareTo(LONGEST_DELAY) > 0 ? LONGEST_DELAY : wish;
      return uri -> rules.allow(uri.toString())
          ? new Verdict.Allowed(delay)
          : new Verdict.Denied("robots.txt of " + uri.getHost() + " forbids " + uri.getRawPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
