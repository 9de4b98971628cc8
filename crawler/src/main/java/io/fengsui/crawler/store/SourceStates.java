package io.fengsui.crawler.store;

import io.fengsui.crawler.store.CrawlRecord.Progress;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What is known of each source from its crawls. Safe for several threads and processes. */
public final class SourceStates {
  private final Jdbi jdbi;

  public SourceStates(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * Records the end of a crawl and, where the crawl succeeded, from where the next one starts; in one transaction. Of each
   * source about the last 1,000 crawls are kept.
   */
  public void ended(CrawlRecord crawl, @Nullable Progress progress) {
    ended(crawl, progress, List.of());
  }

  /** The same with how often fields are filled from now on; an empty list leaves that as it is. */
  public void ended(CrawlRecord crawl, @Nullable Progress progress, List<FieldFill> fields) {
    if (crawl.outcome() == CrawlRecord.Outcome.NOT_MODIFIED && progress == null) {
      // One statement is its own transaction.
      jdbi.useHandle(handle -> new CrawlWriter(handle, crawl).write());
      return;
    }
    jdbi.useTransaction(handle -> {
      new CrawlWriter(handle, crawl).write();
      new FindingsWriter(handle, crawl.source()).write(crawl.findings(), fields);
      if (progress != null)
        new ProgressWriter(handle, crawl.source()).write(progress);
    });
  }

  /**
   * What earlier crawls left for the next one.
   *
   * @param address whose ETag and Last-Modified are asked for, null for none
   */
  public CrawlStart start(String source, @Nullable String address) {
    return jdbi.withHandle(handle -> CrawlStart.read(handle, source, address));
  }

  /** ETag and Last-Modified that the last success had for that address. */
  public Optional<Progress.Validator> validator(String source, String address) {
    return jdbi.withHandle(handle -> handle
        .createQuery("select etag, last_modified from source_validator where source = :source and address_key = :key")
        .bind("source", source).bind("key", Digest.of(address))
        .map((row, context) -> new Progress.Validator(address, row.getString("etag"), row.getString("last_modified")))
        .findOne());
  }

  /** From when the next crawl asks, empty where there was no success yet. */
  public Optional<Instant> since(String source) {
    return jdbi.withHandle(handle -> handle
        .createQuery("select since from source_state where source = :source and since is not null")
        .bind("source", source).mapTo(OffsetDateTime.class).findOne().map(OffsetDateTime::toInstant));
  }

  /** Whether that document of an index was read by a completed crawl. */
  public boolean followed(String source, String address) {
    return known("select exists (select from source_followed where source = :source and address_key = :key)", source,
        address);
  }

  /** Whether that recording was played by a completed crawl. */
  public boolean played(String source, String recording) {
    return known("select exists (select from source_played where source = :source and recording_key = :key)", source,
        recording);
  }

  /** How many crawls of the source failed in a row, 0 where the last one did not. */
  public int failing(String source) {
    return jdbi.withHandle(handle -> handle.createQuery("select failing from source_state where source = :source")
        .bind("source", source).mapTo(Integer.class).findOne().orElse(0));
  }

  /** Which notices had their own pages read. */
  public DetailPages detailPages(Clock clock) {
    return new DetailPages(jdbi, clock);
  }

  /** The state of every source that was ever crawled, by id. Its cost does not grow with the number of notices. */
  public Map<String, SourceState> all() {
    return jdbi.withHandle(StateRows::all);
  }

  /** How often the fields of the source's notices are filled, by name; empty where it is not known. */
  public List<FieldFill> fields(String source) {
    return jdbi
        .withHandle(handle -> handle.createQuery("select * from source_field where source = :source order by field")
            .bind("source", source).map((row, context) -> SignRows.field(row)).list());
  }

  /** Keeps that somebody has taken note; one for each source, the last one. */
  public void acknowledge(String source, Acknowledgement acknowledgement) {
    jdbi.useHandle(handle -> handle.createUpdate("""
        insert into source_acknowledgement (source, trouble, at, person, note)
        values (:source, :trouble, :at, :person, :note)
        on conflict (source) do update set trouble = excluded.trouble, at = excluded.at, person = excluded.person,
          note = excluded.note""").bind("source", source).bind("trouble", acknowledgement.trouble())
        .bind("at", CrawlWriter.utc(acknowledgement.at())).bind("person", Texts.clean(acknowledgement.person()))
        .bind("note", Texts.clean(acknowledgement.note())).execute());
  }

  /** Takes the acknowledgement back. */
  public void withdraw(String source) {
    jdbi.useHandle(handle -> handle.createUpdate("delete from source_acknowledgement where source = :source")
        .bind("source", source).execute());
  }

  /** The last crawls of a source, newest first. */
  public List<CrawlRecord> history(String source, int most) {
    return jdbi.withHandle(handle -> handle
        .createQuery("select * from crawl where source = :source order by id desc limit :most").bind("source", source)
        .bind("most", most).map(StateRows::crawl).list());
  }

  private boolean known(String sql, String source, String text) {
    return jdbi.withHandle(handle -> handle.createQuery(sql).bind("source", source).bind("key", Digest.of(text))
        .mapTo(Boolean.class).one());
  }
}
