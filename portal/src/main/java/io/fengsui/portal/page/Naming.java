package io.fengsui.portal.page;

import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;

/** Names of partners, languages and sources for a visitor. */
public final class Naming {
  private final Function<String, Optional<String>> codes;
  private final BinaryOperator<String> partners;
  private final SourceCatalog catalog;

  /**
   * @param codes    code of a partner as publishers write it, as {@code PartnerNames::code}
   * @param partners name of a partner's code in a BCP 47 language, as {@code PartnerNames::name}
   */
  public Naming(Function<String, Optional<String>> codes, BinaryOperator<String> partners, SourceCatalog catalog) {
    this.codes = codes;
    this.partners = partners;
    this.catalog = catalog;
  }

  /** The name of a partner as a publisher wrote it; the publisher's words where they are no partner's. */
  public String given(String words, Locale locale) {
    return codes.apply(words).map(code -> partners.apply(code, locale.toLanguageTag()))
        .orElseGet(() -> Markup.plain(words));
  }

  /** The name of a partner's code; what is no code stays as the publisher wrote it. */
  public String partner(String codeOrWords, Locale locale) {
    boolean code = codeOrWords.length() == 2 && codeOrWords.chars().allMatch(c -> c >= 'A' && c <= 'Z');
    return code ? partners.apply(codeOrWords, locale.toLanguageTag()) : Markup.plain(codeOrWords);
  }

  /** The names of partners. */
  public List<String> partners(List<String> codesOrWords, Locale locale) {
    return codesOrWords.stream().map(given -> partner(given, locale)).toList();
  }

  /** The name of a language by its BCP 47 tag; empty where the tag says nothing. */
  public String language(String tag, Locale locale) {
    return tag.isEmpty() || tag.equals("und") ? "" : Locale.forLanguageTag(tag).getDisplayName(locale);
  }

  /** The name of a source, or its id where the catalogue has no such source any more. */
  public String source(String id, Locale locale) {
    return catalog.source(id).map(Source::names).map(names -> names.in(locale.toLanguageTag())).orElse(id);
  }

  /** The {@code lang} attribute for text of that language: empty, which HTML reads as unknown, where it is unknown. */
  public static String attribute(String tag) {
    return tag.equals("und") ? "" : tag;
  }
}
