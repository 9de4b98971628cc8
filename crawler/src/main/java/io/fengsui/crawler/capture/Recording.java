package io.fengsui.crawler.capture;

import java.nio.file.Path;

/**
 * A response that can be played.
 *
 * @param id     WARC-Record-ID, the same in every copy of the file
 * @param offset of its record
 */
record Recording(String id, String address, Path file, long offset) {}
