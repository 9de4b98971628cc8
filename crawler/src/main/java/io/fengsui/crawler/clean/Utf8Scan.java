package io.fengsui.crawler.clean;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Counts what in a stream is UTF-8 and what cannot be, and keeps the bytes from the first beyond ASCII on for a closer look. Reads
 * no further than it takes to be sure.
 */
final class Utf8Scan {
  private static final int BLOCK = 1 << 15;
  private static final int SAMPLE = 1 << 13;
  /** So many characters without a single fault are no accident. */
  private static final int SURE = 500;
  private static final VarHandle WORDS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
  private static final long HIGH_BITS = 0x8080808080808080L;

  private final ByteArrayOutputStream sample = new ByteArrayOutputStream();
  private boolean ascii = true;
  private int pairs;
  private int longer;
  private int faults;
  private int expected;
  private int lowest = 0x80;
  private int highest = 0xBF;
  private int length;

  /** What breaks off is judged by what came before. */
  static Utf8Scan of(InputStream in) {
    var scan = new Utf8Scan();
    byte[] block = new byte[BLOCK];
    try {
      for (int read = in.read(block); read >= 0 && !scan.sure(); read = in.read(block))
        scan.take(block, read);
    } catch (IOException damaged) {
      return scan;
    }
    return scan;
  }

  /** Bytes from the first that is not ASCII on; empty where all are. */
  byte[] sample() {
    return sample.toByteArray();
  }

  boolean ascii() {
    return ascii;
  }

  /** Characters of two bytes, which other charsets can bring about now and then. */
  int pairs() {
    return pairs;
  }

  /** Characters of three and four bytes, which others hardly ever do. */
  int longer() {
    return longer;
  }

  /** Places where it is not UTF-8; a character cut off at the end is none. */
  int faults() {
    return faults;
  }

  private boolean sure() {
    return faults == 0 ? pairs + longer >= SURE : sample.size() >= SAMPLE;
  }

  private void take(byte[] block, int count) {
    int from = ascii ? beyondAscii(block, 0, count) : 0;
    if (from < count) {
      ascii = false;
      sample.write(block, from, Math.min(count - from, Math.max(0, SAMPLE - sample.size())));
    }
    for (int i = from; i < count; i++)
      if (block[i] < 0 || expected > 0)
        next(block[i] & 0xFF);
      else
        i = beyondAscii(block, i, count) - 1;
  }

  /** The place of the next byte beyond ASCII, found eight bytes at a time: most of most responses is ASCII. */
  private static int beyondAscii(byte[] block, int from, int count) {
    int i = from;
    while (i + Long.BYTES <= count && ((long) WORDS.get(block, i) & HIGH_BITS) == 0)
      i += Long.BYTES;
    while (i < count && block[i] >= 0)
      i++;
    return i;
  }

  private void next(int octet) {
    if (expected == 0)
      begin(octet);
    else if (octet < lowest || octet > highest) {
      faults++;
      expected = 0;
      if (octet >= 0x80)
        begin(octet);
    } else {
      range(0x80, 0xBF);
      if (--expected == 0)
        count();
    }
  }

  private void count() {
    if (length == 2)
      pairs++;
    else
      longer++;
  }

  /** The well-formed sequences of the Unicode Standard, table 3-7. */
  private void begin(int lead) {
    length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    expected = Math.max(0, length - 1);
    range(lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80, lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF);
    if (length == 0)
      faults++;
  }

  private void range(int from, int to) {
    lowest = from;
    highest = to;
  }
}
