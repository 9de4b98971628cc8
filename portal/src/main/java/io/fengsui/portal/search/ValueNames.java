package io.fengsui.portal.search;

import io.fengsui.indexer.query.SearchField;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.Words;

/** The visitor's words for values of fields. */
record ValueNames(Naming naming, Words words) {
  String name(SearchField field, String value) {
    return switch (field) {
      case KIND -> words.sayOr("kind." + value, value);
      case BY, ORIGIN, MARKET -> naming.partner(value, words.locale());
      case SOURCE -> naming.source(value, words.locale());
      case LANG -> language(value);
      default -> value;
    };
  }

  private String language(String tag) {
    String name = naming.language(tag, words.locale());
    return name.isEmpty() ? words.say("language.unknown") : name;
  }
}
