package io.fengsui.crawler.store;

import io.fengsui.crawler.store.CrawlRecord.Progress.Validator;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What earlier crawls of a source left for the next one.
 *
 * @param last      the crawl before, null for the first
 * @param since     from when it asks, null where there was no success yet
 * @param validator that the last success had for the address asked about, null for none
 */
public record CrawlStart(@Nullable CrawlRecord last, @Nullable Instant since, @Nullable Validator validator) {
  /** One question, for a sweep over sources without news is little more than this. */
  static CrawlStart read(Handle handle, String source, @Nullable String address) {
    return handle.createQuery("""
        select c.*, s.since, v.address_key, v.etag, v.last_modified
        from (select) one
        left join lateral (select * from crawl where source = :source order by id desc limit 1) c on true
        left join source_state s on s.source = :source
        left join source_validator v on v.source = :source and v.address_key = :key""").bind("source", source)
        .bind("key", Digest.of(address == null ? "" : address)).map((row, context) -> {
          var since = row.getObject("since", OffsetDateTime.class);
          return new CrawlStart(row.getString("source") == null ? null : StateRows.crawl(row, context),
              since == null ? null : since.toInstant(), address == null || row.getBytes("address_key") == null
                  ? null
                  : new Validator(address, row.getString("etag"), row.getString("last_modified")));
        }).one();
  }
}
