package io.fengsui.crawler.article;

import io.fengsui.crawler.clean.Charsets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a page that was saved. Browsers save in UTF-8 and leave the page's old declaration in it, so bytes that are
 * UTF-8 beyond chance are UTF-8, whatever they declare.
 */
final class Encoding {
  /** So many characters of three or four bytes do not come about by chance in another charset. */
  private static final int BEYOND_CHANCE = 8;

  private Encoding() {}

  static String text(byte[] bytes, int most) {
    int length = Math.min(bytes.length, most);
    if (isUtf8(bytes, length))
      return new String(bytes, 0, length, StandardCharsets.UTF_8);
    try {
      Charset charset = Charsets.of(() -> new ByteArrayInputStream(bytes, 0, length), null, null);
      String text = new String(bytes, 0, length, charset);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isUtf8(byte[] bytes, int length) {
    int wide = 0;
    for (int i = 0; i < length; i++) {
      int lead = bytes[i] & 0xFF;
      if (lead < 0x80)
        continue;
      int follow = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : 1;
      if (lead < 0xC2 || lead > 0xF4)
        return false;
      for (int k = 1; k <= follow && i + k < length; k++)
        if ((bytes[i + k] & 0xC0) != 0x80)
          return false;
      i += follow;
      wide += follow > 1 ? 1 : 0;
    }
    return wide >= BEYOND_CHANCE;
  }
}
