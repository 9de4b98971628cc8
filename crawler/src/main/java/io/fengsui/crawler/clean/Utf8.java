package io.fengsui.crawler.clean;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Tells whether bytes are valid UTF-8. */
final class Utf8 {
  private static final int BLOCK = 1 << 16;

  private Utf8() {}

  /** The bytes around the first that are not valid, {@code around} to each side at most; null where all are valid. */
  static byte @Nullable [] firstInvalid(InputStream in, int around) throws IOException {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
    ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
    CharBuffer chars = CharBuffer.allocate(BLOCK);
    boolean end = false;
    while (!end) {
      int read = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
      end = read == 0;
      bytes.position(bytes.position() + read).flip();
      CoderResult result = decoder.decode(bytes, chars.clear(), end);
      if (result.isError())
        return around(bytes, around);
      bytes.compact();
    }
    return null;
  }

  private static byte[] around(ByteBuffer bytes, int around) {
    int from = Math.max(0, bytes.position() - around);
    return Arrays.copyOfRange(bytes.array(), from, Math.min(bytes.limit(), bytes.position() + around));
  }
}
