package io.fengsui.portal.source;

import io.fengsui.crawler.store.Acknowledgement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The form of somebody who takes note of a broken source.
 *
 * @param by       who, in any form
 * @param withdraw given where an earlier note is taken back
 */
record Note(@Nullable String by, @Nullable String note, @Nullable String withdraw) {
  Acknowledgement acknowledgement(String trouble, Instant at) {
    String person = line(by, 80);
    return new Acknowledgement(trouble, at, person.isEmpty() ? "operator" : person, line(note, 500));
  }

  private static String line(@Nullable String text, int longest) {
    String line = text == null ? "" : text.replaceAll("[\\p{Cc}\\p{Cf}\\s]+", " ").strip();
    return line.length() <= longest
        ? line
        : line.substring(0, line.offsetByCodePoints(0,
            line.codePointCount(0, longest)));
  }
}
