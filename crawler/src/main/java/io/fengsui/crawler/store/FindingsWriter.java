package io.fengsui.crawler.store;

import io.fengsui.crawler.fetch.Glimpse;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes what a crawl tells about its source. */
final class FindingsWriter {
  private final Handle handle;
  private final String source;

  FindingsWriter(Handle handle, String source) {
    this.handle = handle;
    this.source = source;
  }

  void write(Findings findings, List<FieldFill> fields) {
    if (findings.glimpse() != null)
      write(findings.glimpse());
    if (findings.statement() != null)
      write(findings.statement());
    if (!fields.isEmpty())
      write(fields);
  }

  private void write(Glimpse glimpse) {
    handle.createUpdate("""
        insert into source_response (source, at, status, media_type, size, beginning)
        values (:source, :at, :status, :type, :size, :beginning)
        on conflict (source) do update set at = excluded.at, status = excluded.status,
          media_type = excluded.media_type, size = excluded.size, beginning = excluded.beginning""")
        .bind("source", source).bind("at", CrawlWriter.utc(glimpse.at())).bind("status", glimpse.status())
        .bind("type", Texts.cleanOrNull(glimpse.mediaType())).bind("size", glimpse.size())
        .bind("beginning", Texts.clean(glimpse.beginning())).execute();
  }

  private void write(Statement statement) {
    handle.createUpdate("""
        insert into source_statement (source, at, statement) values (:source, :at, cast(:statement as json))
        on conflict (source) do update set at = excluded.at, statement = excluded.statement""")
        .bind("source", source).bind("at", CrawlWriter.utc(statement.at()))
        .bind("statement", FindingsJson.write(statement)).execute();
  }

  private void write(List<FieldFill> fields) {
    var batch = handle.prepareBatch("""
        insert into source_field (source, field, usual_filled, usual_measured, filled, measured, since)
        values (:source, :field, :usualFilled, :usualMeasured, :filled, :measured, :since)
        on conflict (source, field) do update set usual_filled = excluded.usual_filled,
          usual_measured = excluded.usual_measured, filled = excluded.filled, measured = excluded.measured,
          since = excluded.since""");
    for (FieldFill field : fields)
      batch.bind("source", source).bind("field", field.field()).bind("usualFilled", field.usualFilled())
          .bind("usualMeasured", field.usualMeasured()).bind("filled", field.filled())
          .bind("measured", field.measured()).bind("since", CrawlWriter.utc(field.since())).add();
    batch.execute();
  }
}
