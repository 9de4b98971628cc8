package io.fengsui.portal.wiring;

import io.fengsui.crawler.Retention;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.store.Removals.Due;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/** How long the evidence of each source is kept, as the operator set it. */
final class Keeping {
  private final Settings.Capture settings;
  private final SourceCatalog catalog;
  private final Retention retention;
  private final Clock clock;

  Keeping(Settings.Capture settings, SourceCatalog catalog, Retention retention, Clock clock) {
    this.settings = settings;
    this.catalog = catalog;
    this.retention = retention;
    this.clock = clock;
  }

  /** Removes nothing where evidence is kept for ever. */
  Retention.Removed run() {
    var rules = catalog.sources().stream().flatMap(this::due).toList();
    return rules.isEmpty()
        ? new Retention.Removed(0, List.of(), List.of(), 0, List.of(), List.of())
        : retention.run(rules, settings.evenLatest());
  }

  private Stream<Due> due(Source source) {
    String period = settings.retentionByKind().getOrDefault(source.kind().code(), settings.retention());
    return period.isBlank() ? Stream.empty() : Stream.of(new Due(source.id(), before(period)));
  }

  private Instant before(String text) {
    try {
      Period period = Period.parse(text);
      if (period.isNegative() || period.isZero())
        throw new DateTimeException("not a time to keep anything");
      return clock.instant().atZone(ZoneOffset.UTC).minus(period).toInstant();
    } catch (DateTimeException e) {
      throw new IllegalStateException(
          "fengsui.capture.retention needs a period such as P10Y or P90D, not \"" + text + "\"", e);
    }
  }
}
