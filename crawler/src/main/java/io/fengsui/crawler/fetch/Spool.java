package io.fengsui.crawler.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes in a body of unknown size: undoes its content coding, keeps it in memory while it is small and in a temporary file
 * when it is not, and stops at the limits. One body per spool; not for several threads.
 */
public final class Spool {
  /** Most responses are smaller, and a hundred of them at once still fit a small heap. */
  static final int MEMORY = 1 << 20;
  private static final int CHUNK = 16 << 10;

  private final MessageDigest digest = sha256();
  private final long maxBytes;
  private ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private @Nullable OutputStream sink;
  private @Nullable Path file;
  private long size;

  private Spool(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  /** What was taken in, and why it is not the whole where it is not. */
  public record Spooled(Body body, Fetched.@Nullable Cut cut) {}

  /**
   * Reads the stream to its end or to a limit. What the other side does wrong is a cut; only a fault of this machine
   * (a full disk) is thrown.
   *
   * @param coding   the Content-Encoding header, null for none
   * @param maxBytes of the decoded body
   */
  public static Spooled fill(InputStream raw, @Nullable String coding, long maxBytes) {
    var spool = new Spool(maxBytes);
    try {
      return spool.take(new ContentCoding(raw, coding));
    } catch (IOException e) {
      spool.discard();
      throw new UncheckedIOException("cannot keep a response in a temporary file", e);
    } catch (RuntimeException e) {
      spool.discard();
      throw e;
    }
  }

  private Spooled take(ContentCoding source) throws IOException {
    byte[] chunk = new byte[CHUNK];
    Fetched.Cut cut = null;
    while (cut == null) {
      int count;
      try {
        count = source.read(chunk);
      } catch (IOException e) {
        cut = new Fetched.Cut(Failures.inBody(e), "after " + size + " bytes: " + Failures.describe(e));
        break;
      }
      if (count < 0)
        break;
      cut = limit(source, count);
      add(chunk, cut == null ? count : (int) Math.max(0, Math.min(count, maxBytes - size)));
    }
    return new Spooled(finish(), cut);
  }

  private Fetched.@Nullable Cut limit(ContentCoding source, int count) {
    Optional<String> bomb = source.bomb(size + count);
    if (bomb.isPresent())
      return new Fetched.Cut(Cause.BOMB, bomb.get());
    if (size + count > maxBytes)
      return new Fetched.Cut(Cause.TOO_LARGE, "more than " + maxBytes + " bytes");
    return null;
  }

  private void add(byte[] chunk, int count) throws IOException {
    digest.update(chunk, 0, count);
    size += count;
    if (sink == null && size > MEMORY)
      spill();
    (sink == null ? memory : sink).write(chunk, 0, count);
  }

  private void spill() throws IOException {
    file = Files.createTempFile("fengsui-", ".body");
    sink = Files.newOutputStream(file);
    memory.writeTo(sink);
    memory = new ByteArrayOutputStream(0);
  }

  private Body finish() throws IOException {
    if (sink != null)
      sink.close();
    return new SpooledBody(memory.toByteArray(), file, size, HexFormat.of().formatHex(digest.digest()));
  }

  private void discard() {
    try {
      if (sink != null)
        sink.close();
    } catch (IOException e) {
      // The file is deleted next: what could not be written does not matter any more.
    } finally {
      new SpooledBody(new byte[0], file, 0, "").close();
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
