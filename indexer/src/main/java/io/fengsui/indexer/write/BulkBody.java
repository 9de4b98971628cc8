package io.fengsui.indexer.write;

import io.fengsui.crawler.store.ArchivedNotice;
import io.fengsui.indexer.document.NoticeDocuments;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The lines of one bulk request, and the notices behind them. Not safe for several threads. */
final class BulkBody {
  /** Larger requests gain nothing and cost memory in both processes. */
  private static final int FULL = 5 << 20;

  private static final class Bytes extends ByteArrayOutputStream {
    Bytes() {
      super(1 << 18);
    }

    byte[] whole() {
      return buf;
    }
  }

  private final Bytes bytes = new Bytes();
  private final List<ArchivedNotice> notices = new ArrayList<>();

  void add(ArchivedNotice notice, NoticeDocuments documents) {
    action(notice);
    documents.write(notice, bytes);
    bytes.write('\n');
    notices.add(notice);
  }

  void addRefused(ArchivedNotice notice, String reason, NoticeDocuments documents) {
    action(notice);
    documents.writeRefused(notice, reason, bytes);
    bytes.write('\n');
    notices.add(notice);
  }

  /** The archive's number and revision are the document's: the same notice twice is one document, an older one is refused. */
  private void action(ArchivedNotice notice) {
    String line = "{\"index\":{\"_id\":\"" + notice.id() + "\",\"version\":" + notice.revision()
        + ",\"version_type\":\"external_gte\"}}\n";
    byte[] ascii = line.getBytes(StandardCharsets.US_ASCII);
    bytes.write(ascii, 0, ascii.length);
  }

  boolean full() {
    return bytes.size() >= FULL;
  }

  boolean isEmpty() {
    return notices.isEmpty();
  }

  List<ArchivedNotice> notices() {
    return notices;
  }

  /** The array behind; only the first {@link #length} bytes count. */
  byte[] bytes() {
    return bytes.whole();
  }

  int length() {
    return bytes.size();
  }

  void clear() {
    bytes.reset();
    notices.clear();
  }
}
