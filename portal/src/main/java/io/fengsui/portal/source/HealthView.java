package io.fengsui.portal.source;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source's health, ready to be shown; texts are empty where there is nothing to say.
 *
 * @param explained  what the cause of a failure means, and what can be done
 * @param nowhere    the path that found nothing
 * @param drifts     each with its figures, in a sentence
 * @param keys       that it needs
 * @param published  what is published beside what is held, in a sentence
 */
record HealthView(String since, String sinceAt, String cause, String explained, String message, String nowhere,
    List<String> drifts, List<Key> keys, boolean calls, @Nullable Acknowledged acknowledged, List<Fill> fills,
    @Nullable Response response,
    String published, boolean gap, List<Missing> missing) {
  /** The environment variable that holds a key, and whether it is set. */
  record Key(String name, String word, boolean set) {}

  /** Who took note and when; null where nobody did. */
  record Acknowledged(String by, String at, String note) {}

  /** How often a field is filled. */
  record Fill(String field, String now, String usual, String since, boolean less, boolean drifting) {}

  /** What the last response looked like. */
  record Response(String at, String status, String type, String size, String beginning) {}

  /** Something published that is not held. */
  record Missing(String what, String why) {}
}
