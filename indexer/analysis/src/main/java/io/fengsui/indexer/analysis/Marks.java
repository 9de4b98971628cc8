package io.fengsui.indexer.analysis;

/** Signs between the parts of a word or a number. */
final class Marks {
  private Marks() {}

  static boolean hyphen(char c) {
    return c == '-' || c >= '\u2010' && c <= '\u2013' || c == '\uFF0D' || c == '\uFE63';
  }

  static boolean apostrophe(char c) {
    return c == '\'' || c == '’' || c == 'ʼ' || c == '＇';
  }

  /** Between groups of three digits, in any country; the spaces are those that do not break a line. */
  static boolean thousands(char c) {
    return c == ',' || c == '.' || c == '\'' || c == '’' || c == '\u00A0' || c == '\u202F';
  }
}
