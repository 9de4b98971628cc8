package io.fengsui.crawler.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RobotsGateTest {
  private static final URI PAGE = URI.create("https://recalls.example/closed/1");
  private static final String CLOSED = "User-agent: *\nDisallow: /closed\nCrawl-delay: 3";
  private final AtomicInteger asked = new AtomicInteger();
  private Instant now = Instant.parse("2026-03-01T00:00:00Z");
  private Fetched answer = file(200, CLOSED, Map.of());
  private final RobotsGate gate = new RobotsGate(address -> {
    asked.incrementAndGet();
    return answer;
  }, new Clock() {
    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  });

  @Test
  void it_is_kept_for_a_day_at_most() {
    assertThat(gate.check(PAGE)).isInstanceOf(RobotsGate.Verdict.Denied.class);
    assertThat(gate.check(PAGE.resolve("/open")))
        .isEqualTo(new RobotsGate.Verdict.Allowed(Duration.ofSeconds(3)));
    answer = file(200, "", Map.of("cache-control", List.of("max-age=999999")));
    now = now.plus(Duration.ofHours(25));
    assertThat(gate.check(PAGE)).isInstanceOf(RobotsGate.Verdict.Allowed.class);
    assertThat(asked).hasValue(2);
    now = now.plus(Duration.ofHours(25));
    gate.check(PAGE);
    assertThat(asked).hasValue(3);
  }

  @Test
  void it_is_asked_for_again_as_soon_as_the_host_says() {
    answer = file(200, CLOSED, Map.of("cache-control", List.of("public, max-age=3600")));
    gate.check(PAGE);
    answer = file(404, "", Map.of());
    now = now.plus(Duration.ofMinutes(59));
    assertThat(gate.check(PAGE)).isInstanceOf(RobotsGate.Verdict.Denied.class);
    now = now.plus(Duration.ofMinutes(2));
    assertThat(gate.check(PAGE)).isInstanceOf(RobotsGate.Verdict.Allowed.class);
  }

  @Test
  void none_allows_everything_and_a_broken_server_nothing() {
    for (int status : List.of(400, 401, 403, 404, 410)) {
      answer = file(status, "User-agent: *\nDisallow: /", Map.of());
      assertThat(gate.check(URI.create("https://host" + status + ".example/x")))
          .isInstanceOf(RobotsGate.Verdict.Allowed.class);
    }
    for (int status : List.of(429, 500, 503)) {
      answer = file(status, "", Map.of());
      assertThat(gate.check(URI.create("https://host" + status + ".example/x")))
          .isInstanceOf(RobotsGate.Verdict.Denied.class);
    }
    answer = new Fetched.Failed("a", Cause.REDIRECT, "too often", null);
    assertThat(gate.check(URI.create("https://loop.example/x"))).isInstanceOf(RobotsGate.Verdict.Allowed.class);
  }

  @Test
  void an_unreachable_host_is_forbidden_for_a_month_and_then_free() {
    answer = new Fetched.Failed("a", Cause.CONNECT, "refused", null);
    assertThat(gate.check(PAGE)).isEqualTo(new RobotsGate.Verdict.Unreachable(answer));
    now = now.plus(Duration.ofDays(29));
    assertThat(gate.check(PAGE)).isInstanceOf(RobotsGate.Verdict.Unreachable.class);
    now = now.plus(Duration.ofDays(2));
    assertThat(gate.check(PAGE)).isInstanceOf(RobotsGate.Verdict.Allowed.class);
  }

  @Test
  void what_was_read_before_holds_on_while_it_cannot_be_read_again() {
    gate.check(PAGE);
    answer = file(503, "", Map.of());
    now = now.plus(Duration.ofHours(25));
    assertThat(gate.check(PAGE)).isInstanceOf(RobotsGate.Verdict.Denied.class);
    assertThat(gate.check(PAGE.resolve("/open"))).isInstanceOf(RobotsGate.Verdict.Allowed.class);
  }

  @Test
  void many_who_ask_at_once_make_one_request() throws Exception {
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 50; i++)
        pool.submit(() -> gate.check(PAGE));
    }
    assertThat(asked).hasValue(1);
  }

  private static Fetched file(int status, String text, Map<String, List<String>> headers) {
    var body = Spool.fill(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), null, 1 << 20).body();
    return new Fetched.Content("https://recalls.example/robots.txt", status, headers, body, Instant.EPOCH, null);
  }
}
