package io.fengsui.crawler.health;

import io.fengsui.crawler.store.FieldFill;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A field that was usually filled and is not any more.
 *
 * @param now   share of the last notices that have it, 0 to 1
 * @param usual share that has it usually
 * @param of    how many notices that is told by
 */
public record Drift(String field, double now, double usual, int of, Instant since) {
  /** Notices. Fewer tell nothing. */
  static final int LEAST = 8;
  private static final double USUALLY = 0.5;
  private static final double FALLEN = 2.0 / 3;
  /** Some forty fields of some hundred sources are looked at, many times a day, and nobody shall be called in vain. */
  private static final double ACCIDENT = 1e-5;

  /** The fields that drift, the deepest fall first. */
  static List<Drift> of(List<FieldFill> fields) {
    return fields.stream().filter(Drift::fallen)
        .map(field -> new Drift(field.field(), field.now(), field.usual(), (int) Math.round(field.measured()),
            Objects.requireNonNull(field.since())))
        .sorted(Comparator.comparing((Drift drift) -> drift.now() - drift.usual()).thenComparing(Drift::field))
        .toList();
  }

  private static boolean fallen(FieldFill field) {
    return field.since() != null && field.measured() >= LEAST && field.usual() >= USUALLY
        && field.now() < field.usual() * FALLEN && Baseline.accident(field) < ACCIDENT;
  }
}
