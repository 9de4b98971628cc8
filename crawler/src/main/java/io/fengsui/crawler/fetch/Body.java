package io.fengsui.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;

/** The decoded bytes of a response, in memory or in a temporary file; can be opened more than once. Close it when done. */
public interface Body extends AutoCloseable {
  /** Number of bytes. */
  long size();

  /** A new stream over all bytes. */
  InputStream open() throws IOException;

  /** Lower-case hexadecimal SHA-256 of the bytes. */
  String sha256();

  @Override
  void close();
}
