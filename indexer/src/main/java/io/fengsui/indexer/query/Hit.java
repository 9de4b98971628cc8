package io.fengsui.indexer.query;

import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.NoticeId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A notice in a list of results. Texts with marks are plain text in which a match stands between {@link #MARK} and
 * {@link #UNMARK}; whoever shows them escapes first and marks then.
 *
 * @param title     with marks
 * @param snippet   the most telling part of the text, with marks; empty where there is no text
 * @param notifying ISO 3166-1 alpha-2 codes ({@code EU} for the Union), or the publisher's words where there is no code
 * @param origin    likewise
 * @param published null where the publisher gave no date
 * @param products  names with brand, as given, at most three
 */
public record Hit(long number, NoticeId id, Kind kind, String title, String snippet, String language,
    List<String> notifying, List<String> origin, @Nullable LocalDate published, @Nullable String publisherClass,
    List<String> products, List<String> categories, List<String> hazards, List<String> measures, @Nullable String page,
    int revision) {
  /** Begins a match: a private-use character, so that no text of a publisher can forge it. */
  public static final char MARK = '\uE000';

  /** Ends a match. */
  public static final char UNMARK = '\uE001';
}
