package io.fengsui.crawler.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How often the notices of a source have a field: usually, and lately. Counts have fractions, because what is older counts less.
 *
 * @param since from when it is filled less often than usual, null where it is not
 */
public record FieldFill(String field, double usualFilled, double usualMeasured, double filled, double measured,
    @Nullable Instant since) {
  /** The usual share of notices that have the field, 0 to 1. */
  public double usual() {
    return usualMeasured == 0 ? 0 : usualFilled / usualMeasured;
  }

  /** The share of the last notices that have the field, 0 to 1. */
  public double now() {
    return measured == 0 ? 0 : filled / measured;
  }
}
