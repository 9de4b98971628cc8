package io.fengsui.crawler.source;

import java.nio.file.Path;

/**
 * A mistake in a configuration file, for a person to mend.
 *
 * @param line counted from 1
 */
public record Fault(Path file, int line, String message) {
  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
