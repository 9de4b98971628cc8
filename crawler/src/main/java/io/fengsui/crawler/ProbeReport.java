package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.YamlText;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a crawl would gather.
 *
 * @param address  that answered, or was asked
 * @param response what answered, null where nothing did
 * @param cause    why nothing, or not everything, could be read; null where everything could
 * @param message  the same for a person, empty where everything could be read
 * @param read     notices found
 * @param rejected records that are no notices
 * @param problems why, each with how often and the beginning of the first such record
 * @param fill     per field, the share of notices that have it, 0 to 1
 * @param examples per field, the first value, shortened
 * @param dead     paths that were looked for and found nothing in any record
 * @param detail   the same of the notices' own pages, null where the source has none
 * @param notices  the first ones, whole, with what their own pages add
 */
public record ProbeReport(String source, String address, @Nullable Response response, @Nullable Cause cause,
    String message, int read, int rejected, List<Problem> problems, Map<String, Double> fill,
    Map<String, String> examples, List<DeadPath> dead, @Nullable Detail detail, List<Notice> notices) {
  /**
   * A response.
   *
   * @param type Content-Type as sent, null where none was
   * @param at   when it was received: for a recording, when it was recorded
   */
  public record Response(int status, @Nullable String type, long bytes, Instant at) {
    static Response of(Fetched.Content content) {
      return new Response(content.status(), content.header("content-type"), content.body().size(), content.at());
    }
  }

  /** Why records are no notices. */
  public record Problem(String problem, int count, String excerpt) {}

  /**
   * A path that found nothing.
   *
   * @param within where it starts, null for the record
   * @param asked  records in which it was looked for
   * @param lines  of the YAML where it stands, counted from 1; empty where the YAML is not at hand
   */
  public record DeadPath(String path, @Nullable String within, int asked, List<Integer> lines) {}

  /**
   * The notices' own pages.
   *
   * @param pages    that were read
   * @param problems of those that could not be
   * @param fill     of the notices with what these pages add
   */
  public record Detail(int pages, List<String> problems, Map<String, Double> fill) {}

  /** The same, with the lines of the YAML where the dead paths stand. */
  public ProbeReport located(String yaml) {
    var lines = dead.stream()
        .map(path -> new DeadPath(path.path(), path.within(), path.asked(), YamlText.lines(yaml, path.path())))
        .toList();
    return new ProbeReport(source, address, response, cause, message, read, rejected, problems, fill, examples, lines,
        detail, notices);
  }

  static ProbeReport failed(Source source, String address, @Nullable Response response, Cause cause, String message) {
    return new ProbeReport(source.id(), address, response, cause, message, 0, 0, List.of(), Map.of(), Map.of(),
        List.of(), null, List.of());
  }
}
