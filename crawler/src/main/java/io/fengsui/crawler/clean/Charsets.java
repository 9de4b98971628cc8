package io.fengsui.crawler.clean;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Decides the charset of a response: what the source says; else the byte order mark; else the HTTP header and the document's
 * own declaration as far as the bytes bear them out; else what the bytes are like.
 */
public final class Charsets {
  private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
  private static final Pattern DECLARATION = Pattern
      .compile("(?is)^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)|<meta[^>]*?charset\\s*=\\s*[\"']?([\\w.:-]+)"
          + "|^\\s*@charset\\s+\"([\\w.:-]+)\"");
  /** HTML looks for its declaration in the first 1024 bytes; some pages need more. */
  private static final int HEAD = 8192;
  /** What browsers read instead (WHATWG Encoding), so that nothing that can be read is lost; names in lower case. */
  private static final Map<String, String> READ_AS = Map.ofEntries(Map.entry("iso-8859-1", "windows-1252"),
      Map.entry("us-ascii", "windows-1252"), Map.entry("iso-8859-9", "windows-1254"),
      Map.entry("iso-8859-11", "windows-874"), Map.entry("tis-620", "windows-874"),
      Map.entry("x-iso-8859-11", "windows-874"),
      Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"), Map.entry("x-mswin-936", "GB18030"),
      Map.entry("euc-kr", "x-windows-949"), Map.entry("shift_jis", "windows-31j"), Map.entry("big5", "Big5-HKSCS"),
      Map.entry("x-windows-950", "Big5-HKSCS"), Map.entry("unicode", "UTF-16LE"), Map.entry("utf-16", "UTF-16LE"),
      Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("x-gbk", "GB18030"), Map.entry("x-sjis", "windows-31j"),
      Map.entry("x-euc-jp", "EUC-JP"), Map.entry("big5-hkscs", "Big5-HKSCS"), Map.entry("dos-874", "windows-874"),
      Map.entry("windows-874", "x-windows-874"));
  private static final Map<String, String> LABELS = Map.of("x-windows-949", "EUC-KR", "windows-31j", "Shift_JIS",
      "Big5-HKSCS", "Big5", "x-windows-874", "windows-874", "x-MacCyrillic", "x-mac-cyrillic", "x-MacRoman",
      "macintosh",
      "GBK", "GB18030", "x-EUC-TW", "EUC-TW");

  private Charsets() {}

  /** Opens the bytes anew. */
  @FunctionalInterface
  public interface Bytes {
    /** A new stream from the first byte. */
    InputStream open() throws IOException;
  }

  /**
   * The charset of the bytes.
   *
   * @param configured  name from the source, null for none
   * @param contentType value of the HTTP header, null for none
   */
  public static Charset of(Bytes bytes, @Nullable String configured, @Nullable String contentType) throws IOException {
    if (configured != null)
      return named(configured).orElseGet(() -> Charset.forName(configured));
    byte[] head = head(bytes);
    var certain = WideCharset.of(head);
    if (certain.isPresent())
      return certain.get();
    var declared = Stream.of(parameter(contentType), declaration(head)).flatMap(Optional::stream).distinct().toList();
    try (InputStream in = bytes.open()) {
      return new CharsetChoice(Utf8Scan.of(in), declared, head).choose();
    }
  }

  /** Its name in the WHATWG Encoding Standard, Java's own where it is not in there. */
  public static String label(Charset charset) {
    return LABELS.getOrDefault(charset.name(), charset.name());
  }

  /** The charset of that name, or the larger one that browsers read under that name; empty where the name is none. */
  static Optional<Charset> named(String name) {
    var plain = READ_AS.getOrDefault(name.toLowerCase(Locale.ROOT), name);
    try {
      var charset = Charset.forName(plain);
      var larger = READ_AS.get(charset.name().toLowerCase(Locale.ROOT));
      return Optional.of(larger == null ? charset : Charset.forName(READ_AS.getOrDefault(larger, larger)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static byte[] head(Bytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      return in.readNBytes(HEAD);
    }
  }

  private static Optional<Charset> parameter(@Nullable String contentType) {
    Matcher match = PARAMETER.matcher(contentType == null ? "" : contentType);
    return match.find() ? named(match.group(1)) : Optional.empty();
  }

  private static Optional<Charset> declaration(byte[] head) {
    Matcher match = DECLARATION.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!match.find())
      return Optional.empty();
    var name = Stream.of(match.group(1), match.group(2), match.group(3)).filter(Objects::nonNull).findFirst();
    // The declaration was readable byte by byte, so a UTF-16 in it is not true; browsers take it for UTF-8.
    return name.flatMap(Charsets::named)
        .map(charset -> charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32")
            ? StandardCharsets.UTF_8
            : charset);
  }
}
