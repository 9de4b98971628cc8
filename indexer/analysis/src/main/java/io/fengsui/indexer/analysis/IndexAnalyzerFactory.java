package io.fengsui.indexer.analysis;

import org.apache.lucene.analysis.Analyzer;
import org.elasticsearch.plugin.NamedComponent;
import org.elasticsearch.plugin.analysis.AnalyzerFactory;

/** What Elasticsearch makes the analyzer for texts of notices with. */
@NamedComponent(NoticeAnalyzer.INDEX)
public final class IndexAnalyzerFactory implements AnalyzerFactory {
  @Override
  public Analyzer create() {
    return NoticeAnalyzer.index();
  }
}
