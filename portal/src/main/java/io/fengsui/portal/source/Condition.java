package io.fengsui.portal.source;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a source is doing; the worst first, which is the order of the page. */
enum Condition {
  /** The last crawl failed. */
  FAILING,
  /** Not read successfully for longer than the publisher's rhythm allows: something may be missed. */
  LATE,
  /** Read, but nothing new for longer than is normal with this publisher. */
  QUIET,
  /** Not crawled yet. */
  NEVER,
  /** Read, and its notices come as expected. */
  HEALTHY,
  /** Switched off in its description. */
  OFF;

  /** Computed from what its crawls left behind and the publisher's rhythm. */
  static Condition of(Source source, @Nullable SourceState state, Instant now) {
    if (!source.enabled())
      return OFF;
    if (state == null)
      return NEVER;
    if (state.failing() > 0)
      return FAILING;
    Duration expected = source.rhythm().expected();
    if (older(state.lastSuccess(), expected, now))
      return LATE;
    return older(state.lastNew(), expected, now) ? QUIET : HEALTHY;
  }

  /** Whether somebody should look after it. */
  boolean broken() {
    return this == FAILING || this == LATE;
  }

  /** The word used in message keys, style sheets and the API. */
  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static boolean older(@Nullable Instant at, Duration than, Instant now) {
    return at == null || at.isBefore(now.minus(than));
  }
}
