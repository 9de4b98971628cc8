package io.fengsui.crawler.store;

import io.fengsui.crawler.store.CrawlRecord.Outcome;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Writes the end of a crawl and what it makes of its source's state. */
final class CrawlWriter {
  private static final int HISTORY = 1_000;

  private final Handle handle;
  private final CrawlRecord crawl;

  CrawlWriter(Handle handle, CrawlRecord crawl) {
    this.handle = handle;
    this.crawl = crawl;
  }

  void write() {
    writeState(writeCrawl());
    if (crawl.cause() != null)
      countFailure(crawl.cause().name());
    forgetOldest();
  }

  private long writeCrawl() {
    return handle.createQuery("""
        insert into crawl (source, started, ended, outcome, cause, message, read, added, revised, rejected,
          rejected_example)
        values (:source, :started, :ended, :outcome, :cause, :message, :read, :added, :revised, :rejected, :example)
        returning id""").bind("source", crawl.source()).bind("started", utc(crawl.started()))
        .bind("ended", utc(crawl.ended())).bind("outcome", crawl.outcome().name())
        .bind("cause", crawl.cause() == null ? null : crawl.cause().name())
        .bind("message", Texts.cleanOrNull(crawl.message())).bind("read", crawl.read()).bind("added", crawl.added())
        .bind("revised", crawl.revised()).bind("rejected", crawl.rejected())
        .bind("example", Texts.cleanOrNull(crawl.rejectedExample())).mapTo(Long.class).one();
  }

  /** "Not modified" says that nothing changed since the last success: it is no success after a failure. */
  private void writeState(long id) {
    boolean failed = crawl.failed();
    boolean unchanged = crawl.outcome() == Outcome.NOT_MODIFIED;
    handle.createUpdate("""
        insert into source_state as s (source, last_crawl, last_success, last_new, failing)
        values (:source, :crawl, :success, :new, :failing)
        on conflict (source) do update set
          last_crawl = excluded.last_crawl,
          last_success = case when :unchanged and s.failing > 0 then s.last_success
            else coalesce(excluded.last_success, s.last_success) end,
          last_new = coalesce(excluded.last_new, s.last_new),
          failing = case when :failed then s.failing + 1 when :unchanged then s.failing else 0 end""")
        .bind("source", crawl.source()).bind("crawl", id).bind("success", failed ? null : utc(crawl.ended()))
        .bind("new", crawl.added() + crawl.revised() > 0 ? utc(crawl.ended()) : null)
        .bind("failing", failed ? 1 : 0).bind("failed", failed).bind("unchanged", unchanged).execute();
  }

  private void countFailure(String cause) {
    handle.createUpdate("""
        insert into source_failure as f (source, cause, failures) values (:source, :cause, 1)
        on conflict (source, cause) do update set failures = f.failures + 1""").bind("source", crawl.source())
        .bind("cause", cause).execute();
  }

  private void forgetOldest() {
    handle.createUpdate("""
        delete from crawl where source = :source and id <= (
          select id from crawl where source = :source order by id desc offset :history limit 1)""")
        .bind("source", crawl.source()).bind("history", HISTORY).execute();
  }

  static @Nullable OffsetDateTime utc(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
