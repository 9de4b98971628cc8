package io.fengsui.crawler.article;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * When an article was published, as its page says: a day, with the time of day and the offset where they are given.
 *
 * @param time   null where the page gives a day alone
 * @param offset null where the page does not say which clock it means
 */
public record Published(LocalDate day, @Nullable LocalTime time, @Nullable ZoneOffset offset) {
  /** A day alone. */
  static Published on(LocalDate day) {
    return new Published(day, null, null);
  }

  /** ISO 8601: {@code 2026-05-03}, {@code 2026-05-03T10:15}, {@code 2026-05-03T10:15+08:00}. */
  @Override
  public String toString() {
    return time == null ? day.toString() : day + "T" + time + (offset == null ? "" : offset);
  }
}
