package io.fengsui.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response within a time, whatever the other side does: a socket's own time-outs are no help against
 * one that sends a byte now and then, so a thread of its own does the work and is cut off at the deadline.
 */
final class Exchange {
  /** For what an aborted connection still needs to let go. */
  private static final Duration GRACE = Duration.ofSeconds(2);
  /** Of a response that is no content: enough to tell what it is. */
  private static final long EXCERPT = 256 << 10;

  private final CloseableHttpClient client;
  private final HttpUriRequestBase request;
  private final long maxBytes;
  private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();
  private volatile boolean late;

  Exchange(CloseableHttpClient client, HttpUriRequestBase request, long maxBytes) {
    this.client = client;
    this.request = request;
    this.maxBytes = maxBytes;
  }

  /** What came of it. */
  sealed interface Outcome {
    /** A response. The body belongs to the caller; it is empty where the status has none. */
    record Answer(int status, String reason, Map<String, List<String>> headers, Body body, Fetched.@Nullable Cut cut)
        implements
          Outcome {
      @Nullable
      String header(String name) {
        var values = headers.get(name);
        return values == null ? null : values.getFirst();
      }

      boolean isRedirect() {
        return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
      }
    }

    /** No response. */
    record None(Cause cause, String message) implements Outcome {}
  }

  Outcome run(Duration time) throws InterruptedException {
    Thread.ofVirtual().name("fetch " + request.getRequestUri()).start(this::work);
    try {
      return await(time);
    } catch (TimeoutException e) {
      late = true;
      request.abort();
    } catch (InterruptedException e) {
      request.abort();
      abandon(new Outcome.None(Cause.INTERNAL, "interrupted"));
      throw e;
    }
    try {
      return await(GRACE);
    } catch (TimeoutException e) {
      return abandon(new Outcome.None(Cause.TIMEOUT, "no response within " + time.toMillis() + " ms"));
    }
  }

  private Outcome await(Duration time) throws InterruptedException, TimeoutException {
    try {
      return outcome.get(Math.max(0, time.toNanos()), TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Whatever the worker still brings, it closes itself. */
  private Outcome abandon(Outcome instead) {
    return outcome.complete(instead) ? instead : outcome.join();
  }

  private void work() {
    try {
      var result = ask();
      if (!outcome.complete(result) && result instanceof Outcome.Answer answer)
        answer.body().close();
    } catch (Throwable e) {
      outcome.completeExceptionally(e);
    }
  }

  private Outcome ask() {
    try {
      var response = client.executeOpen(null, request, null);
      try {
        return answer(response);
      } finally {
        close(response);
      }
    } catch (UncheckedIOException own) {
      throw own;
    } catch (IOException | RuntimeException e) {
      return new Outcome.None(late ? Cause.TIMEOUT : Failures.inExchange(e), late ? "too slow" : Failures.describe(e));
    }
  }

  private static void close(ClassicHttpResponse response) {
    try {
      response.close();
    } catch (IOException e) {
      // Closing an aborted response complains; what was read of it stands.
    }
  }

  private Outcome answer(ClassicHttpResponse response) throws IOException {
    var headers = headers(response);
    var coding = headers.get("content-encoding");
    long most = response.getCode() / 100 == 2 ? maxBytes : Math.min(maxBytes, EXCERPT);
    var spooled = Spool.fill(stream(response.getEntity()), coding == null ? null : String.join(",", coding), most);
    var cut = spooled.cut();
    // Closing a response politely reads it to its end, which a cut body may not have.
    if (cut != null)
      request.abort();
    if (cut != null && late)
      cut = new Fetched.Cut(Cause.TIMEOUT, "too slow, cut off after " + spooled.body().size() + " bytes");
    var reason = response.getReasonPhrase();
    return new Outcome.Answer(response.getCode(), reason == null ? "" : reason, headers, spooled.body(), cut);
  }

  private static InputStream stream(@Nullable HttpEntity entity) throws IOException {
    return entity == null ? new ByteArrayInputStream(new byte[0]) : entity.getContent();
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse response) {
    var headers = new TreeMap<String, List<String>>();
    for (var header : response.getHeaders())
      headers.computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(header.getValue() == null ? "" : header.getValue());
    return headers;
  }
}
