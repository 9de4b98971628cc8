package io.fengsui.crawler.notice;

import java.util.Locale;
import java.util.Optional;

/** What a date of a notice stands for. */
public enum DateRole {
  /** Made public by the publisher; what lists are sorted by. */
  PUBLISHED,
  /** Last changed, by the publisher's own account. */
  UPDATED,
  /** The recall or measure began. */
  INITIATED,
  /** The recall or measure ended. */
  TERMINATED,
  /** Last day to comment on a draft measure. */
  COMMENT_DEADLINE,
  /** Proposed or actual adoption of a measure. */
  ADOPTION,
  /** A measure enters into force. */
  ENTRY_INTO_FORCE;

  /** The word used in YAML and the API, such as {@code comment-deadline}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role with that code. */
  public static Optional<DateRole> of(String code) {
    for (DateRole role : values())
      if (role.code().equals(code))
        return Optional.of(role);
    return Optional.empty();
  }
}
