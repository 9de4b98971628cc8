package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.Languages;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.source.ReadPlan;
import io.fengsui.crawler.source.Rule;
import io.fengsui.crawler.source.Source;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes readings of records, and counts them. */
final class NoticeSink implements ItemSink {
  private static final int EXCERPT = 300;
  private final Source source;
  private final Consumer<Reading> sink;
  private final FieldMapping mapping;
  private final Expectation expectation;
  private int items;

  NoticeSink(Source source, String address, Consumer<Reading> sink) {
    this.source = source;
    this.sink = sink;
    this.mapping = new FieldMapping(source.read().fields(), source.read().nothing(), address);
    this.expectation = new Expectation(source.read().expect());
  }

  int items() {
    return items;
  }

  Expectation expectation() {
    return expectation;
  }

  @Override
  public void accept(Item item) throws Unreadable {
    if (expectation.isOpen())
      expectation.check(item);
    if (expectation.saysEmpty())
      return;
    if (items == Limits.ITEMS)
      throw new Unreadable(Cause.TOO_LARGE, "more than " + Limits.ITEMS + " records");
    items++;
    sink.accept(reading(item));
  }

  private Reading reading(Item item) {
    Draft draft = mapping.draft(item);
    if (draft.reference() == null || draft.title() == null)
      return rejected(item, draft.reference() == null ? "no reference" : "no title");
    if (draft.reference().length() > Limits.REFERENCE)
      return rejected(item, "the reference is longer than " + Limits.REFERENCE + " characters");
    Notice notice = notice(draft, draft.reference(), draft.title());
    return new Reading.Found(notice, detail(notice, item));
  }

  private static Reading rejected(Item item, String problem) {
    String line = PlainText.line(item.excerpt());
    return new Reading.Rejected(problem, line.length() > EXCERPT ? line.substring(0, EXCERPT) + "…" : line);
  }

  private Notice notice(Draft draft, String reference, String title) {
    return new Notice(new NoticeId(source.id(), reference), draft.kind().orElse(source.kind()), title, draft.text(),
        language(draft, title), draft.notifying().isEmpty() ? source.notifying() : draft.notifying(), draft.origin(),
        draft.markets(), draft.products(), draft.categories(), draft.hazards(), draft.publisherClass(),
        draft.measures(), draft.dates(), draft.companies(), draft.links(), draft.other());
  }

  private String language(Draft draft, String title) {
    String language = draft.language().orElse(source.language());
    return language.equals(Languages.UNKNOWN) ? Languages.guess(title + "\n" + draft.text()) : language;
  }

  /** The word {@code link} stands for the notice's own page where the record has nothing of that name. */
  private @Nullable String detail(Notice notice, Item item) {
    ReadPlan.Detail detail = source.read().detail();
    if (detail == null)
      return null;
    String address = mapping.address(detail.address(), item);
    boolean own = detail.address() instanceof Rule.At at && at.path().equals("link");
    return address == null && own ? notice.page().orElse(null) : address;
  }
}
