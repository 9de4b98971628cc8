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
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches a source once and tells what a crawl would gather; stores nothing. Safe for several threads. */
public final class Probe {
  private final Fetcher fetcher;
  private final Clock clock;
  private final Map<String, String> environment;
  private final long maxBytes;
  private final Duration timeout;

  /** @param environment where the sources' secrets are, by the name that their YAML gives */
  public Probe(Fetcher fetcher, Clock clock, Map<String, String> environment) {
    this(fetcher, clock, environment, Long.MAX_VALUE, Duration.ofDays(1));
  }

  private Probe(Fetcher fetcher, Clock clock, Map<String, String> environment, long maxBytes, Duration timeout) {
    this.fetcher = fetcher;
    this.clock = clock;
    this.environment = environment;
    this.maxBytes = maxBytes;
    this.timeout = timeout;
  }

  /** The same, where a person waits for the answer: for each response at most these, whatever the source allows. */
  public Probe within(long bytes, Duration time) {
    return new Probe(fetcher, clock, environment, bytes, time);
  }

  /**
   * Fetches the first page, or the index and its first document, and reads it; then the own pages of the first notices, where
   * the source has such.
   *
   * @param most notices shown at most; all are counted
   */
  public ProbeReport probe(Source source, int most) {
    Questions questions = questions(source);
    List<String> missing = questions.missingSecrets();
    if (!missing.isEmpty() && !(fetcher instanceof Replay))
      return ProbeReport.failed(source, source.fetch().url(), null, Cause.NO_SECRET,
          "set " + String.join(", ", missing));
    FetchPlan.Follow follow = source.fetch().follow();
    return follow == null
        ? read(source, questions, questions.list(0, null), most)
        : first(source, questions, follow, most);
  }

  /** Reads a response that is at hand, such as a saved one; asks for no other page. The caller closes it. */
  public ProbeReport read(Source source, Fetched.Content content, int most) {
    Sample sample = new Sample(source, most);
    return sample.report(content, sample.read(content));
  }

  /** The address that the source would ask first. */
  public String address(Source source) {
    return questions(source).list(0, null).address();
  }

  private Questions questions(Source source) {
    return new Questions(source.fetch(), source.id(), environment, clock.instant(), Optional.empty());
  }

  private ProbeReport first(Source source, Questions questions, FetchPlan.Follow follow, int most) {
    Fetched answer = fetch(source, questions.list(0, null));
    if (answer instanceof Fetched.NotModified && fetcher instanceof Replay)
      return read(source, questions, questions.anyDocument(follow.template()), most);
    if (!(answer instanceof Fetched.Content index))
      return unanswered(source, answer);
    try (var body = index.body()) {
      List<String> documents = Readers.follow(source, index);
      return documents.isEmpty()
          ? ProbeReport.failed(source, index.address(), ProbeReport.Response.of(index), Cause.CHANGED_FORMAT,
              "no document found at " + follow.paths())
          : read(source, questions, questions.document(documents.getFirst()), most);
    }
  }

  private ProbeReport read(Source source, Questions questions, Request request, int most) {
    Fetched answer = fetch(source, request);
    if (!(answer instanceof Fetched.Content content))
      return unanswered(source, answer);
    Sample sample = new Sample(source, most);
    try (var body = content.body()) {
      Reading.End end = sample.read(content);
      sample.pages().forEach(found -> page(source, questions, sample, found));
      return sample.report(content, end);
    }
  }

  private void page(Source source, Questions questions, Sample sample, Reading.Found found) {
    switch (fetch(source, questions.document(String.valueOf(found.detail())))) {
      case Fetched.Content page -> {
        try (var body = page.body()) {
          sample.page(found.notice(), page);
        }
      }
      case Fetched.NotModified(var address) -> sample.noPage(address + ": not recorded");
      case Fetched.Refused(var address, var cause, var message) -> sample.noPage(address + ": " + message);
      case Fetched.Failed(var address, var cause, var message, var wait, var glimpse) ->
        sample.noPage(address + ": " + message);
    }
  }

  private Fetched fetch(Source source, Request asked) {
    Duration time = asked.timeout().compareTo(timeout) < 0 ? asked.timeout() : timeout;
    Request bounded = new Request(asked.source(), asked.method(), asked.address(), asked.template(),
        asked.headers(), asked.body(), asked.etag(), asked.lastModified(), asked.accepted(),
        Math.min(asked.maxBytes(), maxBytes), time);
    return fetcher instanceof Replay
        ? fetcher.fetch(bounded)
        : SecretAddresses.around(fetcher, source.fetch(), environment).fetch(bounded);
  }

  private static ProbeReport unanswered(Source source, Fetched answer) {
    return switch (answer) {
      case Fetched.Failed(var address, var cause, var message, var wait, var glimpse) ->
        ProbeReport.failed(source, address, null, cause, message);
      case Fetched.Refused(var address, var cause, var message) ->
        ProbeReport.failed(source, address, null, cause, message);
      case Fetched.NotModified(var address) ->
        ProbeReport.failed(source, address, null, Cause.STATUS, "nothing recorded for this address");
      case Fetched.Content content -> throw new IllegalStateException("answered: " + content.address());
    };
  }
}
