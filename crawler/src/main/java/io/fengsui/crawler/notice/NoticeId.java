package io.fengsui.crawler.notice;

/**
 * What makes a notice the same notice at its next sighting: the source and the publisher's own reference.
 *
 * @param source    id of the source, as in {@code config/sources/<id>.yaml}
 * @param reference the publisher's reference, trimmed, never empty; may contain slashes and spaces
 */
public record NoticeId(String source, String reference) {
  public NoticeId {
    if (source.isBlank() || reference.isBlank())
      throw new IllegalArgumentException("a notice needs a source and a reference: " + source + " / " + reference);
  }

  @Override
  public String toString() {
    return source + "/" + reference;
  }
}
