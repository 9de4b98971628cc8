package io.fengsui.crawler.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds what somebody meant to write. */
final class Nearest {
  private Nearest() {}

  /** " (did you mean …?)", or all that may be written. */
  static String hint(String written, Collection<String> known) {
    return to(written, known).map(word -> "; did you mean \"" + word + "\"?")
        .orElseGet(() -> "; known here: " + known.stream().sorted().collect(Collectors.joining(", ")));
  }

  private static Optional<String> to(String written, Collection<String> known) {
    return known.stream()
        .filter(word -> distance(written, word) <= (word.length() < 4 ? 1 : Math.max(2, word.length() / 3)))
        .min(Comparator.comparingInt(word -> distance(written, word)));
  }

  /** Levenshtein's distance. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++)
      row[j] = j;
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
