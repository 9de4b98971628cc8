package io.fengsui.crawler.capture;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Files of a manifest and the address that they answer.
 *
 * @param line     in the manifest, for messages
 * @param captured null for the date of each file
 */
record ManifestEntry(int line, String source, FilePattern files, AddressTemplate address, String type,
    @Nullable Instant captured, int status) {}
