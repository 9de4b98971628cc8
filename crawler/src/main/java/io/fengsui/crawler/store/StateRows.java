package io.fengsui.crawler.store;

import io.fengsui.crawler.fetch.Cause;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Reads crawls and states of sources from their rows. */
final class StateRows {
  private StateRows() {}

  static Map<String, SourceState> all(Handle handle) {
    Map<String, Map<Cause, Integer>> failures = failures(handle);
    SignRows signs = SignRows.all(handle);
    Map<String, SourceState> states = new TreeMap<>();
    handle.createQuery(
        """
            select s.last_success, s.last_new, s.failing, s.failing_since, s.empty_since, coalesce(n.notices, 0) notices, c.*
            from source_state s join crawl c on c.id = s.last_crawl left join notice_count n on n.source = s.source""")
        .map((row, context) -> state(row, context, failures, signs))
        .forEach(state -> states.put(state.source(), state));
    return states;
  }

  static CrawlRecord crawl(ResultSet row, StatementContext context) throws SQLException {
    String cause = row.getString("cause");
    return new CrawlRecord(row.getString("source"), NoticeRows.instant(row, "started"),
        NoticeRows.instant(row, "ended"), CrawlRecord.Outcome.valueOf(row.getString("outcome")),
        cause == null ? null : cause(cause), row.getString("message"), row.getInt("read"), row.getInt("added"),
        row.getInt("revised"), row.getInt("rejected"), row.getString("rejected_example"), findings(row));
  }

  private static Findings findings(ResultSet row) throws SQLException {
    return new Findings(row.getInt("measured"), FindingsJson.filled(row.getString("filled")), row.getString("nowhere"),
        null, null);
  }

  private static SourceState state(ResultSet row, StatementContext context, Map<String, Map<Cause, Integer>> failures,
      SignRows signs) throws SQLException {
    CrawlRecord last = crawl(row, context);
    return new SourceState(last.source(), last.ended(), instant(row, "last_success"), instant(row, "last_new"),
        row.getLong("notices"), failures.getOrDefault(last.source(), Map.of()), row.getInt("failing"), last,
        signs.of(last.source(), instant(row, "failing_since"), instant(row, "empty_since")));
  }

  private static Map<String, Map<Cause, Integer>> failures(Handle handle) {
    Map<String, Map<Cause, Integer>> failures = new HashMap<>();
    handle.createQuery("select source, cause, failures from source_failure").map((row, context) -> {
      Cause cause = cause(row.getString("cause"));
      return failures.computeIfAbsent(row.getString("source"), source -> new EnumMap<>(Cause.class)).merge(cause,
          row.getInt("failures"), Integer::sum);
    }).list();
    return failures;
  }

  /** A newer release may have written a cause that this one does not know; the message still says it. */
  private static Cause cause(String name) {
    return Arrays.stream(Cause.values()).filter(cause -> cause.name().equals(name)).findFirst().orElse(Cause.INTERNAL);
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }
}
