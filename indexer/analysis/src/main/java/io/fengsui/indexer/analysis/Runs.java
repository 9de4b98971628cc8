package io.fengsui.indexer.analysis;

/** Makes tokens of runs of characters that are taken in pairs. */
final class Runs {
  private final boolean search;
  private final Text text;
  private final Tokens tokens;
  private final Run run = new Run();
  private final Segmenter segmenter = new Segmenter();
  private char[] marked = new char[0];
  private int position;

  Runs(boolean search, Text text, Tokens tokens) {
    this.search = search;
    this.text = text;
    this.tokens = tokens;
  }

  /** Adds the tokens of the run at an index, from a position on. Returns the index after it; see {@link #positions}. */
  int add(int from, int position) {
    this.position = position;
    int after = run.read(text, from);
    if (run.positions() > 0)
      if (search)
        sought(segmenter.ends(run));
      else
        indexed(segmenter.ends(run));
    return after;
  }

  /** Positions that the run added last takes. */
  int positions() {
    return run.positions();
  }

  /** Every pair, every Chinese character, every word. */
  private void indexed(int[] ends) {
    int word = 0;
    for (int i = 0; i < run.positions(); i++) {
      if (run.isHan(i) || run.size() == 1)
        term(i, i + 1);
      if (i + 1 < run.size())
        term(i, i + 2);
      if (word < ends.length && i == (word == 0 ? 0 : ends[word - 1]))
        word(i, ends[word++]);
    }
  }

  /** Enough to find the words, each in a text that need not have it as a word; a pair across two words is not asked for. */
  private void sought(int[] ends) {
    int start = 0;
    for (int end : ends.length == 0 ? new int[]{run.positions()} : ends) {
      for (int i = start; i + 1 < end || i == start; i++) {
        term(i, Math.min(i + 2, end));
        if (i == start && ends.length > 0)
          word(start, end);
      }
      start = end;
    }
  }

  private void term(int from, int to) {
    int begin = run.from(from);
    tokens.add(run.chars, begin, run.from(to) - begin, run.start(from), run.end(to - 1), position + from, 1);
  }

  /** A single Chinese character is no more of a word than the character itself. */
  private void word(int from, int to) {
    if (to - from == 1 && run.isHan(from))
      return;
    int begin = run.from(from);
    int length = run.from(to) - begin;
    if (marked.length <= length)
      marked = new char[length + 64];
    marked[0] = '=';
    System.arraycopy(run.chars, begin, marked, 1, length);
    tokens.add(marked, 0, length + 1, run.start(from), run.end(to - 1), position + from, 1);
  }
}
