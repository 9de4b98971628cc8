package io.fengsui.crawler.store;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What the archive holds of a notice.
 *
 * @param key of the content of its latest revision
 */
record Held(long id, String source, String reference, int revision, byte[] key) {
  static Held read(ResultSet row) throws SQLException {
    return new Held(row.getLong("id"), row.getString("source"), row.getString("reference"), row.getInt("revision"),
        row.getBytes("content_key"));
  }
}
