package io.fengsui.crawler.fetch;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Bytes in memory, or in a temporary file that goes away on close. */
record SpooledBody(byte[] memory, @Nullable Path file, long size, String sha256) implements Body {
  @Override
  public InputStream open() throws IOException {
    return file == null ? new ByteArrayInputStream(memory) : Files.newInputStream(file);
  }

  @Override
  public void close() {
    try {
      if (file != null)
        Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + file, e);
    }
  }
}
