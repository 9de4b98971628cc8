package io.fengsui.portal.workbench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a source's file holds.
 *
 * @param version SHA-256 of the file, by which another version is told; empty where there is no file
 */
record SourceText(String yaml, String version) {
  /** No file. */
  static final SourceText NONE = new SourceText("", "");

  static SourceText of(byte[] bytes) {
    return new SourceText(new String(bytes, StandardCharsets.UTF_8), digest(bytes));
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
