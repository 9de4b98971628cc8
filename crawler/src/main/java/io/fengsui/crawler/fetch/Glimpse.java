package io.fengsui.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a response looked like, for an operator.
 *
 * @param mediaType as the publisher declared it, null where it did not
 * @param size      in bytes, after decompression
 * @param beginning its first characters on one line, without anything that could disturb a page or a terminal
 */
public record Glimpse(Instant at, int status, @Nullable String mediaType, long size, String beginning) {
  private static final int BYTES = 1_500;
  private static final int LONGEST = 400;
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([\\w.:-]+)");
  /** Control characters, and those of Unicode that are not seen but change what is: category Cf, private use, surrogates. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\s\\p{Z}]+");

  /** Reads the beginning; the body stays as it is. */
  public static Glimpse of(Fetched.Content content) {
    String type = content.header("content-type");
    return new Glimpse(content.at(), content.status(), type == null ? null : line(type, 100), content.body().size(),
        line(new String(head(content.body()), charset(type)), LONGEST));
  }

  /** The same without these words, should the publisher have repeated them. */
  public Glimpse without(Collection<String> secrets) {
    String bare = beginning;
    for (String secret : secrets)
      bare = secret.isBlank() ? bare : bare.replace(secret.strip(), "***");
    return new Glimpse(at, status, mediaType, size, bare);
  }

  private static byte[] head(Body body) {
    try (InputStream in = body.open()) {
      return in.readNBytes(BYTES);
    } catch (IOException e) {
      return ("cannot be read: " + e.getMessage()).getBytes(StandardCharsets.UTF_8);
    }
  }

  private static Charset charset(@Nullable String type) {
    var given = CHARSET.matcher(type == null ? "" : type);
    try {
      return given.find() ? Charset.forName(given.group(1)) : StandardCharsets.UTF_8;
    } catch (IllegalArgumentException unknown) {
      return StandardCharsets.UTF_8;
    }
  }

  private static String line(String text, int longest) {
    String line = UNSEEN.matcher(text).replaceAll(" ").strip();
    return line.length() <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0,
            line.codePointCount(0, longest))) + "…";
  }
}
