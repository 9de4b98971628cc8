package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.Source;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl would gather.
 *
 * @param address  that answered
 * @param cause    why nothing, or not everything, could be read; null where everything could
 * @param message  the same for a person, empty where everything could be read
 * @param read     notices found
 * @param rejected records without a reference or a title
 * @param problems the first of those, with the beginning of the record
 * @param fill     per field, the share of notices that have it, 0 to 1
 * @param notices  the first ones, whole
 */
public record ProbeReport(String source, String address, @Nullable Cause cause, String message, int read, int rejected,
    List<String> problems, Map<String, Double> fill, List<Notice> notices) {
  static ProbeReport failed(Source source, String address, Cause cause, String message) {
    return new ProbeReport(source.id(), address, cause, message, 0, 0, List.of(), Map.of(), List.of());
  }
}
