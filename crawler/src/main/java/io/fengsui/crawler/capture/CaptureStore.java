package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Request;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

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
  private final WarcAppender appender;

  public CaptureStore(Path folder, Clock clock) {
    this.folder = folder;
    this.clock = clock;
    this.appender = new WarcAppender(this::name, FULL, clock);
  }

  /**
   * Writes the response. It is on disk when {@link #sync} has returned; register it only then.
   *
   * @return where it is; its id is 0 until it is registered in the archive
   * @throws UncheckedIOException where the folder cannot be written
   */
  public Capture append(String source, Fetched.Content content) {
    var id = UUID.randomUUID();
    return append(source, content, WarcRecords.response(id, content));
  }

  /** As {@link #append(String, Fetched.Content)}, with what was asked beside it, without secrets. */
  public Capture append(String source, Request asked, Fetched.Content content) {
    var id = UUID.randomUUID();
    var response = WarcRecords.response(id, content);
    var request = WarcRecords.request(id, asked, content.at());
    return append(source, content, out -> {
      response.writeTo(out);
      request.writeTo(out);
    });
  }

  private Capture append(String source, Fetched.Content content, WarcFile.Writing records) {
    try {
      var body = content.body();
      var place = appender.append(records, body.size());
      return new Capture(0, source, content.address(), content.at(), body.sha256(), body.size(),
          content.header("content-type"), relative(place.file()),
          place.offset());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Writes that the payload of a registered capture came again from its address: a revisit record, which has the headers of
   * the response but not its payload.
   *
   * @return the earlier capture with the time at which it came again; register it to have that noted in the archive
   */
  public Capture revisit(Capture earlier, Fetched.Content content) {
    try {
      appender.append(WarcRecords.revisit(earlier, content), 0);
      return new Capture(earlier.id(), earlier.source(), earlier.address(), content.at(), earlier.sha256(),
          earlier.size(), earlier.mediaType(), earlier.file(), earlier.offset());
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /**
   * Returns when everything that was appended before, by whatever thread, is on disk.
   *
   * @throws UncheckedIOException where it is not; it may be tried again
   */
  public void sync() {
    try {
      appender.sync();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private UncheckedIOException unwritable(IOException e) {
    return new UncheckedIOException("cannot write captures in " + folder, e);
  }

  /**
   * The payload of a capture, to be closed by the caller.
   *
   * @throws IOException where the file is gone or damaged, or the payload has not the hash that it was registered with
   */
  public Body open(Capture capture) throws IOException {
    return read(capture).body();
  }

  /**
   * The response of a capture as it was received; its body is to be closed by the caller. Reads nothing but its record,
   * however large the file is.
   *
   * @throws IOException where the file is gone or damaged, or the payload has not the size and hash that it was registered with
   */
  public Fetched.Content read(Capture capture) throws IOException {
    var stored = StoredResponse.read(path(capture.file()), capture.offset(), Long.MAX_VALUE);
    var body = stored.payload().body();
    if (body.sha256().equals(capture.sha256()) && body.size() == capture.size()
        && stored.address().equals(capture.address()))
      return new Fetched.Content(stored.address(), stored.status(), stored.headers(), body, stored.at(), null,
          stored.payload().cut());
    var found = "%d bytes with SHA-256 %s from %s".formatted(body.size(), body.sha256(), stored.address());
    body.close();
    throw new IOException("the record does not hold %d bytes with SHA-256 %s, but ".formatted(capture.size(),
        capture.sha256()) + found);
  }

  /**
   * Copies the records of a capture as they stand in their file: the response, and the request beside it.
   *
   * @throws IOException where the file is gone, or has no whole record there
   */
  public void copy(Capture capture, OutputStream out) throws IOException {
    Members.copy(path(capture.file()), capture.offset(), out);
  }

  /** Writes the record that opens a WARC file of that name. */
  public void describe(String name, Instant at, OutputStream out) throws IOException {
    WarcRecords.describe(name, at).writeTo(out);
  }

  /** Whether the file is there. */
  public boolean has(String file) {
    return Files.exists(folder.resolve(file));
  }

  /** Every WARC file, by its path relative to the folder. */
  public List<String> files() {
    if (!Files.isDirectory(folder))
      return List.of();
    try (Stream<Path> files = Files.walk(folder, 3)) {
      return files.filter(file -> file.toString().endsWith(".warc.gz")).map(this::relative).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder, e);
    }
  }

  /** When the file was last written to. */
  public Instant written(String file) throws IOException {
    return Files.getLastModifiedTime(path(file)).toInstant();
  }

  /** How many responses, with a payload of their own, a file holds as far as it can be read. */
  public int responses(String file) {
    return Recordings.count(folder.resolve(file));
  }

  /**
   * Writes a new file that has the records of these captures and no others; it is on disk when this returns.
   *
   * @param captures all in one file
   * @return the captures where they are now
   */
  public List<Capture> rewrite(List<Capture> captures) throws IOException {
    var now = clock.instant();
    var path = folder.resolve(YEAR.format(now))
        .resolve("kept-%s-%s.warc.gz".formatted(TIME.format(now), UUID.randomUUID().toString().substring(0, 8)));
    try (var file = WarcFile.create(path, now)) {
      var moved = new ArrayList<Capture>();
      for (var capture : captures) {
        long offset = file.append(out -> copy(capture, out));
        moved.add(new Capture(capture.id(), capture.source(), capture.address(), capture.at(), capture.sha256(),
            capture.size(), capture.mediaType(), relative(path), offset));
      }
      return moved;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Deletes a file and returns how many bytes it had; 0 where it was gone already. */
  public long delete(String file) throws IOException {
    var path = path(file);
    long size = Files.exists(path) ? Files.size(path) : 0;
    Files.deleteIfExists(path);
    return size;
  }

  private Path path(String name) throws IOException {
    var file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize()))
      throw new IOException(name + " is not in " + folder);
    appender.flush();
    if (!Files.exists(file))
      throw new NoSuchFileException(file.toString(), null, "the file is gone");
    return file;
  }

  private String relative(Path file) {
    return folder.relativize(file).toString().replace('\\', '/');
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
