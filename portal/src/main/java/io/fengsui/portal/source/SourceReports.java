package io.fengsui.portal.source;

import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.SourceState;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports on all sources. Safe for several threads. */
public final class SourceReports {
  private final Overview overview;
  private final Schedule schedule;

  public SourceReports(Overview overview, Schedule schedule) {
    this.overview = overview;
    this.schedule = schedule;
  }

  /** Those to be looked after first. */
  public List<SourceReport> all() {
    return overview.entries().stream().map(this::report).toList();
  }

  private SourceReport report(Overview.Entry entry) {
    Source source = entry.source();
    SourceState state = entry.state();
    Instant next = source.enabled() ? schedule.next(source.id()).orElse(null) : null;
    return new SourceReport(source.id(), source.names(), source.authority(), source.kind().code(),
        entry.condition().code(), state == null ? 0 : state.notices(), text(state == null ? null : state.lastSuccess()),
        text(state == null ? null : state.lastNew()), text(next), failures(state),
        state == null ? null : state.last().message(), source.homepage(), source.licence(),
        source.verified().name().toLowerCase(Locale.ROOT));
  }

  private static Map<String, Integer> failures(@Nullable SourceState state) {
    Map<String, Integer> failures = new TreeMap<>();
    if (state != null)
      state.failures().forEach((cause, count) -> failures.put(cause.code(), count));
    return failures;
  }

  private static @Nullable String text(@Nullable Instant at) {
    return at == null ? null : at.toString();
  }
}
