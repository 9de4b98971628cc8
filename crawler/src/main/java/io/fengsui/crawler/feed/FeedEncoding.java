package io.fengsui.crawler.feed;

import io.fengsui.crawler.clean.Charsets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The charset of a feed: what the transport says (RFC 7303), what the document says, what its first bytes show, and where none of
 * these fits the bytes, what detection says.
 *
 * @param name   as it was given, in lower case; the charset's own name where it was detected
 * @param proper whether the bytes are what they were said to be
 * @param mark   bytes before the text
 */
record FeedEncoding(String name, Charset charset, boolean proper, int mark) {
  private static final Pattern DECLARED = Pattern.compile("^<\\?[^>]*?encoding\\s*=\\s*['\"]([^'\"]*)['\"][^>]*\\?>");
  private static final Pattern PARAMETER = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\"';\\s]+)");
  /** Names for more than one byte a character, which the first bytes know better. */
  private static final Pattern WIDE = Pattern
      .compile("u[-_]?(?:tf[-_]?)?(?:16|32)|iso-10646-ucs-[24]|csucs4|csunicode|ucs-[24]");
  private static final Map<String, String> ALIASES = Map.of("gb2312", "gb18030", "gbk", "gb18030", "x-gbk", "gb18030",
      "mac-cyrillic", "x-MacCyrillic", "maccyrillic", "x-MacCyrillic", "macgreek", "x-MacGreek", "maclatin2",
      "x-MacCentralEurope", "u8", "utf-8");

  /** What the first bytes show: those of a byte order mark, or of {@code <?xm} (XML 1.0, appendix F). */
  private record Sign(String name, int mark) {}

  static FeedEncoding of(byte[] bytes, @Nullable String contentType) {
    Sign sign = sign(bytes);
    String declared = declared(bytes, sign);
    if (sign != null && WIDE.matcher(declared).matches())
      declared = sign.name();
    Matcher parameter = PARAMETER.matcher(contentType == null ? "" : contentType);
    String transport = parameter.find() ? parameter.group(1).toLowerCase(Locale.ROOT) : "";
    Set<String> names = new LinkedHashSet<>();
    for (String name : new String[]{transport, declared, sign == null ? "" : sign.name(), "utf-8"})
      if (!name.isEmpty())
        names.add(name.equals("gb2312") ? "gb18030" : name);
    int mark = sign == null ? 0 : sign.mark();
    boolean first = true;
    for (String name : names) {
      Charset charset = charset(name);
      if (charset != null && fits(bytes, mark, charset))
        return new FeedEncoding(name, charset, first, mark);
      first = false;
    }
    Charset detected = detected(bytes);
    return new FeedEncoding(detected.name(), detected, false, mark);
  }

  /** The text, with what the charset has no character for replaced. */
  String text(byte[] bytes) {
    return new String(bytes, mark, bytes.length - mark, charset);
  }

  private static @Nullable Sign sign(byte[] bytes) {
    if (starts(bytes, 0, 0, 0xFE, 0xFF))
      return new Sign("utf-32be", 4);
    if (starts(bytes, 0xFF, 0xFE, 0, 0))
      return new Sign("utf-32le", 4);
    if (starts(bytes, 0xFE, 0xFF))
      return new Sign("utf-16be", 2);
    if (starts(bytes, 0xFF, 0xFE))
      return new Sign("utf-16le", 2);
    if (starts(bytes, 0xEF, 0xBB, 0xBF))
      return new Sign("utf-8", 3);
    if (starts(bytes, 0x4C, 0x6F, 0xA7, 0x94))
      return new Sign("cp037", 0);
    if (starts(bytes, 0, '<', 0, '?'))
      return new Sign("utf-16be", 0);
    if (starts(bytes, '<', 0, '?', 0))
      return new Sign("utf-16le", 0);
    if (starts(bytes, 0, 0, 0, '<'))
      return new Sign("utf-32be", 0);
    return starts(bytes, '<', 0, 0, 0) ? new Sign("utf-32le", 0) : null;
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (int i = 0; i < mark.length; i++)
      if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i])
        return false;
    return true;
  }

  private static String declared(byte[] bytes, @Nullable Sign sign) {
    int mark = sign == null ? 0 : sign.mark();
    Charset first = sign == null ? null : charset(sign.name());
    byte[] head = Arrays.copyOfRange(bytes, mark, Math.min(bytes.length, mark + 1024));
    Matcher match = DECLARED.matcher(new String(head, first == null ? StandardCharsets.ISO_8859_1 : first));
    return match.find() ? match.group(1).strip().toLowerCase(Locale.ROOT) : "";
  }

  private static @Nullable Charset charset(String name) {
    try {
      return Charset.forName(ALIASES.getOrDefault(name, name));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static boolean fits(byte[] bytes, int mark, Charset charset) {
    var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, mark, bytes.length - mark);
    CharBuffer out = CharBuffer.allocate(8192);
    CoderResult result = CoderResult.OVERFLOW;
    while (result.isOverflow())
      result = decoder.decode(in, out.clear(), true);
    return !result.isError();
  }

  private static Charset detected(byte[] bytes) {
    try {
      return Charsets.of(() -> new ByteArrayInputStream(bytes), null, null);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
