package io.fengsui.crawler.clean;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Byte order marks, and UTF-16 and UTF-32 without one. */
final class WideCharset {
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");

  private WideCharset() {}

  /** The charset where the first bytes leave no doubt. */
  static Optional<Charset> of(byte[] head) {
    return mark(head).or(() -> unmarked(head));
  }

  private static Optional<Charset> mark(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF))
      return Optional.of(StandardCharsets.UTF_8);
    if (starts(head, 0x00, 0x00, 0xFE, 0xFF))
      return Optional.of(UTF_32BE);
    if (starts(head, 0xFF, 0xFE, 0x00, 0x00))
      return Optional.of(UTF_32LE);
    if (starts(head, 0xFE, 0xFF))
      return Optional.of(StandardCharsets.UTF_16BE);
    return starts(head, 0xFF, 0xFE) ? Optional.of(StandardCharsets.UTF_16LE) : Optional.empty();
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++)
      if (i >= head.length || (head[i] & 0xFF) != mark[i])
        return false;
    return true;
  }

  /** Text in any language has spaces, line ends, digits, tags: zeros, and always in the same places. */
  private static Optional<Charset> unmarked(byte[] head) {
    int[] zeros = new int[4];
    for (int i = 0; i < head.length; i++)
      if (head[i] == 0)
        zeros[i & 3]++;
    int units = head.length / 4;
    if (units == 0 || zeros[0] + zeros[1] + zeros[2] + zeros[3] == 0)
      return Optional.empty();
    if (zeros[0] >= units && zeros[1] * 10 >= units * 9)
      return Optional.of(UTF_32BE);
    if (zeros[3] >= units && zeros[2] * 10 >= units * 9)
      return Optional.of(UTF_32LE);
    return utf16(zeros[0] + zeros[2], zeros[1] + zeros[3], head.length / 2);
  }

  private static Optional<Charset> utf16(int first, int second, int units) {
    int few = Math.min(first, second);
    int many = Math.max(first, second);
    if (many * 50 < units || few * 20 > many)
      return Optional.empty();
    return Optional.of(first > second ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }
}
