package io.fengsui.crawler.notice;

import java.util.Locale;
import java.util.Optional;

/**
 * A company that a notice names.
 *
 * @param name the publisher's text: often a name with an address
 */
public record Company(String name, Role role) {
  /** The part that the company plays, as far as the publisher says. */
  public enum Role {
    MANUFACTURER, IMPORTER, DISTRIBUTOR, RETAILER, RECALLING, OTHER;

    /** The word used in YAML and the API. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The role with that code. */
    public static Optional<Role> of(String code) {
      for (Role role : values())
        if (role.code().equals(code))
          return Optional.of(role);
      return Optional.empty();
    }
  }
}
