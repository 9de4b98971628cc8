package io.fengsui.indexer.query;

import io.fengsui.indexer.query.Parsed.Chip;
import io.fengsui.indexer.taxonomy.Concept;
import io.fengsui.indexer.taxonomy.Concepts;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One parse of one query, by recursive descent. A part without anything to find is null. */
final class Reading {
  private static final int MOST_CLAUSES = 100;
  private static final int MOST_LEVELS = 20;
  private final String text;
  private final List<Meanings.Meant> meant;
  private final Concepts concepts;
  private final FieldValues values;
  private final Rewriter rewriter;
  private final List<Chip> chips = new ArrayList<>();
  private int next;
  private int clauses;

  Reading(String text, List<Meanings.Meant> meant, Concepts concepts, FieldValues values) {
    this.text = text;
    this.meant = meant;
    this.concepts = concepts;
    this.values = values;
    rewriter = new Rewriter(text, meant.stream().map(Meanings.Meant::token).toList());
  }

  Parsed parse() {
    if (meant.isEmpty())
      return new Parsed.Understood(new Query.All(), List.of());
    Query query = or(0);
    if (next < meant.size())
      throw wrong("unbalanced-parenthesis");
    return new Parsed.Understood(query == null ? new Query.All() : query, chips);
  }

  private @Nullable Query or(int level) {
    List<@Nullable Query> parts = new ArrayList<>();
    parts.add(and(level));
    while (at(Token.Type.OR)) {
      next++;
      parts.add(and(level));
    }
    return join(parts, Query.Or::new);
  }

  private @Nullable Query and(int level) {
    List<@Nullable Query> parts = new ArrayList<>();
    parts.add(not(level));
    while (next < meant.size() && !at(Token.Type.OR) && !at(Token.Type.CLOSE)) {
      if (at(Token.Type.AND))
        next++;
      parts.add(not(level));
    }
    return join(parts, Query.And::new);
  }

  private static @Nullable Query join(List<@Nullable Query> parts, Function<List<Query>, Query> kind) {
    List<Query> found = parts.stream().filter(Objects::nonNull).map(part -> (Query) part).toList();
    return found.size() > 1 ? kind.apply(found) : found.isEmpty() ? null : found.getFirst();
  }

  private @Nullable Query not(int level) {
    if (!at(Token.Type.NOT))
      return primary(level);
    if (level >= MOST_LEVELS)
      throw wrong("too-deep");
    next++;
    Query part = not(level + 1);
    return part == null ? null : new Query.Not(part);
  }

  private @Nullable Query primary(int level) {
    if (next >= meant.size() || !at(Token.Type.OPEN) && !meant.get(next).token().type().leaf())
      throw wrong(at(Token.Type.CLOSE) && level == 0 ? "unbalanced-parenthesis" : "missing-operand");
    return at(Token.Type.OPEN) ? group(level) : leaf(next++);
  }

  private @Nullable Query group(int level) {
    if (level >= MOST_LEVELS)
      throw wrong("too-deep");
    int open = next++;
    Query inside = at(Token.Type.CLOSE) ? null : or(level + 1);
    if (!at(Token.Type.CLOSE)) {
      next = open;
      throw wrong("unbalanced-parenthesis");
    }
    next++;
    return inside;
  }

  private @Nullable Query leaf(int index) {
    Token token = meant.get(index).token();
    if (!Signs.findable(token.text()))
      return null;
    return switch (token.type()) {
      case FIELD -> field(index, token);
      case PHRASE -> plain(index, new Query.Phrase(token.text().strip()));
      default -> word(index, token);
    };
  }

  private Query word(int index, Token token) {
    Concept concept = meant.get(index).concept().orElse(null);
    if (concept == null)
      return plain(index, new Query.Word(token.text()));
    count(1);
    chips.add(new Chip(shown(index), null, concept.code(), concepts.labels(concept.code()).size(),
        rewriter.without(index), rewriter.literal(index)));
    return new Query.Meaning(token.text(), concept.code());
  }

  private Query plain(int index, Query query) {
    count(1);
    chips.add(new Chip(shown(index), null, "", 0, rewriter.without(index), null));
    return query;
  }

  private Query field(int index, Token token) {
    String name = text.substring(token.start(), token.end()).split("[:：]", 2)[0];
    SearchField field = SearchField.of(name).orElseThrow();
    List<Query.Field> read = values.read(field, token);
    count(read.size());
    String codes = read.stream().map(Query.Field::value).collect(Collectors.joining(","));
    chips.add(new Chip(shown(index), field, codes, 0, rewriter.without(index), null));
    return read.size() == 1 ? read.getFirst() : new Query.Or(List.copyOf(read));
  }

  /** The part as it stands in the query, with the sign that excludes it. */
  private String shown(int index) {
    Token token = meant.get(index).token();
    boolean excluded = index > 0 && meant.get(index - 1).token().is(Token.Type.NOT);
    return (excluded ? "-" : "") + text.substring(token.start(), token.end());
  }

  private void count(int more) {
    clauses += more;
    if (clauses > MOST_CLAUSES) {
      next--;
      throw wrong("too-many-clauses");
    }
  }

  private boolean at(Token.Type type) {
    return next < meant.size() && meant.get(next).token().is(type);
  }

  private WrongQuery wrong(String problem) {
    if (next >= meant.size())
      return new WrongQuery(text.length(), 0, problem, "");
    Token token = meant.get(next).token();
    return new WrongQuery(token.start(), token.end() - token.start(), problem,
        text.substring(token.start(), token.end()));
  }
}
