package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.NoticeStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Adds to notices of a list what their own pages say. */
final class Details {
  /** What may be better the next time. */
  private static final Set<Cause> PASSING = EnumSet.of(Cause.DNS, Cause.CONNECT, Cause.TLS, Cause.TIMEOUT,
      Cause.THROTTLED, Cause.CHALLENGE, Cause.INTERNAL);
  /** In a row; then the publisher is left alone until the next crawl. */
  private static final int MOST_FAILURES = 3;

  private final Source source;
  private final Questions questions;
  private final Answers answers;
  private final NoticeStore notices;
  private final Tally tally;
  private int failures;

  Details(Source source, Questions questions, Answers answers, NoticeStore notices, Tally tally) {
    this.source = source;
    this.questions = questions;
    this.answers = answers;
    this.notices = notices;
    this.tally = tally;
  }

  /**
   * The notice to store. Without its page it is the list's notice; empty where the archive has it already, from a time when
   * the page could be had: to lose the page's words would be a revision that the publisher did not make.
   */
  Optional<Notice> complete(Reading.Found found, Evidence evidence) {
    var address = found.detail();
    if (address == null)
      return Optional.of(found.notice());
    if (failures >= MOST_FAILURES) {
      tally.detailFailed("not asked for after " + MOST_FAILURES + " failures", true);
      return known(found.notice());
    }
    return switch (answers.detail(questions.document(address))) {
      case Fetched.Content page -> Optional.of(read(found.notice(), page, evidence));
      case Fetched.NotModified absent -> failed(found.notice(), address + " is not recorded", false);
      case Fetched.Refused(var at, var cause, var message) -> failed(found.notice(), at + ": " + message, false);
      case Fetched.Failed(var at, var cause, var message, var wait) ->
        failed(found.notice(), at + ": " + message, PASSING.contains(cause));
    };
  }

  private Notice read(Notice notice, Fetched.Content page, Evidence evidence) {
    failures = 0;
    try (var body = page.body()) {
      evidence.of(page);
      return Readers.detail(source, notice, page);
    }
  }

  private Optional<Notice> failed(Notice notice, String message, boolean passing) {
    failures = passing ? failures + 1 : failures;
    tally.detailFailed(message, passing);
    return known(notice);
  }

  private Optional<Notice> known(Notice notice) {
    return notices.find(notice.id()).isPresent() ? Optional.empty() : Optional.of(notice);
  }
}
