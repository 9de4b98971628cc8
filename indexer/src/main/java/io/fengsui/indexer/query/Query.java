package io.fengsui.indexer.query;

import java.util.List;

/** A query as understood; what the two compilers take. Immutable. */
public sealed interface Query {
  /** Matches everything: the empty query. */
  record All() implements Query {}

  /** All of them. */
  record And(List<Query> parts) implements Query {
    public And {
      parts = List.copyOf(parts);
    }
  }

  /** Any of them. */
  record Or(List<Query> parts) implements Query {
    public Or {
      parts = List.copyOf(parts);
    }
  }

  /** None of it. */
  record Not(Query part) implements Query {}

  /** A word in any text of the notice. */
  record Word(String text) implements Query {}

  /** Words next to each other, in this order; taken literally. */
  record Phrase(String text) implements Query {}

  /** A word or phrase that names a concept, in any language: found by any of the concept's labels. */
  record Meaning(String text, String concept) implements Query {}

  /** A field with a value: {@code kind:recall}, {@code by:DE}. */
  record Field(SearchField field, String value) implements Query {}
}
