package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord.Outcome;
import io.fengsui.crawler.store.CrawlRecord.Progress.Validator;
import io.fengsui.crawler.store.CrawlStart;
import io.fengsui.crawler.store.SourceStates;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One crawl: which responses are asked for, in which order, and when it is enough. */
final class Crawl {
  private static final Logger LOG = LoggerFactory.getLogger(Crawl.class);
  /** What one document of an index can have without the others having it too. */
  private static final Set<Cause> OF_ONE_DOCUMENT = EnumSet.of(Cause.STATUS, Cause.TOO_LARGE, Cause.BOMB,
      Cause.WRONG_FORMAT, Cause.MALFORMED, Cause.TOO_DEEP, Cause.PUBLISHER_ERROR, Cause.CHANGED_FORMAT, Cause.REDIRECT);

  private final Source source;
  private final FetchPlan plan;
  private final Questions questions;
  private final Answers answers;
  private final SourceStates states;
  private final Harvest harvest;
  private final Tally tally;
  private final CrawlStart start;
  private boolean documentsLeft;

  Crawl(Source source, Questions questions, Answers answers, SourceStates states, Harvest harvest, Tally tally,
      CrawlStart start) {
    this.source = source;
    this.plan = source.fetch();
    this.questions = questions;
    this.answers = answers;
    this.states = states;
    this.harvest = harvest;
    this.tally = tally;
    this.start = start;
  }

  void run() {
    var missing = questions.missingSecrets();
    if (answers instanceof Answers.Live && !missing.isEmpty()) {
      tally.refused(Cause.NO_SECRET, "set " + String.join(", ", missing));
      return;
    }
    try {
      if (plan.follow() == null)
        pages();
      else
        documents(plan.follow());
      harvest.changes();
    } catch (RuntimeException e) {
      LOG.error("crawl of {} failed", source.id(), e);
      tally.failed(Cause.INTERNAL, e.toString());
      rescue();
    }
  }

  private void rescue() {
    try {
      harvest.rescue();
    } catch (RuntimeException e) {
      LOG.error("what {} brought before could not be stored either", source.id(), e);
    }
  }

  /** Whether the next crawl would bring more at once. */
  boolean more() {
    // Nothing was remembered of a crawl that broke on our own side: at once, it would only break again.
    if (tally.isBroken())
      return false;
    var templates = new ArrayList<>(List.of(plan.url()));
    if (plan.follow() != null)
      templates.add(plan.follow().template());
    return documentsLeft && tally.hasRead() || answers.more(templates);
  }

  private void pages() {
    int most = plan.paging() == null ? 1 : plan.paging().most();
    for (int page = 0; page < most; page++)
      if (!page(questions.list(page, validator())))
        return;
    if (plan.paging() != null) {
      tally.note("stopped after " + most + " pages (fetch.paging.most), there may be more");
      tally.published().cutShort();
      tally.notWhole();
    }
  }

  /** False where there is no reason to ask for the next page. */
  private boolean page(Request request) {
    if (!(answer(answers.list(request)) instanceof Fetched.Content content))
      return false;
    try (var body = content.body()) {
      if (none(content))
        return false;
      var yield = harvest.read(content);
      remember(request, content);
      tally.fresh(PublisherPace.of(source.read().format(), content));
      if (!yield.complete() || yield.unseen() == 0 || !upToDate() || harvest.changes() > 0)
        return yield.complete() && yield.unseen() > 0;
      if (plan.paging() != null)
        tally.published().cutShort();
      return false;
    }
  }

  /** What is behind a page without news was read before; but only if the crawl before got that far. */
  private boolean upToDate() {
    return plan.since() == null && start.last() != null && start.last().outcome() == Outcome.DONE;
  }

  private void documents(FetchPlan.Follow follow) {
    var request = questions.list(0, validator());
    var answer = answers.list(request);
    if (answer instanceof Fetched.NotModified && answers instanceof Answers.Recorded)
      document(questions.anyDocument(follow.template()));
    else if (answer(answer) instanceof Fetched.Content index)
      index(request, index, follow.most());
  }

  private void index(Request request, Fetched.Content index, int most) {
    List<String> addresses;
    try (var body = index.body()) {
      addresses = none(index) ? List.of() : Readers.follow(source, index);
    }
    var cut = index.cut();
    if (cut != null)
      tally.failed(cut.cause(), index.address() + ": " + cut.message());
    else if (addresses.isEmpty() && !none(index)) {
      tally.nowhere(Nowhere.follow(source));
      tally.failed(Cause.CHANGED_FORMAT, index.address() + ": an index without documents");
    }
    if (!addresses.isEmpty())
      tally.indexed();
    var unread = addresses.stream().distinct().filter(address -> !states.followed(source.id(), address)).toList();
    tally.published().index(addresses.size(), unread.size());
    documentsLeft = unread.size() > most;
    if (documentsLeft)
      tally.notWhole();
    for (var address : unread.subList(0, Math.min(most, unread.size())))
      if (!document(questions.document(address)))
        break;
    remember(request, index);
  }

  /** False where the next document would fail as this one did. */
  private boolean document(Request request) {
    var answer = answers.list(request);
    if (answer(answer) instanceof Fetched.Content content) {
      try (var body = content.body()) {
        if (harvest.read(content).complete())
          // A recording may stand in for whatever was asked; a redirect may not.
          tally.followed(content.recording() == null ? request.address() : content.address());
      }
    }
    return switch (answer) {
      case Fetched.Content content -> true;
      case Fetched.NotModified absent -> true;
      case Fetched.Refused refused -> false;
      case Fetched.Failed failed -> {
        tally.published().broken(failed.address(), failed.message());
        yield OF_ONE_DOCUMENT.contains(failed.cause());
      }
    };
  }

  /** Counts the answer, and passes it on. */
  private Fetched answer(Fetched answer) {
    switch (answer) {
      case Fetched.Content content -> tally.answered(content);
      case Fetched.NotModified unchanged -> LOG.debug("{}: not modified", unchanged.address());
      case Fetched.Refused(var address, var cause, var message) -> tally.refused(cause, address + ": " + message);
      case Fetched.Failed(var address, var cause, var message, var wait, var glimpse) -> {
        tally.failed(cause, address + ": " + message + (wait == null ? "" : "; wait " + wait.toSeconds() + " s"),
            glimpse);
        tally.wait(wait);
      }
    }
    return answer;
  }

  private boolean none(Fetched.Content content) {
    return content.status() == 204 || plan.emptyStatus().contains(content.status());
  }

  /** None after a failure: "not modified since the last success" would then be no answer. */
  private @Nullable Validator validator() {
    var last = start.last();
    if (!questions.constant() || last != null && last.outcome() != Outcome.DONE
        && last.outcome() != Outcome.NOT_MODIFIED)
      return null;
    return start.validator();
  }

  private void remember(Request request, Fetched.Content content) {
    var etag = content.header("etag");
    var modified = content.header("last-modified");
    if (questions.constant() && content.recording() == null && (etag != null || modified != null))
      tally.validator(new Validator(request.address(), etag, modified));
  }
}
