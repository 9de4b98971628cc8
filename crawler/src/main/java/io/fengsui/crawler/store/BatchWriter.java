package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.NoticeId;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Stores one batch in the transaction of its handle, with a fixed number of statements however large it is.
 *
 * <p>Locks are taken in one order by everyone: first rows are inserted by source and reference, then rows that were there
 * are locked by id, then counts by source. So two crawlers wait for each other at most in one direction.
 */
final class BatchWriter {
  private final Handle handle;
  private final List<RevisionRow> revisions = new ArrayList<>();
  private final Map<String, Integer> addedBySource = new HashMap<>();
  private final @Nullable Instant reread;
  private int revised;

  /**
   * @param reread when older captures are read again: then what was stored from a later capture stands; null for a crawl
   */
  BatchWriter(Handle handle, @Nullable Instant reread) {
    this.handle = handle;
    this.reread = reread;
  }

  StoreCount write(Collection<Incoming> batch) {
    Map<NoticeId, Held> held = held(batch);
    List<Incoming> unknown = batch.stream().filter(incoming -> !held.containsKey(incoming.id())).toList();
    List<Incoming> lost = insert(unknown);
    List<Incoming> changed = new ArrayList<>(lost);
    for (Incoming incoming : batch)
      if (held.containsKey(incoming.id()) && !incoming.after(held.get(incoming.id()).key()).isEmpty())
        changed.add(incoming);
    revise(changed);
    writeRevisions();
    writeCounts();
    int added = addedBySource.values().stream().mapToInt(Integer::intValue).sum();
    int sightings = batch.stream().mapToInt(Incoming::sightings).sum();
    return new StoreCount(added, revised, sightings - added - revised);
  }

  private Map<NoticeId, Held> held(Collection<Incoming> batch) {
    var query = handle.createQuery("""
        select id, source, reference, revision, content_key
        from unnest(:source, :reference) batch (source, reference) join notice using (source, reference)""");
    new Columns<>(handle, batch).to(query).bind("source", "text", in -> in.id().source()).bind("reference", "text",
        in -> in.id().reference());
    return query.map((row, context) -> Held.read(row)).stream()
        .collect(Collectors.toMap(row -> new NoticeId(row.source(), row.reference()), row -> row));
  }

  /** Adds what is unknown, and returns what another process added in the meantime. */
  private List<Incoming> insert(List<Incoming> unknown) {
    if (unknown.isEmpty())
      return List.of();
    var query = handle.createQuery("""
        insert into notice (source, reference, revision, content_key, first_seen, changed, capture)
        select batch.source, reference, revision, content_key, first_capture.at, last_capture.last_seen,
          last_capture.id
        from unnest(:source, :reference, :revision, :key, :first, :last) with ordinality
          batch (source, reference, revision, content_key, first, last, nth)
        join capture first_capture on first_capture.id = first
        join capture last_capture on last_capture.id = last
        order by nth
        on conflict (source, reference) do nothing
        returning id, source, reference, revision, content_key""");
    new Columns<>(handle, unknown).to(query).bind("source", "text", in -> in.id().source())
        .bind("reference", "text", in -> in.id().reference()).bind("revision", "int4", in -> in.states().size())
        .bind("key", "bytea", in -> in.last().key()).bind("first", "int8", in -> in.states().getFirst().capture())
        .bind("last", "int8", in -> in.last().capture());
    Map<NoticeId, Held> inserted = query.map((row, context) -> Held.read(row)).stream()
        .collect(Collectors.toMap(row -> new NoticeId(row.source(), row.reference()), row -> row));
    for (Incoming incoming : unknown)
      if (inserted.containsKey(incoming.id()))
        added(incoming, inserted.get(incoming.id()).id());
    return unknown.stream().filter(incoming -> !inserted.containsKey(incoming.id())).toList();
  }

  private void added(Incoming incoming, long id) {
    revisions.addAll(RevisionRow.of(id, 0, null, incoming.states()));
    addedBySource.merge(incoming.id().source(), 1, Integer::sum);
    revised += incoming.states().size() - 1;
  }

  private void revise(List<Incoming> changed) {
    if (changed.isEmpty())
      return;
    Map<NoticeId, Held> locked = lock(changed);
    Map<Long, String> contents = contents(locked.values());
    Set<NoticeId> overtaken = reread == null ? Set.of() : overtaken(changed);
    List<RevisionRow> last = new ArrayList<>();
    for (Incoming incoming : changed) {
      Held held = locked.get(incoming.id());
      // A notice is never deleted: not added and not there, it names a capture that cannot be joined.
      if (held == null)
        throw new IllegalArgumentException("a sighting names a capture that is not registered: " + incoming.id());
      if (overtaken.contains(incoming.id()))
        continue;
      String content = Objects.requireNonNull(contents.get(held.id()), "a notice has its revision");
      List<Incoming.State> news = incoming.after(held.key());
      List<RevisionRow> rows = RevisionRow.of(held.id(), held.revision(), NoticeJson.notice(content), news);
      revisions.addAll(rows);
      revised += rows.size();
      if (!rows.isEmpty())
        last.add(rows.getLast());
    }
    update(last);
  }

  private Map<NoticeId, Held> lock(List<Incoming> changed) {
    var query = handle.createQuery("""
        select id, source, reference, revision, content_key from notice
        where (source, reference) in (select * from unnest(:source, :reference))
        order by id for no key update""");
    new Columns<>(handle, changed).to(query).bind("source", "text", in -> in.id().source()).bind("reference", "text",
        in -> in.id().reference());
    return query.map((row, context) -> Held.read(row)).stream()
        .collect(Collectors.toMap(row -> new NoticeId(row.source(), row.reference()), row -> row));
  }

  /** What a crawl has stored from a later capture than the one that is read again. */
  private Set<NoticeId> overtaken(Collection<Incoming> changed) {
    var query = handle.createQuery(
        """
            select notice.source as source, notice.reference as reference from unnest(:source, :reference, :capture) batch (source, reference, capture_id)
            join notice using (source, reference) join capture c on c.id = capture_id
            where notice.changed > c.last_seen""");
    new Columns<>(handle, changed).to(query).bind("source", "text", in -> in.id().source())
        .bind("reference", "text", in -> in.id().reference()).bind("capture", "int8", in -> in.last().capture());
    return query.map((row, context) -> new NoticeId(row.getString("source"), row.getString("reference"))).set();
  }

  /** A statement of its own, after the lock: joined to it, a row that changed meanwhile would fall out of the result. */
  private Map<Long, String> contents(Collection<Held> held) {
    var query = handle.createQuery("""
        select notice, content from notice_revision
        where (notice, revision) in (select * from unnest(:notice, :revision))""");
    new Columns<>(handle, held).to(query).bind("notice", "int8", Held::id).bind("revision", "int4", Held::revision);
    return query.map((row, context) -> Map.entry(row.getLong("notice"), row.getString("content"))).stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private void update(List<RevisionRow> last) {
    var update = handle.createUpdate("""
        update notice set revision = batch.revision, content_key = batch.content_key, capture = batch.capture,
          changed = c.last_seen, change_xid = pg_current_xact_id()
        from unnest(:notice, :revision, :key, :capture) batch (notice, revision, content_key, capture)
        join capture c on c.id = batch.capture
        where notice.id = batch.notice""");
    new Columns<>(handle, last).to(update).bind("notice", "int8", RevisionRow::notice)
        .bind("revision", "int4", RevisionRow::revision).bind("key", "bytea", row -> row.state().key())
        .bind("capture", "int8", row -> row.state().capture());
    update.execute();
  }

  private void writeRevisions() {
    if (revisions.isEmpty())
      return;
    var update = handle.createUpdate("""
        insert into notice_revision (notice, revision, content, changes, material, capture, seen_at, detail, cause,
          reread_at)
        select notice, revision, content::json, changes::json, material, c.id, c.last_seen, detail, :cause, :reread
        from unnest(:notice, :revision, :content, :changes, :material, :capture, :detail)
          batch (notice, revision, content, changes, material, capture, detail)
        join capture c on c.id = batch.capture""");
    new Columns<>(handle, revisions).to(update).bind("notice", "int8", RevisionRow::notice)
        .bind("revision", "int4", RevisionRow::revision).bind("content", "text", row -> row.state().json())
        .bind("changes", "text", row -> NoticeJson.text(row.changes()))
        .bind("material", "bool", RevisionRow::material).bind("capture", "int8", row -> row.state().capture())
        .bind("detail", "int8", row -> row.state().detail());
    update.bind("cause", reread == null ? "publisher" : "reread").bindBySqlType("reread",
        reread == null ? null : reread.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    if (update.execute() != revisions.size())
      throw new IllegalArgumentException("a sighting names a capture that is not registered");
  }

  private void writeCounts() {
    addedBySource.keySet().stream().sorted().forEach(source -> handle.createUpdate("""
        insert into notice_count (source, notices) values (:source, :added)
        on conflict (source) do update set notices = notice_count.notices + excluded.notices""")
        .bind("source", source).bind("added", addedBySource.get(source)).execute());
  }
}
