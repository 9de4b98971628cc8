package io.fengsui.indexer.query;

import io.fengsui.indexer.taxonomy.Concepts;
import io.fengsui.indexer.taxonomy.PartnerNames;

/** Reads the query language. Stateless but for the taxonomy it looks words up in; safe for several threads. */
public final class QueryParser {
  /** Characters of a query at most. */
  public static final int MOST_CHARACTERS = 2_000;
  private final Meanings meanings;
  private final Concepts concepts;
  private final FieldValues values;

  public QueryParser(Concepts concepts, PartnerNames partners) {
    this.concepts = concepts;
    meanings = new Meanings(concepts);
    values = new FieldValues(concepts, partners);
  }

  /**
   * Parses a query: words are AND, which binds closer than {@code OR}; {@code "phrase"}, {@code -exclude}, parentheses,
   * {@code field:value} with several values after commas ({@code by:DE,FR}) or in parentheses. A word or phrase that is a
   * label of the taxonomy also means its concept; quotes switch that off. Full-width punctuation counts as ASCII. Bounded:
   * at most 2,000 characters, 100 clauses, 20 levels. Signs without a letter or digit are passed over.
   *
   * <p>Problems: {@code too-long too-many-clauses too-deep unbalanced-quote unbalanced-parenthesis missing-operand
   * missing-value unknown-field unknown-kind unknown-language unknown-gtin unknown-hs unknown-ics unknown-date unknown-value}.
   */
  public Parsed parse(String text) {
    try {
      if (text.length() > MOST_CHARACTERS)
        throw new WrongQuery(MOST_CHARACTERS, text.length() - MOST_CHARACTERS, "too-long", "" + MOST_CHARACTERS);
      return new Reading(text, meanings.find(text, new Lexer(text).tokens()), concepts, values).parse();
    } catch (WrongQuery e) {
      return e.wrong();
    }
  }
}
