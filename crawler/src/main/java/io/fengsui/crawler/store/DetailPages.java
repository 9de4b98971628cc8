package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * Which notices had their own pages read, and what their list said of them then: so that a page is asked for again only when
 * the list says something else, or after a week, for a page may change behind its list. Safe for several threads.
 */
public final class DetailPages {
  private static final Duration GOOD = Duration.ofDays(7);

  private final Jdbi jdbi;
  private final Clock clock;

  public DetailPages(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /** Of these notices, as a list has them, those whose pages need not be read again. */
  public Set<NoticeId> known(List<Notice> listed) {
    return jdbi.withHandle(handle -> {
      var query = handle.createQuery("""
          select source, batch.reference
          from unnest(:source, :reference, :key, :list) batch (source, reference, reference_key, list_key)
          join source_detail using (source, reference_key, list_key)
          where at > :good""");
      new Columns<>(handle, listed).to(query).bind("source", "text", notice -> notice.id().source())
          .bind("reference", "text", notice -> notice.id().reference())
          .bind("key", "bytea", notice -> Digest.of(notice.id().reference())).bind("list", "bytea", Canonical::key);
      return new HashSet<>(query.bind("good", clock.instant().minus(GOOD).atOffset(ZoneOffset.UTC))
          .map((row, context) -> new NoticeId(row.getString("source"), row.getString("reference"))).list());
    });
  }

  /** The pages of these notices, as a list has them, were read now. */
  public void read(List<Notice> listed) {
    jdbi.useTransaction(handle -> {
      // Lost in a crash, the pages are asked for once more.
      handle.execute("set local synchronous_commit = off");
      var update = handle.createUpdate("""
          insert into source_detail (source, reference_key, list_key, at)
          select distinct on (source, reference_key) source, reference_key, list_key, :now
          from unnest(:source, :key, :list) batch (source, reference_key, list_key) order by source, reference_key
          on conflict (source, reference_key) do update set list_key = excluded.list_key, at = excluded.at""");
      new Columns<>(handle, listed).to(update).bind("source", "text", notice -> notice.id().source())
          .bind("key", "bytea", notice -> Digest.of(notice.id().reference())).bind("list", "bytea", Canonical::key);
      update.bind("now", clock.instant().atOffset(ZoneOffset.UTC)).execute();
    });
  }
}
