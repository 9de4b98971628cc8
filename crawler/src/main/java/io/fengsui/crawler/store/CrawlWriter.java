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
  /** Looking for crawls to forget takes as long as the rest, and finds one to forget each time. */
  private static final int FORGET_EVERY = 16;

  private final Handle handle;
  private final CrawlRecord crawl;

  CrawlWriter(Handle handle, CrawlRecord crawl) {
    this.handle = handle;
    this.crawl = crawl;
  }

  void write() {
    long id = writeCrawl();
    if (crawl.cause() != null)
      countFailure(crawl.cause().name());
    if (id % FORGET_EVERY == 0)
      forgetOldest();
  }

  /**
   * The crawl and its source's state in one statement: a sweep over sources without news does little else. "Not modified" says
   * that nothing changed since the last success: it is no success after a failure; lost in a crash of the machine, it is as if the
   * publisher had not been asked, so that nobody waits for it to reach the disk.
   */
  private long writeCrawl() {
    boolean failed = crawl.failed();
    boolean unchanged = crawl.outcome() == Outcome.NOT_MODIFIED;
    boolean empty = crawl.outcome() == Outcome.EMPTY;
    return handle.createQuery("""
        with crawled as (
          insert into crawl (source, started, ended, outcome, cause, message, read, added, revised, rejected,
            rejected_example, measured, filled, nowhere)
          values (:source, :started, :ended, :outcome, :cause, :message, :read, :added, :revised, :rejected, :example,
            :measured, cast(:filled as json), :nowhere)
          returning id),
        lightly as (select set_config('synchronous_commit', 'off', true) where :unchanged)
        insert into source_state as s (source, last_crawl, last_success, last_new, failing, failing_since, empty_since)
        select :source, crawled.id, :success, :new, :failing, :failed_at, :empty_at
        from crawled left join lightly on true
        on conflict (source) do update set
          last_crawl = excluded.last_crawl,
          last_success = case when :unchanged and s.failing > 0 then s.last_success
            else coalesce(excluded.last_success, s.last_success) end,
          last_new = coalesce(excluded.last_new, s.last_new),
          failing = case when :failed then s.failing + 1 when :unchanged then s.failing else 0 end,
          failing_since = case when :failed or :unchanged then coalesce(s.failing_since, excluded.failing_since) end,
          empty_since = case when :failed or :unchanged or :empty
            then coalesce(s.empty_since, excluded.empty_since) end
        returning last_crawl""").bind("source", crawl.source()).bind("started", utc(crawl.started()))
        .bind("ended", utc(crawl.ended())).bind("outcome", crawl.outcome().name())
        .bind("cause", crawl.cause() == null ? null : crawl.cause().name())
        .bind("message", Texts.cleanOrNull(crawl.message())).bind("read", crawl.read()).bind("added", crawl.added())
        .bind("revised", crawl.revised()).bind("rejected", crawl.rejected())
        .bind("example", Texts.cleanOrNull(crawl.rejectedExample())).bind("measured", crawl.findings().measured())
        .bind("filled", crawl.findings().measured() == 0 ? null : FindingsJson.write(crawl.findings().filled()))
        .bind("nowhere", Texts.cleanOrNull(crawl.findings().nowhere()))
        .bind("success", failed ? null : utc(crawl.ended()))
        .bind("new", crawl.added() + crawl.revised() > 0 ? utc(crawl.ended()) : null).bind("failing", failed ? 1 : 0)
        .bind("failed", failed).bind("unchanged", unchanged).bind("failed_at", failed ? utc(crawl.ended()) : null)
        .bind("empty", empty).bind("empty_at", empty ? utc(crawl.ended()) : null).mapTo(Long.class).one();
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
