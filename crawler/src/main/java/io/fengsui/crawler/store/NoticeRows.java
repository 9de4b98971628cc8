package io.fengsui.crawler.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads notices and revisions from their rows. */
final class NoticeRows {
  static final String SELECT = """
      select n.id, n.revision, n.first_seen, n.changed, n.capture, r.content
      from notice n join notice_revision r on r.notice = n.id and r.revision = n.revision""";

  static final String SELECT_REVISIONS = """
      select r.revision, r.content, r.changes, r.material, r.reread_at, c.*, d.id as detail_id,
        d.source as detail_source, d.address as detail_address, d.at as detail_at, d.sha256 as detail_sha256,
        d.size as detail_size, d.media_type as detail_media_type, d.file as detail_file,
        d.file_offset as detail_file_offset
      from notice n join notice_revision r on r.notice = n.id join capture c on c.id = r.capture
        left join capture d on d.id = r.detail
      where n.source = :source and n.reference = :reference
      order by r.revision desc""";

  private NoticeRows() {}

  static ArchivedNotice archived(ResultSet row, StatementContext context) throws SQLException {
    return new ArchivedNotice(row.getLong("id"), row.getInt("revision"), NoticeJson.notice(row.getString("content")),
        instant(row, "first_seen"), instant(row, "changed"), row.getLong("capture"));
  }

  static Revision revision(ResultSet row, StatementContext context) throws SQLException {
    return new Revision(row.getInt("revision"), NoticeJson.notice(row.getString("content")),
        Captures.read(row, context), row.getObject("detail_id") == null ? null : Captures.read(row, "detail_"),
        NoticeJson.changes(row.getString("changes")), row.getBoolean("material"), instantOrNull(row, "reread_at"),
        instantOrNull(row, "removed_at"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
