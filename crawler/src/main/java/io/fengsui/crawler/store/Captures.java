package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.NoticeId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The register of captures. */
final class Captures {
  private static final int PAGE = 1_000;
  private final Jdbi jdbi;

  Captures(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** What makes two captures one: the same payload from the same address, to the same source. */
  private record Key(String source, String address, String sha256) {
    static Key of(Capture capture) {
      return new Key(capture.source(), capture.address(), capture.sha256());
    }
  }

  /** One statement for all, and a second that finds their ids. */
  List<Capture> register(List<Capture> captures) {
    if (captures.isEmpty())
      return List.of();
    // In one order by everyone, so that no two processes wait for each other's rows.
    var sorted = captures.stream().sorted(Comparator.comparing(Capture::source).thenComparing(Capture::address)
        .thenComparing(Capture::sha256)).toList();
    return jdbi.inTransaction(handle -> {
      // The commit of the notices that need them makes these durable too: the log is written in order.
      handle.execute("set local synchronous_commit = off");
      insert(handle, sorted);
      var registered = select(handle, sorted);
      return captures.stream().map(Key::of).map(registered::get).toList();
    });
  }

  Optional<Capture> find(String source, String address, String sha256) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        select * from capture
        where source = :source and address_key = :key and sha256 = :sha256 and removed_at is null""")
        .bind("source", source).bind("key", Digest.of(address)).bind("sha256", HexFormat.of().parseHex(sha256))
        .map(Captures::read).findOne());
  }

  List<Capture> find(String source, List<Capture.Payload> payloads) {
    return jdbi.withHandle(handle -> {
      var query = handle.createQuery("""
          select capture.* from unnest(:key, :sha256) batch (address_key, sha256)
          join capture using (address_key, sha256)
          where source = :source and removed_at is null""").bind("source", source);
      new Columns<>(handle, payloads).to(query).bind("key", "bytea", payload -> Digest.of(payload.address()))
          .bind("sha256", "bytea", payload -> HexFormat.of().parseHex(payload.sha256()));
      return query.map(Captures::read).list();
    });
  }

  /** The newest of an address that begins so. */
  Optional<Capture> last(String source, String beginning) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        select * from capture where source = :source and starts_with(address, :beginning) and removed_at is null
        order by id desc limit 1""").bind("source", source).bind("beginning", beginning).map(Captures::read)
        .findOne());
  }

  /** In pages, so that no transaction stays open while the caller works. */
  long all(Consumer<Capture> each) {
    long count = 0;
    for (long last = 0;;) {
      long after = last;
      List<Capture> page = jdbi.withHandle(handle -> handle
          .createQuery("select * from capture where id > :after and removed_at is null order by id limit :page")
          .bind("after", after).bind("page", PAGE).map(Captures::read).list());
      if (page.isEmpty())
        return count;
      page.forEach(each);
      count += page.size();
      last = page.getLast().id();
    }
  }

  List<Long> lists(String source) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        with list as (select distinct r.capture from notice n join notice_revision r on r.notice = n.id
          where n.source = :source)
        select c.id from capture c
        where c.source = :source and c.removed_at is null and c.address_key in (
          select l.address_key from list join capture l on l.id = list.capture)
        order by c.last_seen desc, c.id desc""").bind("source", source).mapTo(Long.class).list());
  }

  List<Capture> with(List<Long> ids) {
    return jdbi.withHandle(handle -> {
      var query = handle.createQuery("""
          select capture.* from unnest(:id) with ordinality batch (id, nth) join capture using (id)
          where removed_at is null order by nth""");
      new Columns<>(handle, ids).to(query).bind("id", "int8", id -> id);
      return query.map(Captures::read).list();
    });
  }

  Optional<Capture> page(NoticeId notice, String address) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        (select c.*, 1 as choice from capture c
          where source = :source and address_key = :key and removed_at is null
          order by last_seen desc, id desc limit 1)
        union all
        (select c.*, 2 as choice from notice n
          join notice_revision r on r.notice = n.id and r.revision = n.revision join capture c on c.id = r.detail
          where n.source = :source and n.reference = :reference and c.removed_at is null)
        order by choice limit 1""").bind("source", notice.source()).bind("reference", notice.reference())
        .bind("key", Digest.of(address)).map(Captures::read).findOne());
  }

  /** A payload that came again is not a second capture; one that was removed in the meantime is there again. */
  private static void insert(Handle handle, List<Capture> captures) {
    var update = handle.createUpdate("""
        insert into capture (source, address, address_key, at, last_seen, sha256, size, media_type, file, file_offset)
        select distinct on (source, address_key, sha256) source, address, address_key, at,
          max(at) over (partition by source, address_key, sha256), sha256, size, media_type, file, file_offset
        from (select source, address, address_key, at::timestamptz, sha256, size, media_type, file, file_offset, nth
          from unnest(:source, :address, :key, :at, :sha256, :size, :type, :file, :offset) with ordinality
            batch (source, address, address_key, at, sha256, size, media_type, file, file_offset, nth)) batch
        order by source, address_key, sha256, nth
        on conflict (source, address_key, sha256) do update
        set last_seen = greatest(capture.last_seen, excluded.last_seen), removed_at = null,
          at = case when capture.removed_at is null then capture.at else excluded.at end,
          file = case when capture.removed_at is null then capture.file else excluded.file end,
          file_offset = case when capture.removed_at is null then capture.file_offset else excluded.file_offset end
        where capture.removed_at is not null or capture.last_seen < excluded.last_seen""");
    new Columns<>(handle, captures).to(update).bind("source", "text", Capture::source)
        .bind("address", "text", Capture::address).bind("key", "bytea", capture -> Digest.of(capture.address()))
        .bind("at", "text", capture -> capture.at().atOffset(ZoneOffset.UTC).toString())
        .bind("sha256", "bytea", capture -> HexFormat.of().parseHex(capture.sha256()))
        .bind("size", "int8", Capture::size).bind("type", "text", capture -> Texts.cleanOrNull(capture.mediaType()))
        .bind("file", "text", Capture::file).bind("offset", "int8", Capture::offset);
    update.execute();
  }

  private static Map<Key, Capture> select(Handle handle, List<Capture> captures) {
    var query = handle.createQuery("""
        select capture.* from unnest(:source, :key, :sha256) batch (source, address_key, sha256)
        join capture using (source, address_key, sha256)""");
    new Columns<>(handle, captures).to(query).bind("source", "text", Capture::source)
        .bind("key", "bytea", capture -> Digest.of(capture.address()))
        .bind("sha256", "bytea", capture -> HexFormat.of().parseHex(capture.sha256()));
    var found = new HashMap<Key, Capture>();
    query.map(Captures::read).forEach(capture -> found.put(Key.of(capture), capture));
    return found;
  }

  static Capture read(ResultSet row, StatementContext context) throws SQLException {
    return read(row, "");
  }

  static Capture read(ResultSet row, String prefix) throws SQLException {
    return new Capture(row.getLong(prefix + "id"), row.getString(prefix + "source"), row.getString(prefix + "address"),
        row.getObject(prefix + "at", OffsetDateTime.class).toInstant(),
        HexFormat.of().formatHex(row.getBytes(prefix + "sha256")), row.getLong(prefix + "size"),
        row.getString(prefix + "media_type"), row.getString(prefix + "file"), row.getLong(prefix + "file_offset"));
  }
}
