package io.fengsui.indexer.analysis;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;

/**
 * Splits the text of notices, in any language, into the terms they are found by; the package describes them. Texts to be
 * indexed and texts to be searched for take different modes of it. Safe for several threads, like every analyzer.
 */
public final class NoticeAnalyzer extends Analyzer {
  /** Name of {@link #index} in Elasticsearch. */
  public static final String INDEX = "fengsui";
  /** Name of {@link #search} in Elasticsearch. */
  public static final String SEARCH = "fengsui_search";

  private final boolean search;

  private NoticeAnalyzer(boolean search) {
    this.search = search;
  }

  /** For texts of notices. */
  public static NoticeAnalyzer index() {
    return new NoticeAnalyzer(false);
  }

  /** For texts that somebody searches for. */
  public static NoticeAnalyzer search() {
    return new NoticeAnalyzer(true);
  }

  /**
   * The units of a text that somebody types: parts of it, in order, each of which a match must have as a phrase. Latin words and
   * codes end at spaces, commas and brackets; Chinese is cut into words, without particles such as 的 unless there is nothing
   * else; a Korean word loses its particle by the analyzer. Empty where the text has nothing that can be searched for.
   */
  public static List<String> units(String text) {
    return new Units(text).list();
  }

  @Override
  protected TokenStreamComponents createComponents(String field) {
    return new TokenStreamComponents(new NoticeTokenizer(search));
  }

  /** As Elasticsearch has it, so that no phrase reaches from one value of a field into the next. */
  @Override
  public int getPositionIncrementGap(String field) {
    return 100;
  }
}
