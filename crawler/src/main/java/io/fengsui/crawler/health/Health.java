package io.fengsui.crawler.health;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.store.Acknowledgement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a source is doing, and why.
 *
 * @param cause        of the last failure, null where the last crawl did not fail
 * @param since        from when it is so, null where that is not known or means nothing
 * @param silence      how long nothing new has come, or no crawl has succeeded; null where the reason is another
 * @param limit        the longest silence that is normal, null likewise
 * @param drifts       fields that are filled less often than usual, whatever the state
 * @param missingKeys  names of environment variables that it needs and that are not set
 * @param acknowledgement where somebody has taken note of just this; null where nobody has
 */
public record Health(State state, Reason reason, @Nullable Cause cause, @Nullable Instant since,
    @Nullable Duration silence, @Nullable Duration limit, List<Drift> drifts, List<String> missingKeys,
    @Nullable Acknowledgement acknowledgement) {
  public Health {
    drifts = List.copyOf(drifts);
    missingKeys = List.copyOf(missingKeys);
  }

  /** Whether somebody should look after it, and nobody has said yet that they do. */
  public boolean calls() {
    return state.broken() && acknowledgement == null;
  }

  /** What is wrong, so that an acknowledgement of it counts until something else is. */
  public String trouble() {
    return switch (state) {
      case FAILING -> "failing:" + (cause == null ? "" : cause.code());
      case DRIFTING -> "drifting:" + drifts.stream().map(Drift::field).sorted().collect(Collectors.joining(","));
      default -> state.code();
    };
  }

  Health acknowledged(@Nullable Acknowledgement given) {
    boolean counts = given != null && state.broken() && given.trouble().equals(trouble());
    return counts ? new Health(state, reason, cause, since, silence, limit, drifts, missingKeys, given) : this;
  }
}
