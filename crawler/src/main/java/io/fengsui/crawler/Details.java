package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Glimpse;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Source;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Adds to notices of a list what their own pages say: as many pages at once as the publisher's host may be asked. */
final class Details implements AutoCloseable {
  /** What may be better the next time. */
  private static final Set<Cause> PASSING = EnumSet.of(Cause.DNS, Cause.CONNECT, Cause.TLS, Cause.TIMEOUT,
      Cause.THROTTLED, Cause.CHALLENGE, Cause.MAINTENANCE, Cause.INTERNAL);
  /** A page that ends there will do so the next time. */
  private static final Set<Cause> LIMITS = EnumSet.of(Cause.TOO_LARGE, Cause.BOMB);
  /** In a row; then the publisher is left alone until the next crawl. */
  private static final int MOST_FAILURES = 3;

  private final Source source;
  private final Questions questions;
  private final Answers answers;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger failures = new AtomicInteger();
  private final Deque<CompletableFuture<Detailed>> asked = new ArrayDeque<>();

  Details(Source source, Questions questions, Answers answers) {
    this.source = source;
    this.questions = questions;
    this.answers = answers;
  }

  /** A notice of a list after its page was asked for. */
  sealed interface Detailed {
    /** The notice as the list has it. */
    Notice listed();

    /** There is no page, or there was no reason to ask for it. */
    record Plain(Notice listed) implements Detailed {}

    /** With what its page adds. The page's body belongs to the receiver. */
    record Whole(Notice listed, Notice notice, Fetched.Content page) implements Detailed {}

    /**
     * Its page could not be had.
     *
     * @param passing whether it may be had the next time
     */
    record Missing(Notice listed, String message, boolean passing) implements Detailed {}
  }

  /** How many may be asked for before the first must be taken. */
  int ahead() {
    return answers.ahead();
  }

  /** Asks for the page of a notice; for one thread. What comes of it is taken in the order of asking. */
  void ask(Reading.Found found) {
    var address = found.detail();
    asked.add(address == null
        ? CompletableFuture.completedFuture(new Detailed.Plain(found.notice()))
        : CompletableFuture.supplyAsync(() -> complete(found.notice(), address), threads));
  }

  /** Waits for what was asked for first. */
  Detailed take() throws InterruptedException, ExecutionException {
    var detailed = asked.element().get();
    asked.remove();
    return detailed;
  }

  private Detailed complete(Notice notice, String address) {
    if (failures.get() >= MOST_FAILURES)
      return new Detailed.Missing(notice, "not asked for after " + MOST_FAILURES + " failures", true);
    return switch (answers.detail(questions.document(address))) {
      case Fetched.Content page -> read(notice, page);
      case Fetched.NotModified absent -> new Detailed.Missing(notice, address + " is not recorded", false);
      case Fetched.Refused(var at, var cause, var message) -> new Detailed.Missing(notice, at + ": " + message, false);
      case Fetched.Failed(var at, var cause, var message, var wait, var glimpse) ->
        failed(notice, at + ": " + message, cause, glimpse);
    };
  }

  private Detailed read(Notice notice, Fetched.Content page) {
    boolean taken = false;
    try {
      var detailed = whole(notice, page);
      taken = detailed instanceof Detailed.Whole;
      return detailed;
    } finally {
      if (!taken)
        page.body().close();
    }
  }

  /** Half a page would take away what the whole one had said, and so would one that cannot be read. */
  private Detailed whole(Notice notice, Fetched.Content page) {
    var cut = page.cut();
    if (cut != null && !LIMITS.contains(cut.cause()))
      return failed(notice, page.address() + ": " + cut.message());
    failures.set(0);
    var whole = Readers.detail(source, notice, page);
    return whole == notice
        ? new Detailed.Missing(notice, page.address() + ": nothing of it can be read", false)
        : new Detailed.Whole(notice, whole, page);
  }

  private Detailed failed(Notice notice, String message, Cause cause, @Nullable Glimpse glimpse) {
    int status = cause == Cause.STATUS && glimpse != null ? glimpse.status() : 0;
    // A page that its publisher's program stumbles over may do so for ever: it holds up no other one.
    if (status == 500)
      return new Detailed.Missing(notice, message, true);
    return PASSING.contains(cause) || status > 500
        ? failed(notice, message)
        : new Detailed.Missing(notice, message, false);
  }

  private Detailed failed(Notice notice, String message) {
    failures.incrementAndGet();
    return new Detailed.Missing(notice, message, true);
  }

  /** Whatever was asked for and not taken is given up. */
  @Override
  public void close() {
    threads.shutdownNow();
    asked.forEach(late -> late.thenAccept(Details::giveUp));
  }

  private static void giveUp(Detailed detailed) {
    if (detailed instanceof Detailed.Whole whole)
      whole.page().body().close();
  }
}
