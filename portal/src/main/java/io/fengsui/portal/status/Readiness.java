package io.fengsui.portal.status;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/** What of the portal can be used. Asked at every page: answers from memory, never fails. */
public interface Readiness {
  /** The part that holds the notices. */
  String ARCHIVE = "archive";

  /** The part that finds them. */
  String SEARCH = "search";

  /** All parts, in the order in which they start. */
  List<Part> parts();

  /**
   * A part.
   *
   * @param name    {@link #ARCHIVE}, {@link #SEARCH} or another word with a message of its own
   * @param message for an operator: address, version, or why it is not ready; may be empty
   * @param since   when it came into that state
   */
  record Part(String name, State state, String message, Instant since) {}

  /** How far a part is. */
  enum State {
    /** Not usable yet; comes by itself. */
    STARTING,
    /** In use. */
    READY,
    /** Was in use or should be; being restarted, or an operator has to act: the message says. */
    DOWN;

    /** The word used in message keys and {@code /status.json}. */
    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
