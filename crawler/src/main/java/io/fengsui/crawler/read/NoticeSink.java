package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.Languages;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.path.Overrun;
import io.fengsui.crawler.source.ReadPlan;
import io.fengsui.crawler.source.Rule;
import io.fengsui.crawler.source.Source;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes readings of records, and counts them. */
final class NoticeSink implements ItemSink {
  private static final int EXCERPT = 300;
  private static final int MOST_OVERRUNS = 10;
  private final Source source;
  private final Consumer<Reading> sink;
  private final @Nullable PathTally tally;
  private final FieldMapping mapping;
  private final Expectation expectation;
  private int items;
  private int overruns;

  /** @param tally of the paths, null where nobody asks */
  NoticeSink(Source source, String address, Consumer<Reading> sink, @Nullable PathTally tally) {
    this.source = source;
    this.sink = sink;
    this.tally = tally;
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
    Reading reading = bounded(item);
    if (reading == null)
      return;
    if (items == Limits.ITEMS)
      throw new Unreadable(Cause.TOO_LARGE, "more than " + Limits.ITEMS + " records");
    items++;
    sink.accept(reading);
  }

  /** Null for a record that is none of ours. A path that asks too much of one record may do so of all. */
  private @Nullable Reading bounded(Item item) throws Unreadable {
    try {
      return mapping.yields(source.read().only(), item) ? reading(tally == null ? item : tally.watch(item)) : null;
    } catch (Overrun e) {
      if (++overruns > MOST_OVERRUNS)
        throw new Unreadable(Cause.TOO_LARGE, String.valueOf(e.getMessage()));
      return rejected(item, String.valueOf(e.getMessage()));
    }
  }

  /** Tells of expressions that took too long: their values are missing, the notices are not. */
  void end() {
    mapping.overruns().forEach((expression, times) -> sink.accept(new Reading.Rejected(
        "an expression took too long on " + times + " values, which were left out", expression)));
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
        draft.measures(), draft.measure(), draft.dates(), draft.companies(), draft.links(), draft.other());
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
