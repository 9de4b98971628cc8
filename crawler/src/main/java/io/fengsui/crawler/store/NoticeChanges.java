package io.fengsui.crawler.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The change feed: every notice that is new or has a new revision, once in its latest state, to every view that asks.
 *
 * <p>A view (an index) has a cursor per bucket. A batch is taken under a row lock of its bucket's cursor, and the cursor
 * advances in the transaction that took it, after the work is done: several processes take disjoint batches, and a process
 * that dies leaves its batch to the next. Notices committed out of order are not skipped: a cursor follows the number of
 * the transaction that made the change, and stops below the oldest transaction that is still open anywhere in the server.
 */
public final class NoticeChanges {
  /** As in the generated column of the table. */
  private static final int BUCKETS = 8;

  /** Characters of content in a batch, after which it ends early: some publishers write megabytes into one notice. */
  private static final long LARGEST_BATCH = 8L << 20;

  private final Jdbi jdbi;

  public NoticeChanges(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Makes a view known, with its cursors before the first notice; does nothing where it is known already. In an archive that
   * was moved to another server, every view begins anew.
   */
  public void register(String view) {
    jdbi.useTransaction(handle -> {
      handle.createUpdate("""
          insert into view_cursor (view, bucket) select :view, generate_series(0, :buckets - 1)
          on conflict (view, bucket) do nothing""").bind("view", view).bind("buckets", BUCKETS).execute();
      if (fromElsewhere(handle))
        settle(handle);
    });
  }

  /** A dump carries transaction numbers of the server that it was made on, which may lie in the future of this one. */
  private static boolean fromElsewhere(Handle handle) {
    return handle.createQuery("""
        select exists (select from generate_series(0, :buckets - 1) b cross join lateral (
            select max(change_xid) xid from notice where bucket = b) latest
          where latest.xid >= pg_snapshot_xmax(pg_current_snapshot()))
        or exists (select from view_cursor where change_xid >= pg_snapshot_xmax(pg_current_snapshot()))""")
        .bind("buckets", BUCKETS).mapTo(Boolean.class).one();
  }

  private static void settle(Handle handle) {
    handle.execute("""
        update notice set change_xid = pg_current_xact_id()
        where change_xid >= pg_snapshot_xmax(pg_current_snapshot())""");
    handle.execute("update view_cursor set change_xid = '0', notice = 0");
  }

  /** Forgets a view and its cursors. */
  public void forget(String view) {
    jdbi.useTransaction(
        handle -> handle.createUpdate("delete from view_cursor where view = :view").bind("view", view).execute());
  }

  /** Names of all views. */
  public List<String> views() {
    return jdbi.withHandle(handle -> handle.createQuery("select distinct view from view_cursor order by view")
        .mapTo(String.class).list());
  }

  /**
   * Takes the next batch of a view and does the work on it. When the work throws, the cursor stays and the exception is
   * passed on.
   *
   * @param most notices at most in the batch; it is smaller where notices are very large
   * @return how many notices were taken; 0 where nothing is due, or another process has what is
   */
  public int take(String view, int most, Consumer<List<ArchivedNotice>> work) {
    return jdbi.inTransaction(handle -> {
      for (int attempt = 0; attempt < BUCKETS; attempt++) {
        Optional<Cursor> cursor = lock(handle, view);
        if (cursor.isEmpty())
          return 0;
        List<Change> batch = batch(handle, cursor.get(), most);
        // What was due when the lock was asked for may have been taken by the process that had it.
        if (batch.isEmpty())
          continue;
        work.accept(batch.stream().map(Change::notice).toList());
        advance(handle, view, cursor.get().bucket(), batch.getLast());
        return batch.size();
      }
      return 0;
    });
  }

  /** How many notices wait for that view, those of open transactions left out. */
  public long waiting(String view) {
    return jdbi.withHandle(handle -> handle.createQuery("""
        select coalesce(sum(due.notices), 0) from view_cursor c cross join lateral (
          select count(*) notices from notice n
          where n.bucket = c.bucket and (n.change_xid, n.id) > (c.change_xid, c.notice)) due
        where c.view = :view""").bind("view", view).mapTo(Long.class).one());
  }

  /** Locks the cursor that is furthest behind among those with something due that no other process has. */
  private static Optional<Cursor> lock(Handle handle, String view) {
    return handle.createQuery("""
        select c.bucket, c.change_xid::text xid, c.notice from view_cursor c
        where c.view = :view and exists (
          select from notice n
          where n.bucket = c.bucket and (n.change_xid, n.id) > (c.change_xid, c.notice)
            and n.change_xid < pg_snapshot_xmin(pg_current_snapshot()))
        order by c.change_xid, c.notice, c.bucket limit 1
        for no key update skip locked""").bind("view", view).map((row, context) -> Cursor.read(row)).findOne();
  }

  private static List<Change> batch(Handle handle, Cursor cursor, int most) {
    List<Change> batch = new ArrayList<>();
    long size = 0;
    try (var rows = handle.createQuery("""
        select n.id, n.revision, n.first_seen, n.changed, n.capture, r.content, n.change_xid::text xid
        from notice n join notice_revision r on r.notice = n.id and r.revision = n.revision
        where n.bucket = :bucket and (n.change_xid, n.id) > (:xid::xid8, :notice)
          and n.change_xid < pg_snapshot_xmin(pg_current_snapshot())
        order by n.change_xid, n.id limit :most""").bind("bucket", cursor.bucket()).bind("xid", cursor.xid())
        .bind("notice", cursor.notice()).bind("most", most).setFetchSize(200)
        .map((row, context) -> Change.read(row, context)).iterator()) {
      while (size < LARGEST_BATCH && rows.hasNext()) {
        Change change = rows.next();
        batch.add(change);
        size += change.size();
      }
    }
    return batch;
  }

  private static void advance(Handle handle, String view, int bucket, Change last) {
    handle.createUpdate("""
        update view_cursor set change_xid = :xid::xid8, notice = :notice
        where view = :view and bucket = :bucket""").bind("xid", last.xid()).bind("notice", last.notice().id())
        .bind("view", view).bind("bucket", bucket).execute();
  }

  /** How far a view has come in a bucket. */
  private record Cursor(int bucket, String xid, long notice) {
    static Cursor read(ResultSet row) throws SQLException {
      return new Cursor(row.getInt("bucket"), row.getString("xid"), row.getLong("notice"));
    }
  }

  /** A notice with the number of the transaction that changed it. */
  private record Change(ArchivedNotice notice, String xid, int size) {
    static Change read(ResultSet row, org.jdbi.v3.core.statement.StatementContext context) throws SQLException {
      return new Change(NoticeRows.archived(row, context), row.getString("xid"), row.getString("content").length());
    }
  }
}
