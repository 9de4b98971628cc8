package io.fengsui.crawler.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;

/** One request on its way through redirects, each of which is checked like the first address. */
final class Errand {
  private static final int MOST_REDIRECTS = 5;
  /** Headers that another host than the one they were meant for may see. */
  private static final Set<String> HARMLESS = Set.of("accept", "accept-language");

  private final HttpFetcher fetcher;
  private final Request request;
  private final boolean asksRobots;
  private String method;
  private @Nullable String body;
  private Duration left;
  private boolean home = true;

  Errand(HttpFetcher fetcher, Request request, boolean asksRobots) {
    this.fetcher = fetcher;
    this.request = request;
    this.asksRobots = asksRobots;
    method = request.method();
    body = request.body();
    left = request.timeout();
  }

  Request request() {
    return request;
  }

  Fetched run() throws InterruptedException {
    var uri = WebAddress.parse(request.address());
    if (uri == null)
      return new Fetched.Refused(request.address(), Cause.EGRESS, "not an http or https address");
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      var step = step(uri);
      if (step instanceof Step.End end)
        return end.result;
      var next = WebAddress.resolve(uri, ((Step.Redirect) step).location);
      if (next == null)
        return failed(uri, Cause.REDIRECT, "redirected to \"" + ((Step.Redirect) step).location + "\"");
      home = home && WebAddress.origin(next).equals(WebAddress.origin(uri));
      uri = next;
    }
    return failed(uri, Cause.REDIRECT, "redirected more than " + MOST_REDIRECTS + " times");
  }

  private sealed interface Step {
    record End(Fetched result) implements Step {}

    record Redirect(String location) implements Step {}
  }

  private Step step(URI uri) throws InterruptedException {
    var delay = fetcher.settings.delay();
    if (asksRobots)
      switch (fetcher.robots.check(uri)) {
        case RobotsGate.Verdict.Denied(var message) -> {
          return new Step.End(new Fetched.Refused(uri.toString(), Cause.ROBOTS, message));
        }
        case RobotsGate.Verdict.Unreachable(var why) -> {
          return new Step.End(why);
        }
        case RobotsGate.Verdict.Allowed(var wish) -> delay = wish.compareTo(delay) > 0 ? wish : delay;
      }
    return fetcher.turns.silent(uri.getHost()) == null ? ask(uri, delay) : silent(uri);
  }

  private Step silent(URI uri) {
    return new Step.End(new Fetched.Failed(uri.toString(), Cause.THROTTLED, uri.getHost() + " asked to be left alone",
        fetcher.turns.silent(uri.getHost())));
  }

  private Step ask(URI uri, Duration delay) throws InterruptedException {
    try (var turn = fetcher.turns.take(uri.getHost(), delay)) {
      // Whoever had the turn before may have been told to leave.
      if (fetcher.turns.silent(uri.getHost()) != null)
        return silent(uri);
      long start = System.nanoTime();
      var outcome = new Exchange(fetcher.client, message(uri), request.maxBytes()).run(left);
      left = left.minusNanos(System.nanoTime() - start);
      return judge(uri, outcome);
    }
  }

  private HttpUriRequestBase message(URI uri) {
    var message = new HttpUriRequestBase(method, uri);
    message.setHeader("Accept", "*/*");
    request.headers().forEach((name, value) -> {
      if (home || HARMLESS.contains(name.toLowerCase(Locale.ROOT)))
        message.setHeader(name, value);
    });
    message.setHeader("Accept-Encoding", ContentCoding.ACCEPTED);
    if (request.etag() != null)
      message.setHeader("If-None-Match", request.etag());
    if (request.lastModified() != null)
      message.setHeader("If-Modified-Since", request.lastModified());
    if (body != null)
      message.setEntity(new ByteArrayEntity(body.getBytes(StandardCharsets.UTF_8), type(message)));
    return message;
  }

  private static ContentType type(HttpUriRequestBase message) {
    var header = message.getFirstHeader("Content-Type");
    return ContentType.parse(header == null ? "application/x-www-form-urlencoded; charset=UTF-8" : header.getValue());
  }

  private Step judge(URI uri, Exchange.Outcome outcome) {
    if (outcome instanceof Exchange.Outcome.None(var cause, var message))
      return new Step.End(cause == Cause.EGRESS
          ? new Fetched.Refused(uri.toString(), cause, message)
          : failed(uri, cause, message));
    var answer = (Exchange.Outcome.Answer) outcome;
    var location = answer.header("location");
    if (answer.isRedirect() && location != null) {
      answer.body().close();
      redirect(answer.status());
      return new Step.Redirect(location);
    }
    return new Step.End(result(uri, answer));
  }

  /** RFC 9110, 15.4: only 307 and 308 keep the method. */
  private void redirect(int status) {
    if (status != 307 && status != 308 && !method.equals("GET")) {
      method = "GET";
      body = null;
    }
  }

  private Fetched result(URI uri, Exchange.Outcome.Answer answer) {
    var now = fetcher.clock.instant();
    var wait = RetryAfter.parse(answer.header("retry-after"), now);
    if (wait != null && (answer.status() == 429 || answer.status() == 503))
      fetcher.turns.silence(uri.getHost(), wait);
    return Responses.judge(request,
        new Fetched.Content(uri.toString(), answer.status(), answer.headers(), answer.body(),
            now, null, answer.cut()),
        now);
  }

  private static Fetched failed(URI uri, Cause cause, String message) {
    return new Fetched.Failed(uri.toString(), cause, message, null);
  }
}
