package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Spool;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A response that somebody saved as a file. */
public final class SavedResponse {
  private SavedResponse() {}

  /**
   * The file as if the address had answered it now, without headers; {@code .gz} is unpacked. The caller closes the body.
   *
   * @param maxBytes of the unpacked body
   * @throws IOException where the file cannot be read
   */
  public static Fetched.Content of(Path file, String address, long maxBytes) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      var payload = Spool.fill(in, file.toString().endsWith(".gz") ? "gzip" : null, maxBytes);
      return new Fetched.Content(address, 200, Map.of(), payload.body(), Files.getLastModifiedTime(file).toInstant(),
          null, payload.cut());
    }
  }
}
