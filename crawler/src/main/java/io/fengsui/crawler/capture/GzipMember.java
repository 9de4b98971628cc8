package io.fengsui.crawler.capture;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * Writes one gzip member (RFC 1952) and leaves the stream below open. Deflaters are used again: to set one up takes longer
 * than to compress a small record.
 */
final class GzipMember extends DeflaterOutputStream {
  private static final byte[] HEADER = {0x1f, (byte) 0x8b, Deflater.DEFLATED, 0, 0, 0, 0, 0, 0, (byte) 0xff};
  private static final Queue<Deflater> IDLE = new ConcurrentLinkedQueue<>();
  private final CRC32 crc = new CRC32();
  private boolean ended;

  GzipMember(OutputStream out) throws IOException {
    super(out, deflater(), 8 << 10);
    out.write(HEADER);
  }

  private static Deflater deflater() {
    var idle = IDLE.poll();
    return idle == null ? new Deflater(Deflater.BEST_SPEED, true) : idle;
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[]{(byte) value}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    super.write(bytes, offset, count);
    crc.update(bytes, offset, count);
  }

  /** Ends the member; also where writing failed, for the deflater must go back. */
  @Override
  public void close() throws IOException {
    if (ended)
      return;
    ended = true;
    try {
      finish();
      out.write(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc.getValue())
          .putInt((int) def.getBytesRead()).array());
    } finally {
      def.reset();
      IDLE.add(def);
    }
  }
}
