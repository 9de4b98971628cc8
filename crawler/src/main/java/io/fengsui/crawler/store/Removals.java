package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Which captures are older than evidence is kept. Removed ones stay in the register, with their hash. */
public final class Removals {
  /** What the latest revision of a notice was read from. */
  private static final String LATEST = """
      (select n.capture from notice n union select r.detail from notice n
        join notice_revision r on r.notice = n.id and r.revision = n.revision where r.detail is not null)""";
  private static final long LOCK = 0x66656e67737569L;

  private final Jdbi jdbi;

  public Removals(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Until when captures of a source are due.
   *
   * @param before those last seen before are due
   */
  public record Due(String source, Instant before) {}

  /** The captures of a file: those that are due, and those that stay. */
  public record Filed(String file, List<Capture> due, List<Capture> kept) {
    public Filed {
      due = List.copyOf(due);
      kept = List.copyOf(kept);
    }
  }

  /** Does the work where no other process does the same; returns whether it was done. */
  public boolean alone(Runnable work) {
    return jdbi.withHandle(handle -> {
      if (!handle.createQuery("select pg_try_advisory_lock(:lock)").bind("lock", LOCK).mapTo(Boolean.class).one())
        return false;
      try {
        work.run();
        return true;
      } finally {
        handle.createQuery("select pg_advisory_unlock(:lock)").bind("lock", LOCK).mapTo(Boolean.class).one();
      }
    });
  }

  /** Files with captures that are due. @param evenLatest also those that a latest revision was read from */
  public List<String> files(List<Due> rules, boolean evenLatest) {
    return jdbi.withHandle(handle -> {
      var query = handle.createQuery("""
          select distinct file from unnest(:source, :before) rule (source, before) join capture c using (source)
          where removed_at is null and last_seen < before::timestamptz%s order by file"""
          .formatted(evenLatest ? "" : " and id not in " + LATEST));
      bind(handle, query, rules);
      return query.mapTo(String.class).list();
    });
  }

  /** The captures of a file that were not removed. */
  public Filed file(String file, List<Due> rules, boolean evenLatest) {
    List<Capture> due = new ArrayList<>();
    List<Capture> kept = new ArrayList<>();
    jdbi.useHandle(handle -> {
      var query = handle.createQuery("""
          select c.*, coalesce(last_seen < before::timestamptz, false)%s as due
          from capture c left join unnest(:source, :before) rule (source, before) using (source)
          where file = :file and removed_at is null order by file_offset"""
          .formatted(evenLatest ? "" : " and c.id not in " + LATEST)).bind("file", file);
      bind(handle, query, rules);
      query.map((row, context) -> Map.entry(row.getBoolean("due"), Captures.read(row, context)))
          .forEach(entry -> (entry.getKey() ? due : kept).add(entry.getValue()));
    });
    return new Filed(file, due, kept);
  }

  /**
   * Marks the captures that are due as removed and notes where the kept ones are now, in one transaction.
   *
   * @param moved the kept ones in their new file; empty where all are due
   * @return false where something has changed since the file was looked at; then nothing is done
   */
  public boolean remove(Filed filed, List<Capture> moved, List<Due> rules, boolean evenLatest, Instant now) {
    return jdbi.inTransaction(handle -> {
      handle.execute("select id from capture where file = ? order by id for update", filed.file());
      var again = file(handle, filed.file(), rules, evenLatest);
      if (!again.equals(filed.due().stream().map(Capture::id).sorted().toList()))
        return false;
      var mark = handle.createUpdate("update capture set removed_at = :now where id in (select unnest(:id))")
          .bind("now", now.atOffset(ZoneOffset.UTC));
      new Columns<>(handle, filed.due()).to(mark).bind("id", "int8", Capture::id);
      mark.execute();
      var move = handle.createUpdate("""
          update capture set file = batch.file, file_offset = batch.file_offset
          from unnest(:id, :file, :offset) batch (id, file, file_offset) where capture.id = batch.id""");
      new Columns<>(handle, moved).to(move).bind("id", "int8", Capture::id).bind("file", "text", Capture::file)
          .bind("offset", "int8", Capture::offset);
      move.execute();
      return true;
    });
  }

  private static List<Long> file(Handle handle, String file, List<Due> rules, boolean evenLatest) {
    var query = handle.createQuery("""
        select c.id from unnest(:source, :before) rule (source, before) join capture c using (source)
        where file = :file and removed_at is null and last_seen < before::timestamptz%s order by c.id"""
        .formatted(evenLatest ? "" : " and c.id not in " + LATEST)).bind("file", file);
    bind(handle, query, rules);
    return query.mapTo(Long.class).list();
  }

  /** Files that nothing but captures removed before that time is in. */
  public List<String> emptied(Instant before) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        select file from capture group by file
        having bool_and(removed_at is not null) and max(removed_at) <= :before order by file""")
        .bind("before", before.atOffset(ZoneOffset.UTC)).mapTo(String.class).list());
  }

  /** Whether any capture that was not removed is in the file. */
  public boolean holds(String file) {
    return jdbi.withHandle(
        handle -> handle.createQuery("select exists (select from capture where file = :file and removed_at is null)")
            .bind("file", file).mapTo(Boolean.class).one());
  }

  private static void bind(Handle handle, Query query, List<Due> rules) {
    new Columns<>(handle, rules).to(query).bind("source", "text", Due::source).bind("before", "text",
        due -> due.before().atOffset(ZoneOffset.UTC).toString());
  }
}
