package io.fengsui.crawler.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches from the internet: politely (robots.txt, few requests to a host at a time, a pause between two, Retry-After),
 * safely (no address inside the operator's network, at no redirect) and within limits of time, size and compression.
 */
public final class HttpFetcher implements Fetcher {
  private static final Logger LOG = LoggerFactory.getLogger(HttpFetcher.class);
  private static final Duration ROBOTS_TIME = Duration.ofSeconds(30);
  private static final Set<Integer> ANY_STATUS = IntStream.range(200, 600).boxed().collect(Collectors.toSet());

  final CloseableHttpClient client;
  final FetchSettings settings;
  final HostTurns turns;
  final RobotsGate robots;
  final Clock clock;

  public HttpFetcher(FetchSettings settings, Clock clock) {
    this(settings, clock, new EgressGuard(settings.allow()));
  }

  HttpFetcher(FetchSettings settings, Clock clock, EgressGuard guard) {
    this.settings = settings;
    this.clock = clock;
    client = Client.create(guard, settings);
    turns = new HostTurns(settings.connectionsPerHost(), clock);
    robots = new RobotsGate(this::robotsFile, clock);
  }

  @Override
  public Fetched fetch(Request request) {
    return run(new Errand(this, request, true));
  }

  @Override
  public int width() {
    return settings.connectionsPerHost();
  }

  private Fetched robotsFile(String address) {
    return run(new Errand(this, new Request("robots", "GET", address, address, Map.of(), null, null, null,
        ANY_STATUS, RobotsGate.MOST_BYTES, ROBOTS_TIME), false));
  }

  private static Fetched run(Errand errand) {
    try {
      return errand.run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Fetched.Failed(errand.request().address(), Cause.INTERNAL, "interrupted", null);
    } catch (RuntimeException e) {
      LOG.error("cannot fetch {}", errand.request().address(), e);
      return new Fetched.Failed(errand.request().address(), Cause.INTERNAL, Failures.describe(e), null);
    }
  }

  @Override
  public void close() {
    try {
      client.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
