package io.fengsui.indexer.analysis;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Reads tables of characters. */
final class Characters {
  /** Takes a character and what it becomes. */
  interface Pair {
    void accept(char from, char to);
  }

  private Characters() {}

  /** Words two by two. */
  static List<String[]> pairs(String words) {
    String[] all = words.split(" ");
    List<String[]> pairs = new ArrayList<>();
    for (int i = 0; i + 1 < all.length; i += 2)
      pairs.add(new String[]{all[i], all[i + 1]});
    return pairs;
  }

  /** Each traditional Chinese character with its simplified form. */
  static void traditional(Pair each) {
    try (BufferedReader in = new BufferedReader(new InputStreamReader(
        Objects.requireNonNull(Characters.class.getResourceAsStream("traditional.txt")), StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine())
        for (int i = 0; i + 1 < line.length() && line.charAt(0) != '#'; i += 2)
          each.accept(line.charAt(i), line.charAt(i + 1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
