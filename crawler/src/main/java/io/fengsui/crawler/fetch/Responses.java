package io.fengsui.crawler.fetch;

import java.time.Instant;
import java.util.Optional;

/** What a response means for the crawl, by status and by what the body looks like; the same live and in a replay. */
public final class Responses {
  private Responses() {}

  /**
   * Judges a response. Its body is closed unless the result is content again.
   *
   * @param now what a date in Retry-After is compared to
   */
  public static Fetched judge(Request request, Fetched.Content response, Instant now) {
    var result = verdict(request, response, now);
    if (!(result instanceof Fetched.Content))
      response.body().close();
    return result;
  }

  private static Fetched verdict(Request request, Fetched.Content response, Instant now) {
    int status = response.status();
    if (request.accepted().contains(status))
      return response;
    if (status == 304)
      return request.conditional() || response.recording() != null
          ? new Fetched.NotModified(response.address())
          : failed(response, Cause.STATUS, "304 to a request that set no condition", now);
    var page = Challenge.find(response.headers(), response.body());
    return status / 100 == 2 ? success(response, page, now) : error(response, page, now);
  }

  private static Fetched success(Fetched.Content response, Optional<Fetched.Cut> page, Instant now) {
    return page.map(cut -> failed(response, cut.cause(), cut.message(), now)).orElse(response);
  }

  private static Fetched error(Fetched.Content response, Optional<Fetched.Cut> page, Instant now) {
    int status = response.status();
    var cause = switch (status) {
      case 401, 407 -> Cause.FORBIDDEN;
      case 403 -> page.map(Fetched.Cut::cause).filter(known -> known == Cause.CHALLENGE).orElse(Cause.FORBIDDEN);
      case 429 -> Cause.THROTTLED;
      case 301, 302, 303, 307, 308 -> Cause.REDIRECT;
      default -> page.map(Fetched.Cut::cause)
          .filter(known -> known == Cause.CHALLENGE || known == Cause.MAINTENANCE && status >= 500)
          .orElse(Cause.STATUS);
    };
    return failed(response, cause, "status " + status + page.map(cut -> ", " + cut.message()).orElse(""), now);
  }

  private static Fetched failed(Fetched.Content response, Cause cause, String message, Instant now) {
    return new Fetched.Failed(response.address(), cause, message,
        RetryAfter.parse(response.header("retry-after"), now), Glimpse.of(response));
  }
}
