package io.fengsui.indexer.query;

import java.util.Locale;
import java.util.Optional;

/** A field that a query can name, with the word it is named by. */
public enum SearchField {
  /** Kind of notice, by its code. */
  KIND,
  /** Notifying partner, by ISO 3166-1 alpha-2 code or name. */
  BY,
  /** Country of origin, by code or name. */
  ORIGIN,
  /** Where the goods went, by code or name. */
  MARKET,
  /** Source, by id. */
  SOURCE,
  /** Language of the notice, BCP 47 primary subtag. */
  LANG,
  /** Brand of a product. */
  BRAND,
  /** Any company named. */
  COMPANY,
  /** Bar code, exactly. */
  GTIN,
  /** Code of the Harmonized System that the publisher gave: what is coded with it, below it, or with what covers it. */
  HS,
  /** Code of the International Classification for Standards that the publisher gave, and what is below it. */
  ICS,
  /** Publisher's reference, whole or in part. */
  REF,
  /** Year of publication. */
  YEAR,
  /** Published on or after: a day, month, quarter, year or span such as {@code 90d}. */
  SINCE,
  /** Published on or before: likewise. */
  UNTIL;

  /** The word before the colon. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The field with that word. */
  public static Optional<SearchField> of(String code) {
    for (SearchField field : values())
      if (field.code().equalsIgnoreCase(code))
        return Optional.of(field);
    return Optional.empty();
  }
}
