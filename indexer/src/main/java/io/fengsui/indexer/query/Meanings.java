package io.fengsui.indexer.query;

import io.fengsui.indexer.taxonomy.Concept;
import io.fengsui.indexer.taxonomy.Concepts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the words of a query that name a concept: labels of several words are put together, runs of Chinese or Japanese
 * are taken apart at the longest labels in them.
 */
final class Meanings {
  private static final int MOST_WORDS = 5;
  private static final int MOST_CHARACTERS = 12;
  /** What joins the words of a Chinese run without meaning anything to find. */
  private static final Set<String> JOINTS = Set.of("的", "之", "和", "与", "及", "等", "被");
  private final Concepts concepts;

  Meanings(Concepts concepts) {
    this.concepts = concepts;
  }

  /** A token with the concept that it names, if it names one. */
  record Meant(Token token, Optional<Concept> concept) {}

  List<Meant> find(String text, List<Token> tokens) {
    List<Meant> meant = new ArrayList<>();
    for (int i = 0; i < tokens.size();) {
      int words = tokens.get(i).is(Token.Type.WORD) ? label(text, tokens, i, meant) : 0;
      if (words == 0)
        single(tokens, i, meant);
      i += Math.max(1, words);
    }
    return meant;
  }

  /** Adds the longest label that begins with the token at an index; returns how many tokens it took. */
  private int label(String text, List<Token> tokens, int first, List<Meant> meant) {
    boolean excluded = first > 0 && tokens.get(first - 1).is(Token.Type.NOT);
    for (int words = excluded ? 1 : wordsFrom(tokens, first); words > 0; words--) {
      Token last = tokens.get(first + words - 1);
      String label = text.substring(tokens.get(first).start(), last.end());
      Optional<Concept> concept = concepts.named(label);
      if (concept.isPresent()) {
        meant.add(new Meant(new Token(Token.Type.WORD, label, tokens.get(first).start(), last.end()), concept));
        return words;
      }
    }
    return 0;
  }

  private static int wordsFrom(List<Token> tokens, int first) {
    int words = 1;
    while (words < MOST_WORDS && first + words < tokens.size() && tokens.get(first + words).is(Token.Type.WORD))
      words++;
    return words;
  }

  private void single(List<Token> tokens, int index, List<Meant> meant) {
    Token token = tokens.get(index);
    List<Meant> parts = token.is(Token.Type.WORD) ? takeApart(token) : List.of();
    if (parts.size() < 2) {
      meant.add(parts.isEmpty() ? new Meant(token, Optional.empty()) : parts.getFirst());
      return;
    }
    boolean group = index > 0 && tokens.get(index - 1).is(Token.Type.NOT);
    if (group)
      meant.add(sign(Token.Type.OPEN, "(", token.start()));
    meant.addAll(parts);
    if (group)
      meant.add(sign(Token.Type.CLOSE, ")", token.end()));
  }

  private static Meant sign(Token.Type type, String sign, int at) {
    return new Meant(new Token(type, sign, at, at), Optional.empty());
  }

  /** The parts of a run, or nothing where no label is in it. */
  private List<Meant> takeApart(Token token) {
    List<Meant> parts = new ArrayList<>();
    String run = token.text();
    int rest = 0;
    for (int i = 0; i < run.length();) {
      int length = Signs.unspaced(run.charAt(i)) ? longest(run, i) : 0;
      if (length > 0) {
        rest(token, rest, i, parts);
        Token part = part(token, i, i + length);
        parts.add(new Meant(part, concepts.named(part.text())));
        rest = i + length;
      }
      i += Math.max(1, length);
    }
    if (!parts.isEmpty())
      rest(token, rest, run.length(), parts);
    return parts;
  }

  /** Length of the longest label of two characters or more at an index; single characters are parts of too many words. */
  private int longest(String run, int from) {
    int end = from;
    while (end < run.length() && end - from < MOST_CHARACTERS && Signs.unspaced(run.charAt(end)))
      end++;
    for (int length = end - from; length > 1; length--)
      if (concepts.named(run.substring(from, from + length)).isPresent())
        return length;
    return 0;
  }

  private static void rest(Token token, int from, int to, List<Meant> parts) {
    String text = token.text().substring(from, to);
    if (!text.isEmpty() && !JOINTS.contains(text))
      parts.add(new Meant(part(token, from, to), Optional.empty()));
  }

  private static Token part(Token token, int from, int to) {
    return new Token(Token.Type.WORD, token.text().substring(from, to), token.start() + from, token.start() + to);
  }
}
