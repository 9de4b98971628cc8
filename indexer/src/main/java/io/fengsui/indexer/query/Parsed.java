package io.fengsui.indexer.query;

import java.util.List;

/** What became of a query text. */
public sealed interface Parsed {
  /**
   * Understood.
   *
   * @param chips how each part was understood, in the order of the text
   */
  record Understood(Query query, List<Chip> chips) implements Parsed {
    public Understood {
      chips = List.copyOf(chips);
    }
  }

  /**
   * Not understood.
   *
   * @param at     index of the first wrong character in the text, counted in UTF-16 units from 0
   * @param length of the wrong part, at least 1 except at the end of the text
   * @param problem key of the message, such as {@code unbalanced-quote}
   * @param detail what the message names: the field, the value, the character
   */
  record Wrong(int at, int length, String problem, String detail) implements Parsed {}

  /**
   * A part of the query that the page shows as a chip.
   *
   * @param text     the part as it stands in the query
   * @param field    of a field restriction, null for words
   * @param code     the code that the value was understood as, or the concept's code; empty for plain words
   * @param labels   number of labels that a concept is found by, 0 where it is no concept
   * @param without  the query text with this part removed
   * @param literal  the query text with this part taken literally, null where that makes no difference
   */
  record Chip(String text, @org.jspecify.annotations.Nullable SearchField field, String code, int labels,
      String without, @org.jspecify.annotations.Nullable String literal) {}
}
