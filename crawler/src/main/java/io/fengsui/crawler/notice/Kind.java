package io.fengsui.crawler.notice;

import java.util.Locale;
import java.util.Optional;

/** What sort of notice it is; the same word in code, YAML, API and page. */
public enum Kind {
  /** A product taken back from those who bought it or trade it. */
  RECALL,
  /** An authority's alert, warning or advice without a recall. */
  WARNING,
  /** Goods refused at a border. */
  BORDER_REJECTION,
  /** A technical trade measure: a draft, rule, standard or notification of one. */
  MEASURE,
  /** What media and the public say. */
  OPINION;

  /** The word used in YAML, queries and the API, such as {@code border-rejection}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with that code, in any case. */
  public static Optional<Kind> of(String code) {
    for (Kind kind : values())
      if (kind.code().equalsIgnoreCase(code.strip()))
        return Optional.of(kind);
    return Optional.empty();
  }
}
