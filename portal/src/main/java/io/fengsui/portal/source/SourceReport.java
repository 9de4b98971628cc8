package io.fengsui.portal.source;

import io.fengsui.crawler.source.Names;
import io.fengsui.crawler.store.Statement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source and how it is doing, for machines. Moments in UTC, ISO 8601, null where there was none.
 *
 * @param condition      failing, drifting, late, empty, never, quiet, healthy or off
 * @param reason         why, in a word
 * @param since          from when it is so
 * @param cause          of the last failure, null where the last crawl did not fail
 * @param failures       failed crawls by cause
 * @param message        of the last crawl, null where nothing failed
 * @param nowhere        the path of its description in which the last crawl found nothing, null where it found something
 * @param missingKeys    environment variables that it needs and that are not set
 * @param fields         how often each field is filled
 * @param response       what the last response looked like
 * @param reconciliation what is published beside what is held
 */
public record SourceReport(String id, Names names, Names authority, String kind, String condition, String reason,
    @Nullable String since, @Nullable String cause, @Nullable AcknowledgementReport acknowledged, long notices,
    @Nullable String lastSuccess, @Nullable String lastNew, @Nullable String next, Map<String, Integer> failures,
    @Nullable String message, @Nullable String nowhere, List<String> missingKeys, List<FieldReport> fields,
    @Nullable ResponseReport response, @Nullable ReconciliationReport reconciliation, String homepage, String licence,
    String verified) {
  /** Who has taken note of what is wrong. */
  public record AcknowledgementReport(String by, String at, String note) {}

  /**
   * How often a field is filled: shares from 0 to 1.
   *
   * @param since from when it is filled less often than usual, null where it is not
   */
  public record FieldReport(String field, double now, double usual, @Nullable String since, boolean drifting) {}

  /** What the last response looked like. */
  public record ResponseReport(String at, int status, @Nullable String mediaType, long size, String beginning) {}

  /** What is published, beside what is held. */
  public record ReconciliationReport(String at, String basis, long published, long held, long missing, long unread,
      boolean window, List<Statement.Missing> named) {}
}
