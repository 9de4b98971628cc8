package io.fengsui.indexer.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** What Elasticsearch makes the analyzer for texts that somebody searches for with. */
@NamedComponent(NoticeAnalyzer.SEARCH)
public final class SearchAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return NoticeAnalyzer.search();
  }
}
