package io.fengsui.crawler;

import io.fengsui.crawler.capture.Replay;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Source;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches a source once and tells what a crawl would gather; stores nothing. Safe for several threads. */
public final class Probe {
  private final Fetcher fetcher;
  private final Clock clock;
  private final Map<String, String> environment;

  /** @param environment where the sources' secrets are, by the name that their YAML gives */
  public Probe(Fetcher fetcher, Clock clock, Map<String, String> environment) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.environment = environment;
  }

  /**
   * Fetches the first page, or the index and its first document, and reads it.
   *
   * @param most notices shown at most; all are counted
   */
  public ProbeReport probe(Source source, int most) {
    Questions questions = new Questions(source.fetch(), source.id(), environment, clock.instant(), Optional.empty());
    List<String> missing = questions.missingSecrets();
    if (!missing.isEmpty() && !(fetcher instanceof Replay))
      return ProbeReport.failed(source, source.fetch().url(), Cause.NO_SECRET, "set " + String.join(", ", missing));
    FetchPlan.Follow follow = source.fetch().follow();
    return follow == null
        ? read(source, questions.list(0, null), most)
        : first(source, questions, follow, most);
  }

  private ProbeReport first(Source source, Questions questions, FetchPlan.Follow follow, int most) {
    Request request = questions.list(0, null);
    Fetched answer = fetcher.fetch(request);
    if (answer instanceof Fetched.NotModified && fetcher instanceof Replay)
      return read(source, questions.anyDocument(follow.template()), most);
    if (!(answer instanceof Fetched.Content index))
      return unanswered(source, answer);
    try (var body = index.body()) {
      List<String> documents = Readers.follow(source, index);
      return documents.isEmpty()
          ? ProbeReport.failed(source, index.address(), Cause.CHANGED_FORMAT, "no document found at " + follow.paths())
          : read(source, questions.document(documents.getFirst()), most);
    }
  }

  private ProbeReport read(Source source, Request request, int most) {
    Fetched answer = fetcher.fetch(request);
    if (!(answer instanceof Fetched.Content content))
      return unanswered(source, answer);
    FillRates fill = new FillRates(most);
    try (var body = content.body()) {
      Reading.End end = Readers.read(source, content, fill::add);
      return fill.report(source, content.address(), end);
    }
  }

  private static ProbeReport unanswered(Source source, Fetched answer) {
    return switch (answer) {
      case Fetched.Failed(var address, var cause, var message, var wait) ->
        ProbeReport.failed(source, address, cause, message);
      case Fetched.Refused(var address, var cause, var message) -> ProbeReport.failed(source, address, cause, message);
      case Fetched.NotModified(var address) ->
        ProbeReport.failed(source, address, Cause.STATUS, "nothing recorded for this address");
      case Fetched.Content content -> throw new IllegalStateException("answered: " + content.address());
    };
  }
}
