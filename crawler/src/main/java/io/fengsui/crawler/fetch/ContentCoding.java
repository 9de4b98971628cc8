package io.fengsui.crawler.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.jspecify.annotations.Nullable;

/** Undoes the content codings of a response (RFC 9110, 8.4) and weighs what comes out against what went in. */
final class ContentCoding {
  /** What is asked for with Accept-Encoding. */
  static final String ACCEPTED = "gzip, deflate";
  /** JSON and XML full of repetition reach 50 to 1; deflate's limit is 1032 to 1. */
  private static final int MOST_RATIO = 200;
  /** Below, no ratio does harm. */
  private static final long HARMLESS = 1 << 20;
  private static final int MOST_CODINGS = 2;

  private final Counted wire;
  private final List<String> codings;
  private @Nullable InputStream decoded;

  ContentCoding(InputStream raw, @Nullable String header) {
    wire = new Counted(raw);
    codings = header == null
        ? List.of()
        : Stream.of(header.split(",")).map(name -> name.strip().toLowerCase(Locale.ROOT))
            .filter(name -> !name.isEmpty() && !name.equals("identity")).toList();
  }

  int read(byte[] chunk) throws IOException {
    if (decoded == null)
      decoded = decode();
    return decoded.read(chunk);
  }

  /** What is wrong with the ratio, if anything is. */
  Optional<String> bomb(long size) {
    if (codings.isEmpty() || size <= HARMLESS || size <= wire.count * MOST_RATIO)
      return Optional.empty();
    return Optional.of(wire.count + " compressed bytes became more than " + size);
  }

  private InputStream decode() throws IOException {
    if (codings.size() > MOST_CODINGS)
      throw new ZipException("content coded " + codings.size() + " times");
    InputStream stream = wire;
    for (String coding : codings.reversed())
      stream = decode(coding, stream);
    return stream;
  }

  private static InputStream decode(String coding, InputStream coded) throws IOException {
    var stream = new PushbackInputStream(coded, 2);
    byte[] head = stream.readNBytes(2);
    stream.unread(head);
    if (head.length == 0)
      return stream;
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(stream, 8 << 10);
      case "deflate" -> new InflaterInputStream(stream, new Inflater(!isZlib(head)));
      default -> throw new ZipException("content coding \"" + coding + "\" was not asked for");
    };
  }

  /** RFC 9110 means zlib by deflate, some servers send bare deflate; RFC 1950 tells them apart by the first two bytes. */
  private static boolean isZlib(byte[] head) {
    return head.length == 2 && (head[0] & 0x0f) == 8 && ((head[0] & 0xff) << 8 | head[1] & 0xff) % 31 == 0;
  }

  private static final class Counted extends FilterInputStream {
    private long count;

    private Counted(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      count += value < 0 ? 0 : 1;
      return value;
    }

    @Override
    public int read(byte[] chunk, int offset, int length) throws IOException {
      int read = super.read(chunk, offset, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
