package io.fengsui.crawler.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product that a notice is about. Each field is the publisher's text, null where it was not given.
 *
 * @param gtins bar codes (GTIN, EAN, UPC) as given, not checked; may be empty
 */
public record Product(@Nullable String name, @Nullable String brand, @Nullable String model, @Nullable String lot,
    List<String> gtins, @Nullable String quantity) {
  public Product {
    gtins = List.copyOf(gtins);
  }

  /** True where the publisher gave nothing at all. */
  public boolean isEmpty() {
    return name == null && brand == null && model == null && lot == null && gtins.isEmpty() && quantity == null;
  }
}
