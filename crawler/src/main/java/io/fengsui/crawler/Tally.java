package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.CrawlRecord.Progress;
import io.fengsui.crawler.store.CrawlRecord.Progress.Validator;
import io.fengsui.crawler.store.StoreCount;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what happens in a crawl and says in the end what it came to. */
final class Tally {
  private static final int LONGEST_MESSAGE = 1_000;

  private final Source source;
  private final List<String> notes = new ArrayList<>();
  private final List<Validator> validators = new ArrayList<>();
  private final List<String> followed = new ArrayList<>();
  private StoreCount stored = new StoreCount(0, 0, 0);
  private @Nullable Cause cause;
  private @Nullable Instant first;
  private @Nullable String example;
  private @Nullable String detailExample;
  private boolean refused;
  private boolean answered;
  private boolean indexed;
  private boolean whole = true;
  private int read;
  private int rejected;
  private int details;

  Tally(Source source) {
    this.source = source;
  }

  void read() {
    read++;
  }

  void rejected(String problem, String excerpt) {
    rejected++;
    if (example == null)
      example = problem + ": " + excerpt;
  }

  void stored(StoreCount count) {
    stored = stored.plus(count);
  }

  /** A response came. The first one's time is what the next crawl asks from. */
  void answered(Fetched.Content content) {
    answered = true;
    if (first == null)
      first = content.at();
  }

  /** An index named documents: a crawl that finds all of them read already is no empty one. */
  void indexed() {
    indexed = true;
  }

  /** The end of a response; false where it was not whole. */
  boolean ended(Fetched.Content content, Reading.End end) {
    var cut = content.cut();
    if (cut != null)
      failed(cut.cause(), content.address() + ": " + cut.message());
    else if (end instanceof Reading.End.Broken(var items, var why, var message))
      failed(why, content.address() + ": " + message);
    return cut == null && end instanceof Reading.End.Complete;
  }

  void failed(Cause why, String message) {
    if (cause == null)
      cause = why;
    notes.add(message);
  }

  void refused(Cause why, String message) {
    refused = cause == null;
    failed(why, message);
  }

  void note(String message) {
    notes.add(message);
  }

  /** The next crawl must ask for the same time again, and must not be told that nothing changed since. */
  void notWhole() {
    whole = false;
  }

  void detailFailed(String message, boolean passing) {
    details++;
    if (detailExample == null)
      detailExample = message;
    if (passing)
      notWhole();
  }

  void validator(Validator validator) {
    validators.add(validator);
  }

  void followed(String address) {
    followed.add(address);
  }

  /** Whether the fault is our own. */
  boolean isBroken() {
    return cause == Cause.INTERNAL;
  }

  boolean hasRead() {
    return read > 0 || !followed.isEmpty();
  }

  CrawlRecord record(Instant started, Instant ended) {
    if (cause == null && read == 0 && rejected > 0)
      failed(Cause.CHANGED_FORMAT, "none of " + rejected + " records has what makes a notice");
    if (details > 0)
      note(details + " detail pages could not be read; the first: " + detailExample);
    return new CrawlRecord(source.id(), started, ended, outcome(), cause, message(), read, stored.added(),
        stored.revised(), rejected, example);
  }

  private Outcome outcome() {
    if (cause != null)
      return refused && !hasRead() ? Outcome.REFUSED : Outcome.FAILED;
    if (!answered)
      return Outcome.NOT_MODIFIED;
    return read == 0 && !indexed ? Outcome.EMPTY : Outcome.DONE;
  }

  private @Nullable String message() {
    var text = String.join("; ", notes);
    return text.isEmpty() ? null : text.length() > LONGEST_MESSAGE ? text.substring(0, LONGEST_MESSAGE) + "…" : text;
  }

  /**
   * Where the next crawl starts. Documents that were read are remembered even when another one failed, or one broken
   * document would stop all after it; recordings too, for the same recording fails in the same way for ever.
   */
  @Nullable
  Progress progress(List<String> played) {
    if (isBroken())
      return null;
    boolean done = outcome() == Outcome.DONE && whole;
    var progress = new Progress(done ? validators : List.of(), done && source.fetch().since() != null ? first : null,
        followed, played);
    return progress.equals(new Progress(List.of(), null, List.of(), List.of())) ? null : progress;
  }
}
