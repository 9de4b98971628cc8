package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Fetched;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Responses out of memory. */
final class Responses {
  private Responses() {}

  static Fetched.Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), Map.of());
  }

  static Fetched.Content of(byte[] bytes) {
    return of(bytes, Map.of());
  }

  static Fetched.Content of(byte[] bytes, Map<String, List<String>> headers) {
    return new Fetched.Content("https://publisher.example/recalls/list", 200, headers, new Bytes(bytes),
        Instant.parse("2026-10-01T12:00:00Z"), null);
  }

  /** A body in memory that nobody hashes. */
  record Bytes(byte[] bytes) implements Body {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public String sha256() {
      return "";
    }

    @Override
    public void close() {
      // Nothing to give back.
    }
  }
}
