package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Spool;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;

/**
 * Responses as they were received, in WARC files {@code <folder>/<year>/fengsui-<time>-<process>-<number>.warc.gz}. Each
 * process writes files of its own, so several may share the folder. Safe for several threads.
 */
public final class CaptureStore implements Closeable {
  /** The size that the WARC guidelines recommend. */
  private static final long FULL = 1L << 30;
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS")
      .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter YEAR = DateTimeFormatter.ofPattern("uuuu").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Clock clock;
  private final String process = UUID.randomUUID().toString().substring(0, 8);
  private final WarcAppender appender = new WarcAppender(this::name, FULL, true);

  public CaptureStore(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Writes the response, which is on disk when this returns.
   *
   * @return where it is; its id is 0 until it is registered in the archive
   * @throws UncheckedIOException where the folder cannot be written
   */
  public Capture append(String source, Fetched.Content content) {
    try {
      var place = appender.append(UUID.randomUUID(), content);
      var body = content.body();
      return new Capture(0, source, content.address(), content.at(), body.sha256(), body.size(),
          content.header("content-type"), folder.relativize(place.file()).toString().replace('\\', '/'),
          place.offset());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write captures in " + folder, e);
    }
  }

  /**
   * The payload of a capture, to be closed by the caller.
   *
   * @throws IOException where the file is gone or damaged, or the payload has not the hash that it was registered with
   */
  public Body open(Capture capture) throws IOException {
    var file = folder.resolve(capture.file()).normalize();
    if (!file.startsWith(folder.normalize()))
      throw new IOException(capture.file() + " is not in " + folder);
    Spool.Spooled payload = StoredResponse.read(file, capture.offset(), Long.MAX_VALUE).payload();
    if (payload.body().sha256().equals(capture.sha256()))
      return payload.body();
    payload.body().close();
    throw new IOException(
        file + " at " + capture.offset() + " does not hold the payload with SHA-256 " + capture.sha256());
  }

  private Path name(int number) {
    var now = clock.instant();
    return folder.resolve(YEAR.format(now))
        .resolve("fengsui-%s-%s-%05d.warc.gz".formatted(TIME.format(now), process, number));
  }

  @Override
  public void close() {
    try {
      appender.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
