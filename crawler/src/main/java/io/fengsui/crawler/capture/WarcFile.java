package io.fengsui.crawler.capture;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/**
 * A file that records are appended to, through a buffer. What could not be written stays in the buffer and is tried again:
 * a record whose offset was given out is written, or {@link #sync} throws. Appending is for one thread at a time.
 *
 * <p>Not a channel: one that a thread is interrupted in closes itself, under everyone else who writes.
 */
final class WarcFile implements Closeable {
  private static final int BUFFER = 256 << 10;
  private final Path path;
  private final Instant opened;
  private final RandomAccessFile file;
  private final Object forcing = new Object();
  private final byte[] buffer = new byte[BUFFER];
  private int buffered;
  private volatile long written;
  private long forced;
  private boolean closed;

  /** What writes a record, or several. */
  interface Writing {
    void writeTo(OutputStream out) throws IOException;
  }

  private WarcFile(Path path, Instant opened) throws IOException {
    this.path = path;
    this.opened = opened;
    this.file = new RandomAccessFile(path.toFile(), "rw");
  }

  /** Creates the file, which must not exist, with the record that describes it. */
  static WarcFile create(Path path, Instant now) throws IOException {
    var folder = Objects.requireNonNull(path.toAbsolutePath().getParent());
    Files.createDirectories(folder);
    var created = new WarcFile(Files.createFile(path), now);
    created.append(WarcRecords.describe(path.getFileName().toString(), now));
    forceFolder(folder);
    return created;
  }

  /** So that the file's name survives a power cut; Windows has no such thing, and needs none. */
  private static void forceFolder(Path folder) {
    try (var channel = FileChannel.open(folder)) {
      channel.force(true);
    } catch (IOException e) {
      // Not a system that can.
    }
  }

  Path path() {
    return path;
  }

  Instant opened() {
    return opened;
  }

  /** Where the next record will start. */
  long end() {
    return written + buffered;
  }

  /** Appends and returns the offset; where that fails, the file is as it was before. */
  long append(Writing record) throws IOException {
    long offset = end();
    try {
      record.writeTo(new Sink());
      return offset;
    } catch (IOException | RuntimeException e) {
      cutAt(offset);
      throw e;
    }
  }

  private void cutAt(long offset) throws IOException {
    buffered = (int) Math.max(0, offset - written);
    if (written > offset) {
      written = offset;
      file.setLength(offset);
    }
  }

  /** Hands what is buffered to the operating system, where every process sees it. */
  void flush() throws IOException {
    if (buffered == 0)
      return;
    file.seek(written);
    file.write(buffer, 0, buffered);
    written += buffered;
    buffered = 0;
  }

  /** Returns when everything flushed so far is on disk. May be called beside an append. */
  void force() throws IOException {
    synchronized (forcing) {
      long target = written;
      if (closed || forced >= target)
        return;
      file.getFD().sync();
      forced = target;
    }
  }

  /** Does not close while anything could not be written. */
  @Override
  public void close() throws IOException {
    flush();
    force();
    synchronized (forcing) {
      closed = true;
      file.close();
    }
  }

  private final class Sink extends OutputStream {
    @Override
    public void write(int value) throws IOException {
      write(new byte[]{(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int count) throws IOException {
      for (int from = offset, end = offset + count; from < end;) {
        if (buffered == BUFFER)
          WarcFile.this.flush();
        int part = Math.min(BUFFER - buffered, end - from);
        System.arraycopy(bytes, from, buffer, buffered, part);
        buffered += part;
        from += part;
      }
    }
  }
}
