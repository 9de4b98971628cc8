package io.fengsui.indexer.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes a query again with one part left out or taken literally, such that it can be parsed. */
final class Rewriter {
  private final String text;
  private final List<Token> tokens;

  Rewriter(String text, List<Token> tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** The query without the token at an index, and without the operators that it leaves without an operand. */
  String without(int index) {
    return write(left(tokens.get(index)), null);
  }

  /** The query with the token at an index in quotes; null where its text has a quote itself. */
  @Nullable
  String literal(int index) {
    String word = tokens.get(index).text();
    return word.chars().anyMatch(c -> Signs.ascii((char) c) == '"') ? null : write(left(null), tokens.get(index));
  }

  /** All but one token, and but what finds nothing anyway. */
  private List<Token> left(@Nullable Token out) {
    List<Token> left = new ArrayList<>(tokens);
    left.removeIf(token -> token == out || token.type().leaf() && !Signs.findable(token.text()));
    while (tidy(left)) {
      // each round may uncover the next
    }
    return left;
  }

  private static boolean tidy(List<Token> left) {
    for (int i = 0; i < left.size(); i++) {
      Token token = left.get(i);
      boolean nothingBefore = i == 0 || left.get(i - 1).is(Token.Type.OPEN) || infix(left.get(i - 1));
      boolean nothingAfter = i + 1 == left.size() || left.get(i + 1).is(Token.Type.CLOSE) || infix(left.get(i + 1));
      if (infix(token) && (nothingBefore || nothingAfter) || token.is(Token.Type.NOT) && nothingAfter) {
        left.remove(i);
        return true;
      }
      if (token.is(Token.Type.OPEN) && i + 1 < left.size() && left.get(i + 1).is(Token.Type.CLOSE)) {
        left.remove(i + 1);
        left.remove(i);
        return true;
      }
    }
    return false;
  }

  private static boolean infix(Token token) {
    return token.is(Token.Type.OR) || token.is(Token.Type.AND);
  }

  private String write(List<Token> left, @Nullable Token quoted) {
    StringBuilder written = new StringBuilder(text.length() + 2);
    boolean space = false;
    for (Token token : left) {
      if (space && !(token.is(Token.Type.CLOSE) && closed(written)))
        written.append(' ');
      written.append(word(token, token == quoted));
      space = !token.is(Token.Type.OPEN) && !(token.is(Token.Type.NOT) && token.text().equals("-"));
    }
    return written.toString();
  }

  /** Whether a parenthesis may follow at once; a word like 15" or Re: would swallow it or lose its meaning. */
  private static boolean closed(StringBuilder written) {
    char last = written.charAt(written.length() - 1);
    return Character.isLetterOrDigit(last) || last == ')';
  }

  private String word(Token token, boolean quoted) {
    if (quoted)
      return '"' + token.text() + '"';
    return switch (token.type()) {
      case WORD -> alone(text.substring(token.start(), token.end()));
      case FIELD, PHRASE -> text.substring(token.start(), token.end());
      default -> token.text();
    };
  }

  /** A part of a run, such as {@code OR} or {@code -x}, may mean something else when it stands alone: then in quotes. */
  private static String alone(String words) {
    try {
      if (new Lexer(words).tokens().stream().allMatch(token -> token.is(Token.Type.WORD)))
        return words;
    } catch (WrongQuery e) {
      // such as a part that looks like an unknown field
    }
    StringBuilder quoted = new StringBuilder("\"");
    words.chars().forEach(c -> quoted.append(Signs.ascii((char) c) == '"' ? ' ' : (char) c));
    return quoted.append('"').toString();
  }
}
