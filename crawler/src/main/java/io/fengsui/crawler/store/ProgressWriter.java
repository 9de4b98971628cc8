package io.fengsui.crawler.store;

import io.fengsui.crawler.store.CrawlRecord.Progress;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes from where the next crawl of a source starts. */
final class ProgressWriter {
  private final Handle handle;
  private final String source;

  ProgressWriter(Handle handle, String source) {
    this.handle = handle;
    this.source = source;
  }

  void write(Progress progress) {
    if (progress.since() != null)
      handle.createUpdate("update source_state set since = :since where source = :source").bind("source", source)
          .bind("since", CrawlWriter.utc(progress.since())).execute();
    progress.validators().forEach(this::write);
    remember("insert into source_followed select :source, unnest(:keys) on conflict do nothing", progress.followed());
    remember("insert into source_played select :source, unnest(:keys) on conflict do nothing", progress.played());
  }

  private void write(Progress.Validator validator) {
    handle.createUpdate("""
        insert into source_validator (source, address_key, etag, last_modified) values (:source, :key, :etag, :modified)
        on conflict (source, address_key) do update set etag = excluded.etag, last_modified = excluded.last_modified""")
        .bind("source", source).bind("key", Digest.of(validator.address()))
        .bind("etag", Texts.cleanOrNull(validator.etag()))
        .bind("modified", Texts.cleanOrNull(validator.lastModified())).execute();
  }

  private void remember(String sql, List<String> texts) {
    if (texts.isEmpty())
      return;
    var update = handle.createUpdate(sql).bind("source", source);
    new Columns<>(handle, texts).to(update).bind("keys", "bytea", Digest::of);
    update.execute();
  }
}
