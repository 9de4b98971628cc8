package io.fengsui.crawler.notice;

import java.util.Locale;
import java.util.Optional;

/**
 * A link that the publisher gave.
 *
 * @param uri absolute http or https address; nothing else is ever kept as a link
 */
public record Link(Rel rel, String uri) {
  /** What the link leads to. */
  public enum Rel {
    /** The publisher's page of this notice. */
    NOTICE,
    /** A document: the rule, the poster, the notified text. */
    DOCUMENT,
    /** A picture; linked, never copied. */
    IMAGE,
    /** A page of somebody else, such as the trader's own recall page. */
    RELATED;

    /** The word used in YAML and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The relation with that code. */
    public static Optional<Rel> of(String code) {
      for (Rel rel : values())
        if (rel.code().equals(code))
          return Optional.of(rel);
      return Optional.empty();
    }
  }
}
