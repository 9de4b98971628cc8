package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Glimpse;
import io.fengsui.crawler.health.FieldCount;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.CrawlRecord.Progress;
import io.fengsui.crawler.store.CrawlRecord.Progress.Validator;
import io.fengsui.crawler.store.Findings;
import io.fengsui.crawler.store.StoreCount;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
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
  private @Nullable Duration wait;
  private @Nullable Duration fresh;
  private boolean refused;
  private boolean answered;
  private boolean indexed;
  private boolean whole = true;
  private int read;
  private int rejected;
  private int details;
  private final FieldCount fields = new FieldCount();
  private final Published published;
  private @Nullable Glimpse glimpse;
  private @Nullable String nowhere;

  Tally(Source source) {
    this.source = source;
    this.published = new Published(source.fetch().since() != null);
  }

  /** Counts the fields of a notice as it is stored. */
  void filled(Notice notice) {
    fields.add(notice);
  }

  Published published() {
    return published;
  }

  /** The path that found nothing where something had to be. */
  void nowhere(@Nullable String path) {
    if (nowhere == null)
      nowhere = path;
  }

  void read() {
    read++;
  }

  void rejected(String problem, String excerpt) {
    rejected++;
    published.rejected(excerpt, problem);
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
    if (glimpse == null)
      glimpse = Glimpse.of(content);
  }

  /** An index named documents: a crawl that finds all of them read already is no empty one. */
  void indexed() {
    indexed = true;
  }

  /** The end of a response; false where it was not whole. */
  boolean ended(Fetched.Content content, Reading.End end) {
    var cut = content.cut();
    if (cut != null)
      broken(content, cut.cause(), content.address() + ": " + cut.message());
    else if (end instanceof Reading.End.Broken(var items, var why, var message))
      broken(content, why, content.address() + ": " + message);
    else if (end instanceof Reading.End.Complete complete && source.read().only() == null)
      // The publisher also counts what is passed over.
      published.total(complete.total());
    return cut == null && end instanceof Reading.End.Complete;
  }

  private void broken(Fetched.Content content, Cause why, String message) {
    if (cause == null)
      glimpse = Glimpse.of(content);
    if (why == Cause.CHANGED_FORMAT)
      nowhere(Nowhere.items(source));
    failed(why, message);
  }

  /** @param response null where none came */
  void failed(Cause why, String message, @Nullable Glimpse response) {
    if (cause == null && response != null)
      glimpse = response;
    failed(why, message);
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

  /** The publisher asked to be left alone for so long. */
  void wait(@Nullable Duration wish) {
    wait = longer(wait, wish);
  }

  /** The publisher says that nothing will be new for so long. */
  void fresh(@Nullable Duration time) {
    fresh = longer(fresh, time);
  }

  private static @Nullable Duration longer(@Nullable Duration one, @Nullable Duration other) {
    return one == null || other != null && other.compareTo(one) > 0 ? other : one;
  }

  /** A wish for silence counts as it is; what a healthy publisher says of its pace, within the rhythm's limits. */
  @Nullable
  Instant notBefore(Instant ended) {
    var most = source.rhythm() instanceof Rhythm.Every every ? every.most() : Duration.ZERO;
    var pace = cause != null || fresh == null ? null : fresh.compareTo(most) > 0 ? most : fresh;
    var time = longer(wait, pace);
    return time == null || time.isZero() ? null : ended.plus(time);
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
    published.followed();
  }

  /** Whether the fault is our own. */
  boolean isBroken() {
    return cause == Cause.INTERNAL;
  }

  boolean hasRead() {
    return read > 0 || !followed.isEmpty();
  }

  /** @param secrets never shown, even where the publisher repeats them */
  CrawlRecord record(Instant started, Instant ended, Collection<String> secrets) {
    if (cause == null && read == 0 && rejected > 0) {
      boolean reference = example != null && example.startsWith("no reference");
      nowhere(reference ? Nowhere.reference(source) : Nowhere.title(source));
      failed(Cause.CHANGED_FORMAT, "none of " + rejected + " records has what makes a notice");
    }
    if (outcome() == Outcome.EMPTY)
      nowhere(Nowhere.items(source));
    if (details > 0)
      note(details + " detail pages could not be read; the first: " + detailExample);
    return new CrawlRecord(source.id(), started, ended, outcome(), cause, message(), read, stored.added(),
        stored.revised(), rejected, example, findings(ended, secrets));
  }

  private Findings findings(Instant at, Collection<String> secrets) {
    boolean told = cause == null && answered;
    return new Findings(fields.measured(), fields.filled(), nowhere,
        glimpse == null ? null : glimpse.without(secrets), told ? published.statement(at) : null);
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
