package io.fengsui.portal.source;

import io.fengsui.crawler.source.Names;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A source and how it is doing, for machines. Moments in UTC, ISO 8601, null where there was none.
 *
 * @param condition failing, late, quiet, never, healthy or off
 * @param failures  failed crawls by cause
 * @param message   of the last crawl, null where nothing failed
 */
public record SourceReport(String id, Names names, Names authority, String kind, String condition, long notices,
    @Nullable String lastSuccess, @Nullable String lastNew, @Nullable String next, Map<String, Integer> failures,
    @Nullable String message, String homepage, String licence, String verified) {}
