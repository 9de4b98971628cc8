package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Spool;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTruncationReason;

/** A response read from its record. */
record StoredResponse(String address, int status, Map<String, List<String>> headers, Instant at,
    Spool.Spooled payload) {
  /**
   * Reads the record that starts at the offset.
   *
   * @throws IOException where there is no whole response record
   */
  static StoredResponse read(Path file, long offset, long maxBytes) throws IOException {
    try (var channel = FileChannel.open(file).position(offset); var reader = new WarcReader(channel)) {
      if (!(reader.next().orElse(null) instanceof WarcResponse response))
        throw new IOException("no response record in " + file + " at " + offset);
      return read(response, maxBytes);
    }
  }

  private static StoredResponse read(WarcResponse record, long maxBytes) throws IOException {
    HttpResponse http = record.http();
    var headers = new TreeMap<String, List<String>>();
    http.headers().map().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    var coding = headers.remove("content-encoding");
    MessageBody body = http.body();
    var payload = Spool.fill(body.stream(), coding == null ? null : String.join(",", coding), maxBytes);
    return new StoredResponse(record.target(), http.status(), headers, record.date(),
        new Spool.Spooled(payload.body(), payload.cut() != null ? payload.cut() : cut(record.truncated())));
  }

  private static Fetched.@Nullable Cut cut(WarcTruncationReason reason) {
    return switch (reason) {
      case NOT_TRUNCATED -> null;
      case TIME -> new Fetched.Cut(Cause.TIMEOUT, "cut off when it was recorded: too slow");
      case LENGTH -> new Fetched.Cut(Cause.TOO_LARGE, "cut off when it was recorded: too large");
      default -> new Fetched.Cut(Cause.MALFORMED, "cut off when it was recorded");
    };
  }
}
