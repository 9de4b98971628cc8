package io.fengsui.crawler.store;

import io.fengsui.crawler.fetch.Glimpse;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Reads the signs of all sources, each table once. */
final class SignRows {
  private final Map<String, List<Instant>> news = new HashMap<>();
  private final Map<String, List<FieldFill>> fields = new HashMap<>();
  private final Map<String, Glimpse> glimpses = new HashMap<>();
  private final Map<String, Statement> statements = new HashMap<>();
  private final Map<String, Acknowledgement> acknowledgements = new HashMap<>();

  static SignRows all(Handle handle) {
    var rows = new SignRows();
    rows.news(handle);
    handle.createQuery("select * from source_field order by source, field")
        .map((row, context) -> rows.fields.computeIfAbsent(row.getString("source"), source -> new ArrayList<>())
            .add(field(row)))
        .list();
    handle.createQuery("select * from source_response")
        .map((row, context) -> rows.glimpses.put(row.getString("source"), glimpse(row)) == null).list();
    handle.createQuery("select source, statement from source_statement")
        .map((row, context) -> rows.statements.put(row.getString("source"),
            FindingsJson.statement(row.getString("statement"))) == null)
        .list();
    handle.createQuery("select * from source_acknowledgement")
        .map((row, context) -> rows.acknowledgements.put(row.getString("source"), acknowledgement(row)) == null).list();
    return rows;
  }

  private void news(Handle handle) {
    handle.createQuery("""
        select s.source, c.ended from source_state s cross join lateral (
          select ended, id from crawl where crawl.source = s.source and added + revised > 0 order by id desc limit 31) c
        order by s.source, c.id desc""")
        .map((row, context) -> news.computeIfAbsent(row.getString("source"), source -> new ArrayList<>())
            .add(NoticeRows.instant(row, "ended")))
        .list();
  }

  Signs of(String source, @Nullable Instant failingSince, @Nullable Instant emptySince) {
    return new Signs(failingSince, emptySince, news.getOrDefault(source, List.of()),
        fields.getOrDefault(source, List.of()), glimpses.get(source), statements.get(source),
        acknowledgements.get(source));
  }

  static FieldFill field(ResultSet row) throws SQLException {
    return new FieldFill(row.getString("field"), row.getDouble("usual_filled"), row.getDouble("usual_measured"),
        row.getDouble("filled"), row.getDouble("measured"), StateRows.instant(row, "since"));
  }

  private static Glimpse glimpse(ResultSet row) throws SQLException {
    return new Glimpse(NoticeRows.instant(row, "at"), row.getInt("status"), row.getString("media_type"),
        row.getLong("size"), row.getString("beginning"));
  }

  private static Acknowledgement acknowledgement(ResultSet row) throws SQLException {
    return new Acknowledgement(row.getString("trouble"), NoticeRows.instant(row, "at"), row.getString("person"),
        row.getString("note"));
  }
}
