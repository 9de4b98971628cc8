package io.fengsui.indexer.query;

/**
 * A piece of a query text.
 *
 * @param text  of a word or phrase, without its quotes; of a field, its values as they stand
 * @param start index in the query text, in UTF-16 units
 * @param end   after its last unit
 */
record Token(Type type, String text, int start, int end) {
  enum Type {
    WORD, PHRASE, FIELD, OPEN, CLOSE, OR, AND, NOT;

    /** Whether a token of this type is something to find. */
    boolean leaf() {
      return this == WORD || this == PHRASE || this == FIELD;
    }
  }

  boolean is(Type wanted) {
    return type == wanted;
  }
}
