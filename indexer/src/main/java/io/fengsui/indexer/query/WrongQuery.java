package io.fengsui.indexer.query;

/** Carries what is wrong out of the depth of the parser; never leaves {@link QueryParser}. */
final class WrongQuery extends RuntimeException {
  private final Parsed.Wrong wrong;

  WrongQuery(int at, int length, String problem, String detail) {
    super(problem, null, false, false);
    wrong = new Parsed.Wrong(at, length, problem, detail.length() > 100 ? detail.substring(0, 100) : detail);
  }

  Parsed.Wrong wrong() {
    return wrong;
  }
}
