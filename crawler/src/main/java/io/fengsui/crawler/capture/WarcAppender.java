package io.fengsui.crawler.capture;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Appends records to files of its own, a new one when the last is full or a day old. What was appended is on disk when
 * {@link #sync} has returned. Safe for several threads.
 */
final class WarcAppender implements Closeable {
  /** Compressed in memory, outside of the lock; what is larger is written straight to the file. */
  private static final long SMALL = 1 << 20;
  /** A file holds a day at most, so that what is due for removal does not wait for a file that fills slowly. */
  private static final Duration SPAN = Duration.ofDays(1);
  private final IntFunction<Path> names;
  private final long full;
  private final Clock clock;
  private @Nullable WarcFile file;
  private int number;

  /**
   * @param names a file that does not exist yet, for each number from 1
   * @param full  size in bytes from which a file is not appended to
   */
  WarcAppender(IntFunction<Path> names, long full, Clock clock) {
    this.names = names;
    this.full = full;
    this.clock = clock;
  }

  /** Where a record is. */
  record Place(Path file, long offset) {}

  /**
   * Appends what is written, which stays together in one file.
   *
   * @param size about how many bytes that is before it is compressed
   */
  Place append(WarcFile.Writing records, long size) throws IOException {
    if (size > SMALL)
      return append(records);
    var bytes = new ByteArrayOutputStream((int) Math.max(512, size / 3));
    records.writeTo(bytes);
    return append(bytes::writeTo);
  }

  private synchronized Place append(WarcFile.Writing records) throws IOException {
    var open = open();
    return new Place(open.path(), open.append(records));
  }

  private WarcFile open() throws IOException {
    if (file != null && file.end() < full && Duration.between(file.opened(), clock.instant()).compareTo(SPAN) < 0)
      return file;
    close();
    file = WarcFile.create(names.apply(++number), clock.instant());
    return file;
  }

  /** Lets readers of the file see what was appended to it. */
  synchronized void flush() throws IOException {
    if (file != null)
      file.flush();
  }

  /** Returns when everything that was appended before is on disk; one call for many records. */
  void sync() throws IOException {
    WarcFile open;
    synchronized (this) {
      flush();
      open = file;
    }
    // Outside of the lock: others append meanwhile.
    if (open != null)
      open.force();
  }

  @Override
  public synchronized void close() throws IOException {
    if (file == null)
      return;
    file.close();
    file = null;
  }
}
