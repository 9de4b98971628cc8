package io.fengsui.portal.search;

import io.fengsui.indexer.query.Parsed;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Words;

/** Says what is wrong with a query. */
public final class Problems {
  private Problems() {}

  /** The problem in the visitor's language, naming the part that is wrong. */
  public static String say(Words words, Parsed.Wrong wrong) {
    String key = "problem." + wrong.problem();
    boolean known = !words.sayOr(key, "").isEmpty();
    return words.say(known ? key : "problem", Markup.plain(wrong.detail()));
  }
}
