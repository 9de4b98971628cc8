package io.fengsui.crawler.health;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.SourceState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Tells how a source is doing from what its crawls left behind. Computed anew whenever it is asked for: it ages. */
public final class SourceHealth {
  private final Source source;
  private final @Nullable SourceState state;
  private final List<Drift> drifts;
  private final List<String> missing;
  private final Instant now;

  private SourceHealth(Source source, @Nullable SourceState state, Predicate<String> isSet, Instant now) {
    this.source = source;
    this.state = state;
    this.drifts = state == null ? List.of() : Drift.of(state.signs().fields());
    this.missing = source.fetch().secrets().values().stream().distinct().filter(isSet.negate()).toList();
    this.now = now;
  }

  /**
   * The health of a source.
   *
   * @param state null where it was never crawled
   * @param isSet whether the environment variable of that name, which holds a key, is set
   */
  public static Health of(Source source, @Nullable SourceState state, Predicate<String> isSet, Instant now) {
    Health health = new SourceHealth(source, state, isSet, now).health();
    return health.acknowledged(state == null ? null : state.signs().acknowledgement());
  }

  private Health health() {
    if (!source.enabled())
      return plain(State.OFF, Reason.SWITCHED_OFF, null);
    if (!missing.isEmpty())
      return plain(State.OFF, Reason.NO_KEY, null);
    return state == null || state.last().cause() == Cause.NO_SECRET
        ? plain(State.NEVER, Reason.NOT_CRAWLED, null)
        : crawled(state);
  }

  private Health crawled(SourceState known) {
    if (known.failing() > 0)
      return plain(State.FAILING, Reason.FAILED, known.signs().failingSince());
    if (!drifts.isEmpty())
      return plain(State.DRIFTING, Reason.FIELDS_FELL, drifts.stream().map(Drift::since).min(Instant::compareTo)
          .orElse(null));
    Duration expected = source.rhythm().expected();
    Instant success = known.lastSuccess();
    if (success == null || success.isBefore(now.minus(expected)))
      return silent(State.LATE, Reason.NOT_READ, success, expected, expected);
    return empty(known) ? plain(State.EMPTY, Reason.EMPTY_LIST, known.signs().emptySince()) : read(known, expected);
  }

  /** Where only news is asked for, a list without any is what an uneventful day looks like. */
  private boolean empty(SourceState known) {
    boolean told = known.last().outcome() == Outcome.EMPTY || known.last().outcome() == Outcome.NOT_MODIFIED;
    return told && known.signs().emptySince() != null && source.fetch().since() == null
        && source.fetch().emptyStatus().isEmpty();
  }

  private Health read(SourceState known, Duration expected) {
    Instant fresh = known.lastNew();
    if (fresh == null)
      return plain(State.QUIET, Reason.NOTHING_YET, null);
    Silence normal = Silence.of(expected, known.signs().news());
    Duration silence = Duration.between(fresh, now);
    if (silence.compareTo(normal.most()) > 0)
      return silent(State.LATE, normal.observed() ? Reason.SILENT_FOR_ITS_PAST : Reason.SILENT_FOR_ITS_RHYTHM, fresh,
          normal.most(), normal.most());
    return silence.compareTo(normal.usual()) > 0
        ? silent(State.QUIET, Reason.SILENT, fresh, normal.most(), normal.usual())
        : silent(State.HEALTHY, Reason.NEWS, fresh, normal.most(), Duration.ZERO);
  }

  private Health plain(State is, Reason why, @Nullable Instant since) {
    Cause cause = is == State.FAILING && state != null ? state.last().cause() : null;
    return new Health(is, why, cause, since, null, null, drifts, missing, null);
  }

  /** @param after how long after {@code from} it has become so */
  private Health silent(State is, Reason why, @Nullable Instant from, Duration limit, Duration after) {
    return new Health(is, why, null, from == null ? null : from.plus(after),
        from == null ? null : Duration.between(from, now), limit, drifts, missing, null);
  }
}
