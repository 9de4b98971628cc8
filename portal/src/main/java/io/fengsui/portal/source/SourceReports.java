package io.fengsui.portal.source;

import io.fengsui.crawler.fetch.Glimpse;
import io.fengsui.crawler.health.Drift;
import io.fengsui.crawler.health.Reconciliation;
import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.Acknowledgement;
import io.fengsui.crawler.store.SourceState;
import io.fengsui.portal.source.SourceReport.AcknowledgementReport;
import io.fengsui.portal.source.SourceReport.FieldReport;
import io.fengsui.portal.source.SourceReport.ReconciliationReport;
import io.fengsui.portal.source.SourceReport.ResponseReport;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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

  /** The source with that id. */
  public Optional<SourceReport> one(String id) {
    return overview.entries().stream().filter(entry -> entry.source().id().equals(id)).findFirst().map(this::report);
  }

  private SourceReport report(Overview.Entry entry) {
    Source source = entry.source();
    SourceState state = entry.state();
    var health = entry.health();
    Instant next = source.enabled() ? schedule.next(source.id()).orElse(null) : null;
    return new SourceReport(source.id(), source.names(), source.authority(), source.kind().code(),
        health.state().code(), health.reason().code(), text(health.since()),
        health.cause() == null ? null : health.cause().code(), acknowledged(health.acknowledgement()),
        state == null ? 0 : state.notices(), text(state == null ? null : state.lastSuccess()),
        text(state == null ? null : state.lastNew()), text(next), failures(state),
        state == null ? null : state.last().message(), state == null ? null : state.last().findings().nowhere(),
        health.missingKeys(), fields(entry), response(state == null ? null : state.signs().glimpse()),
        entry.reconciliation().map(SourceReports::reconciliation).orElse(null), source.homepage(), source.licence(),
        source.verified().name().toLowerCase(Locale.ROOT));
  }

  private static List<FieldReport> fields(Overview.Entry entry) {
    Set<String> drifting = entry.health().drifts().stream().map(Drift::field).collect(Collectors.toSet());
    return entry.state() == null
        ? List.of()
        : entry.state().signs().fields().stream().map(field -> new FieldReport(field.field(), share(field.now()),
            share(field.usual()), text(field.since()), drifting.contains(field.field()))).toList();
  }

  private static double share(double share) {
    return Math.round(share * 1000) / 1000.0;
  }

  private static @Nullable AcknowledgementReport acknowledged(@Nullable Acknowledgement given) {
    return given == null ? null : new AcknowledgementReport(given.person(), given.at().toString(), given.note());
  }

  private static @Nullable ResponseReport response(@Nullable Glimpse glimpse) {
    return glimpse == null
        ? null
        : new ResponseReport(glimpse.at().toString(), glimpse.status(), glimpse.mediaType(), glimpse.size(),
            glimpse.beginning());
  }

  private static ReconciliationReport reconciliation(Reconciliation made) {
    return new ReconciliationReport(made.at().toString(), made.basis().name().toLowerCase(Locale.ROOT),
        made.published(), made.held(), made.missing(), made.unread(), made.window(), made.named());
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
