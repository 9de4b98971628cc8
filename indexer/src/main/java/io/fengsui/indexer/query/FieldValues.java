package io.fengsui.indexer.query;

import io.fengsui.crawler.notice.Kind;
import io.fengsui.indexer.document.Keys;
import io.fengsui.indexer.taxonomy.Concept;
import io.fengsui.indexer.taxonomy.Concepts;
import io.fengsui.indexer.taxonomy.PartnerNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Understands the values of a field: names become codes, dates are checked. */
final class FieldValues {
  private static final String QUOTES = "\"“”„‟＂«»「」『』";
  private static final Pattern BARE = Pattern
      .compile("[" + QUOTES + "](?<quoted>[^" + QUOTES + "]*)[" + QUOTES + "]|(?<plain>[^,，、" + QUOTES + "]+)");
  private static final Pattern LISTED = Pattern.compile("[" + QUOTES + "](?<quoted>[^" + QUOTES + "]*)[" + QUOTES
      + "]|(?<plain>(?:(?!\\s(?:OR|或)\\s)[^,，、|｜" + QUOTES + "])+)|\\s(?:OR|或)\\s");
  private final Concepts concepts;
  private final PartnerNames partners;

  FieldValues(Concepts concepts, PartnerNames partners) {
    this.concepts = concepts;
    this.partners = partners;
  }

  /** The values of a field token, at least one. */
  List<Query.Field> read(SearchField field, Token token) {
    String text = token.text();
    boolean listed = Signs.ascii(text.charAt(0)) == '(';
    int offset = token.end() - text.length();
    Matcher found = (listed ? LISTED : BARE).matcher(text);
    found.region(listed ? 1 : 0, listed ? text.length() - 1 : text.length());
    List<Query.Field> values = new ArrayList<>();
    while (found.find()) {
      String given = found.group("quoted") != null ? found.group("quoted") : found.group("plain");
      if (given != null && !given.isBlank())
        values.add(value(field, given.strip(), offset + found.start(), found.end() - found.start()));
    }
    if (values.isEmpty())
      throw new WrongQuery(token.start(), token.end() - token.start(), "missing-value", field.code());
    return values;
  }

  private Query.Field value(SearchField field, String given, int at, int length) {
    String code = code(field, given)
        .orElseThrow(() -> new WrongQuery(at, length, "unknown-" + problem(field), field.code() + ": " + given));
    return new Query.Field(field, code);
  }

  private static String problem(SearchField field) {
    return switch (field) {
      case KIND -> "kind";
      case LANG -> "language";
      case GTIN -> "gtin";
      case HS -> "hs";
      case ICS -> "ics";
      case YEAR, SINCE, UNTIL -> "date";
      default -> "value";
    };
  }

  private Optional<String> code(SearchField field, String given) {
    return switch (field) {
      case KIND -> Kind.of(given).map(Kind::code).or(() -> kindNamed(given));
      case BY, ORIGIN, MARKET -> partners.code(given).or(() -> Optional.of(given));
      case LANG -> LanguageNames.code(given);
      case GTIN -> Optional.of(given.replaceAll("[\\s-]", "")).filter(digits -> digits.matches("[0-9]{6,18}"));
      case HS -> Optional.of(Keys.hs(given)).filter(digits -> !digits.isEmpty());
      case ICS -> Optional.of(Keys.ics(given)).filter(digits -> !digits.isEmpty());
      case YEAR -> Optional.of(given).filter(year -> year.matches("(1[89]|2[01])[0-9]{2}"));
      case SINCE, UNTIL -> DateSpan.read(given).map(DateSpan::code);
      case SOURCE -> Optional.of(given.toLowerCase(Locale.ROOT));
      case BRAND, COMPANY, REF -> Optional.of(given).filter(Signs::findable);
    };
  }

  private Optional<String> kindNamed(String given) {
    return concepts.named(given).filter(concept -> concept.sort() == Concept.Sort.KIND).map(Concept::code);
  }
}
