package io.fengsui.crawler.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where the response that yielded a notice is kept.
 *
 * @param id        in the archive
 * @param address   that answered
 * @param at        when it was received
 * @param sha256    lower-case hexadecimal digest of the payload, decoded from transfer and content coding
 * @param size      of that payload in bytes
 * @param mediaType as the publisher declared it, null where it did not
 * @param file      WARC file, relative to the folder of captures
 * @param offset    of the record in that file
 */
public record Capture(long id, String source, String address, Instant at, String sha256, long size,
    @Nullable String mediaType, String file, long offset) {
  /**
   * What makes two responses to one source the same evidence.
   *
   * @param sha256 lower-case hexadecimal digest
   */
  public record Payload(String address, String sha256) {}

  /** What this capture holds. */
  public Payload payload() {
    return new Payload(address, sha256);
  }
}
