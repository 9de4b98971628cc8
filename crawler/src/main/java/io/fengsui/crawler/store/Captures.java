package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The register of captures. */
final class Captures {
  private final Jdbi jdbi;

  Captures(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  Capture register(Capture capture) {
    return jdbi.inTransaction(handle -> {
      insert(handle, capture);
      return select(handle, capture.source(), capture.address(), capture.sha256()).orElseThrow();
    });
  }

  Optional<Capture> find(String source, String address, String sha256) {
    return jdbi.withHandle(handle -> select(handle, source, address, sha256));
  }

  /** In pages, so that no transaction stays open while the caller works. */
  long all(Consumer<Capture> each) {
    long count = 0;
    for (long last = 0;;) {
      long after = last;
      List<Capture> page = jdbi.withHandle(handle -> handle
          .createQuery("select * from capture where id > :after order by id limit 1000").bind("after", after)
          .map(Captures::read).list());
      if (page.isEmpty())
        return count;
      page.forEach(each);
      count += page.size();
      last = page.getLast().id();
    }
  }

  private static void insert(Handle handle, Capture capture) {
    handle.createUpdate("""
        insert into capture (source, address, address_key, at, sha256, size, media_type, file, file_offset)
        values (:source, :address, :key, :at, :sha256, :size, :type, :file, :offset)
        on conflict (source, address_key, sha256) do nothing""").bind("source", capture.source())
        .bind("address", capture.address()).bind("key", Digest.of(capture.address()))
        .bind("at", capture.at().atOffset(ZoneOffset.UTC)).bind("sha256", HexFormat.of().parseHex(capture.sha256()))
        .bind("size", capture.size()).bind("type", capture.mediaType()).bind("file", capture.file())
        .bind("offset", capture.offset()).execute();
  }

  private static Optional<Capture> select(Handle handle, String source, String address, String sha256) {
    return handle.createQuery("""
        select * from capture
        where source = :source and address_key = :key and sha256 = :sha256""").bind("source", source)
        .bind("key", Digest.of(address)).bind("sha256", HexFormat.of().parseHex(sha256)).map(Captures::read).findOne();
  }

  static Capture read(ResultSet row, StatementContext context) throws SQLException {
    return new Capture(row.getLong("id"), row.getString("source"), row.getString("address"),
        NoticeRows.instant(row, "at"), HexFormat.of().formatHex(row.getBytes("sha256")), row.getLong("size"),
        row.getString("media_type"), row.getString("file"), row.getLong("file_offset"));
  }
}
