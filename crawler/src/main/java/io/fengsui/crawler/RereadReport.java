package io.fengsui.crawler;

import java.util.List;

/**
 * What reading the captures of a source again came to.
 *
 * @param captures    read
 * @param read        notices found in them
 * @param added       notices that the reader did not find before
 * @param revised     that have other content with the reader of today
 * @param unchanged   that have the same content, or of which a later capture was stored meanwhile
 * @param withoutPage left as they are because their own page was not captured
 * @param missing     in the archive, but in no capture that can be read
 * @param damaged     captures that could not be read to their end
 * @param unreadable  the first of those, with the reason
 */
public record RereadReport(String source, int captures, int read, int added, int revised, int unchanged,
    int withoutPage, long missing, int damaged, List<String> unreadable) {
  public RereadReport {
    unreadable = List.copyOf(unreadable);
  }
}
