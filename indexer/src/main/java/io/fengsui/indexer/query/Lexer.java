package io.fengsui.indexer.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes a query text apart. Full-width punctuation counts as its ASCII twin. One text, one lexer. */
final class Lexer {
  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at;

  Lexer(String text) {
    this.text = text;
  }

  List<Token> tokens() {
    while (at < text.length()) {
      char c = Signs.ascii(text.charAt(at));
      switch (c) {
        case '(' -> add(Token.Type.OPEN, 1);
        case ')' -> add(Token.Type.CLOSE, 1);
        case '|' -> add(Token.Type.OR, 1);
        case '"' -> phrase();
        case '-' -> minus();
        default -> {
          if (Signs.separates(text, at))
            at++;
          else
            word();
        }
      }
    }
    return tokens;
  }

  private void add(Token.Type type, int length) {
    tokens.add(new Token(type, text.substring(at, at + length), at, at + length));
    at += length;
  }

  private void minus() {
    int next = at + 1;
    while (next < text.length() && Signs.ascii(text.charAt(next)) == '-')
      next++;
    boolean excludes = next < text.length() && !Signs.separates(text, next) && text.charAt(next) != ')';
    if (excludes)
      tokens.add(new Token(Token.Type.NOT, "-", at, at + 1));
    at = next;
  }

  private void phrase() {
    int start = at;
    String content = quoted();
    tokens.add(new Token(Token.Type.PHRASE, content, start, at));
  }

  /** The text between the quote that stands here and the next one. */
  private String quoted() {
    int close = at + 1;
    while (close < text.length() && Signs.ascii(text.charAt(close)) != '"')
      close++;
    if (close == text.length())
      throw new WrongQuery(at, 1, "unbalanced-quote", text.substring(at, at + 1));
    String content = text.substring(at + 1, close);
    at = close + 1;
    return content;
  }

  private void word() {
    int start = at;
    while (at < text.length() && !ends(start)) {
      if (Signs.ascii(text.charAt(at)) == ':' && field(start))
        return;
      at++;
    }
    if (at == start)
      at++;
    String word = text.substring(start, at);
    tokens.add(new Token(operator(word), word, start, at));
  }

  private static Token.Type operator(String word) {
    return switch (word) {
      case "OR", "或", "或者" -> Token.Type.OR;
      case "AND" -> Token.Type.AND;
      case "NOT" -> Token.Type.NOT;
      default -> Token.Type.WORD;
    };
  }

  private boolean ends(int start) {
    char c = Signs.ascii(text.charAt(at));
    return Signs.separates(text, at) || c == '(' || c == ')' || c == '|' || c == '"' && !inches(start);
  }

  /** A quote after a digit at a word's end is a measure: 15" or 3.5". */
  private boolean inches(int start) {
    return at > start && Character.isDigit(text.charAt(at - 1)) && text.charAt(at) == '"'
        && (at + 1 == text.length() || Signs.separates(text, at + 1));
  }

  /** Reads a field if the letters before the colon here are one; an unknown one is a mistake unless it is plainly text. */
  private boolean field(int start) {
    String name = text.substring(start, at);
    if (name.isEmpty() || !name.chars().allMatch(c -> c < 128 && Character.isLetter(c)))
      return false;
    boolean known = SearchField.of(name).isPresent();
    boolean bare = at + 1 == text.length() || Signs.separates(text, at + 1);
    if (!known && (bare || text.charAt(at + 1) == '/'))
      return false;
    if (!known)
      throw new WrongQuery(start, name.length(), "unknown-field", name + ": " + fields());
    at++;
    values(start, name);
    return true;
  }

  private void values(int start, String name) {
    while (at < text.length() && Character.isWhitespace(text.charAt(at)))
      at++;
    int from = at;
    if (at < text.length() && Signs.ascii(text.charAt(at)) == '(')
      list();
    else
      while (at < text.length() && !valuesEnd())
        if (Signs.ascii(text.charAt(at)) == '"')
          quoted();
        else
          at++;
    if (text.substring(from, at).isBlank())
      throw new WrongQuery(start, Math.max(1, at - start), "missing-value", name);
    tokens.add(new Token(Token.Type.FIELD, text.substring(from, at), start, at));
  }

  private boolean valuesEnd() {
    char c = Signs.ascii(text.charAt(at));
    return c == '(' || c == ')' || c == '|' || c != ',' && Signs.separates(text, at)
        || c == ',' && (at + 1 == text.length() || Signs.separates(text, at + 1));
  }

  private void list() {
    int open = at;
    while (at < text.length() && Signs.ascii(text.charAt(at)) != ')')
      if (Signs.ascii(text.charAt(at)) == '"')
        quoted();
      else
        at++;
    if (at == text.length())
      throw new WrongQuery(open, 1, "unbalanced-parenthesis", text.substring(open, open + 1));
    at++;
  }

  private static String fields() {
    return Stream.of(SearchField.values()).map(SearchField::code).collect(Collectors.joining(" "))
        .toLowerCase(Locale.ROOT);
  }
}
