package io.fengsui.crawler.clean;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides the charset of a response: what the source says, the byte order mark, the HTTP header, the document's own declaration,
 * UTF-8 where the bytes are valid UTF-8, else what ICU makes of the bytes around the first that are not.
 */
public final class Charsets {
  private static final Pattern PARAMETER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
  private static final Pattern DECLARATION = Pattern
      .compile("(?is)^\\s*<\\?xml[^>]*?encoding\\s*=\\s*[\"']([\\w.:-]+)|<meta[^>]*?charset\\s*=\\s*[\"']?([\\w.:-]+)");
  /** HTML looks for its declaration in the first 1024 bytes; some pages need more. */
  private static final int HEAD = 4096;
  /** What ICU's detector looks at. */
  private static final int SAMPLE = 8000;
  private static final int SURE = 30;

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
      return Charset.forName(configured);
    byte[] head = head(bytes);
    return mark(head).or(() -> parameter(contentType)).or(() -> declaration(head)).or(() -> wide(head))
        .orElseGet(() -> detected(bytes));
  }

  private static byte[] head(Bytes bytes) throws IOException {
    try (InputStream in = bytes.open()) {
      return in.readNBytes(HEAD);
    }
  }

  private static Optional<Charset> mark(byte[] head) {
    if (starts(head, 0xEF, 0xBB, 0xBF))
      return Optional.of(StandardCharsets.UTF_8);
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

  private static Optional<Charset> parameter(@Nullable String contentType) {
    Matcher match = PARAMETER.matcher(contentType == null ? "" : contentType);
    return match.find() ? named(match.group(1)) : Optional.empty();
  }

  private static Optional<Charset> declaration(byte[] head) {
    Matcher match = DECLARATION.matcher(new String(head, StandardCharsets.ISO_8859_1));
    if (!match.find())
      return Optional.empty();
    // The declaration was readable byte by byte, so a UTF-16 in it is not true.
    return named(match.group(1) == null ? match.group(2) : match.group(1))
        .filter(charset -> !charset.name().startsWith("UTF-16") && !charset.name().startsWith("UTF-32"));
  }

  /** As browsers do (WHATWG Encoding), Latin-1 and ASCII are read as windows-1252. */
  private static Optional<Charset> named(String name) {
    try {
      Charset charset = Charset.forName(name);
      boolean latin = charset.equals(StandardCharsets.ISO_8859_1) || charset.equals(StandardCharsets.US_ASCII);
      return Optional.of(latin ? Charset.forName("windows-1252") : charset);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** UTF-16 without a mark: every other byte of the first characters is zero. */
  private static Optional<Charset> wide(byte[] head) {
    if (head.length < 4 || head[0] == 0 == (head[1] == 0) || head[2] == 0 == (head[3] == 0))
      return Optional.empty();
    return Optional.of(head[0] == 0 ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
  }

  private static Charset detected(Bytes bytes) {
    try (InputStream in = bytes.open()) {
      byte[] sample = Utf8.firstInvalid(in, SAMPLE / 2);
      return sample == null ? StandardCharsets.UTF_8 : guessed(sample);
    } catch (IOException e) {
      return StandardCharsets.UTF_8;
    }
  }

  private static Charset guessed(byte[] sample) {
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    boolean usable = match != null && match.getConfidence() >= SURE && Charset.isSupported(match.getName())
        && !Arrays.asList("UTF-16BE", "UTF-16LE", "UTF-32BE", "UTF-32LE", "IBM420_ltr", "IBM424_ltr")
            .contains(match.getName());
    return usable ? named(match.getName()).orElse(StandardCharsets.UTF_8) : StandardCharsets.UTF_8;
  }
}
