package io.fengsui.portal.notice;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.store.FieldChange;
import io.fengsui.crawler.store.Revision;
import io.fengsui.portal.notice.NoticeView.Change;
import io.fengsui.portal.notice.NoticeView.Evidence;
import io.fengsui.portal.notice.NoticeView.RevisionView;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.NoticeAddress;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Words;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the revisions of a notice into its page. */
final class NoticeViews {
  private final Naming naming;
  private final Words words;
  private final Times times;

  NoticeViews(Naming naming, Words words, Times times) {
    this.naming = naming;
    this.words = words;
    this.times = times;
  }

  /** @param revisions newest first, at least one */
  NoticeView of(List<Revision> revisions) {
    Notice notice = revisions.getFirst().notice();
    Products products = new Products(notice.products());
    List<String> notifying = notice.notifying().stream().map(given -> naming.given(given, words.locale())).toList();
    return new NoticeView(notice.kind().code(), words.say("kind." + notice.kind().code()), Markup.plain(notice.title()),
        Naming.attribute(notice.language()), naming.language(notice.language(), words.locale()),
        Markup.plain(notice.text()), naming.source(notice.id().source(), words.locale()),
        "/sources/" + notice.id().source(), Markup.plain(notice.id().reference()),
        NoticeAddress.of("/notice", notice.id()),
        notifying.isEmpty() ? "" : words.say("hit.by", words.join(notifying)),
        notice.publisherClass() == null ? "" : Markup.plain(notice.publisherClass()),
        notice.published().map(this::day).orElse(""), notice.page().orElse(""),
        new Fields(naming, words, times).groups(notice), products.headings(words), products.rows(), evidence(revisions),
        revisions.stream().map(this::revision).toList());
  }

  private String day(GivenDate date) {
    return date.date() == null ? Markup.plain(date.given()) : date.date().toString();
  }

  private Evidence evidence(List<Revision> revisions) {
    Capture capture = revisions.getFirst().capture();
    return new Evidence(times.minuteWithZone(capture.at()), times.minuteWithZone(revisions.getLast().capture().at()),
        capture.sha256(), capture.address(), words.say("size.bytes", words.number(capture.size())),
        capture.mediaType() == null ? "" : Markup.plain(capture.mediaType()),
        capture.file() + " @ " + capture.offset(),
        NoticeAddress.of("/api/v1/evidence", revisions.getFirst().notice().id()));
  }

  private RevisionView revision(Revision revision) {
    return new RevisionView(words.say("revision.number", revision.number()),
        times.minuteWithZone(revision.capture().at()), revision.capture().sha256(), moment(revision.reread()),
        moment(revision.removed()), revision.number() == 1, revision.material(),
        revision.changes().stream().map(this::change).toList());
  }

  private String moment(@Nullable Instant at) {
    return at == null ? "" : times.minuteWithZone(at);
  }

  private Change change(FieldChange change) {
    Difference difference = Difference.between(Markup.plain(change.before()), Markup.plain(change.after()));
    return new Change(name(change.field()), change.material(), difference.lead(), difference.before(),
        difference.after(), difference.tail());
  }

  /** Dates and the publisher's own fields are named one by one: {@code dates.published}, {@code other.units}. */
  private String name(String field) {
    String own = field.startsWith("dates.") ? "date." + field.substring("dates.".length()) : field;
    return words.sayOr("field." + field, words.sayOr(own, Markup.plain(field)));
  }
}
