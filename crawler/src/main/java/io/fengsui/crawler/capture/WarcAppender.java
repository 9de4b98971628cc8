package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Fetched;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.UUID;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Appends records to files of its own, a new one when the last is full. Safe for several threads. */
final class WarcAppender implements Closeable {
  /** Compressed in memory, outside of the lock; what is larger is written straight to the file. */
  private static final long SMALL = 1 << 20;

  private final IntFunction<Path> names;
  private final long full;
  private final boolean durable;
  private @Nullable FileChannel channel;
  private @Nullable Path file;
  private int number;

  /**
   * @param names   a file that does not exist yet, for each number from 1
   * @param full    size in bytes from which a file is not appended to
   * @param durable whether each record is on disk when it was appended
   */
  WarcAppender(IntFunction<Path> names, long full, boolean durable) {
    this.names = names;
    this.full = full;
    this.durable = durable;
  }

  /** Where a record is. */
  record Place(Path file, long offset) {}

  Place append(UUID id, Fetched.Content content) throws IOException {
    if (content.body().size() > SMALL)
      return append(out -> WarcRecords.write(id, content, out));
    var record = new ByteArrayOutputStream();
    WarcRecords.write(id, content, record);
    return append(record::writeTo);
  }

  private interface Record {
    void writeTo(OutputStream out) throws IOException;
  }

  private synchronized Place append(Record record) throws IOException {
    var open = open();
    long offset = open.position();
    try {
      record.writeTo(Channels.newOutputStream(open));
      if (durable)
        open.force(false);
    } catch (IOException | RuntimeException e) {
      open.truncate(offset);
      throw e;
    }
    return new Place(Objects.requireNonNull(file), offset);
  }

  private FileChannel open() throws IOException {
    if (channel != null && channel.position() < full)
      return channel;
    close();
    file = names.apply(++number);
    Files.createDirectories(file.toAbsolutePath().getParent());
    var opened = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel = opened;
    WarcRecords.describe(Channels.newOutputStream(opened));
    return opened;
  }

  @Override
  public synchronized void close() throws IOException {
    if (channel == null)
      return;
    channel.force(true);
    channel.close();
    channel = null;
  }
}
