package io.fengsui.indexer.analysis;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;

/** Asks a real index as the package describes. */
final class Finding {
  private Finding() {}

  /** Whether a text is found by a phrase. */
  static boolean phrase(String text, String query) throws IOException {
    return search(text, List.of(query)) > 0;
  }

  /** Whether a text is found by all units of what somebody types. */
  static boolean words(String text, String query) throws IOException {
    return search(text, NoticeAnalyzer.units(query)) > 0;
  }

  /** The score of a text for a phrase, 0 where it is not found. */
  static float search(String text, List<String> phrases) throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(NoticeAnalyzer.index()))) {
        Document document = new Document();
        document.add(new TextField("text", text, Field.Store.NO));
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        return score(new IndexSearcher(reader), phrases);
      }
    }
  }

  private static float score(IndexSearcher searcher, List<String> phrases) throws IOException {
    float total = 0;
    for (String phrase : phrases) {
      Query query = new QueryBuilder(NoticeAnalyzer.search()).createPhraseQuery("text", phrase);
      if (query == null || searcher.search(query, 1).scoreDocs.length == 0)
        return 0;
      total += searcher.search(query, 1).scoreDocs[0].score;
    }
    return total;
  }
}
