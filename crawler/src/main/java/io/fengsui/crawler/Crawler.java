package io.fengsui.crawler;

import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.health.Baseline;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.FieldFill;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.SourceStates;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gathers one source at a time: fetch, capture, read, store. Safe to call from several threads for different sources. */
public final class Crawler {
  private final Fetcher fetcher;
  private final CaptureStore captures;
  private final NoticeStore notices;
  private final SourceStates states;
  private final Clock clock;
  private final Map<String, String> environment;

  /**
   * A crawler that closes none of what it is given.
   *
   * @param fetcher     live, or a {@link io.fengsui.crawler.capture.Replay}
   * @param environment where the sources' secrets are, by the name that their YAML gives
   */
  public Crawler(Fetcher fetcher, CaptureStore captures, NoticeStore notices, SourceStates states, Clock clock,
      Map<String, String> environment) {
    this.fetcher = fetcher;
    this.captures = captures;
    this.notices = notices;
    this.states = states;
    this.clock = clock;
    this.environment = environment;
  }

  /**
   * Crawls the source once. What was read is stored even when the crawl fails half-way; where the next crawl starts
   * advances only when this one succeeds. Killed at any moment, the next crawl finds the same and stores it once.
   *
   * @throws RuntimeException where the end of the crawl could not be written to the archive; then it counts as killed
   */
  public CrawlReport crawl(Source source) {
    var started = clock.instant();
    var start = states.start(source.id(), Questions.constantAddress(source, environment));
    var answers = Answers.of(fetcher, source, states, environment);
    var tally = new Tally(source);
    var questions = new Questions(source.fetch(), source.id(), environment, started,
        Optional.ofNullable(start.since()));
    try (var details = new Details(source, questions, answers)) {
      var pages = answers instanceof Answers.Live ? states.detailPages(clock) : null;
      var storing = new Storing(new Evidence(source.id(), captures, notices), notices, pages, tally);
      var harvest = new Harvest(source, details, storing, tally);
      var crawl = new Crawl(source, questions, answers, states, harvest, tally, start);
      crawl.run();
      var record = tally.record(started, clock.instant(), questions.secrets());
      var told = record.read() + record.rejected() > 0;
      var fields = told ? Baseline.after(states.fields(source.id()), record) : List.<FieldFill>of();
      states.ended(record, tally.progress(answers.played()), fields);
      return new CrawlReport(record, crawl.more(), tally.notBefore(record.ended()));
    }
  }

  /** How far a long job has come; {@code all} is 0 where that is not known. */
  public interface Progress {
    void at(long done, long all);
  }

  /**
   * Reads the captures of a source again with the reader of today, without the network. What differs becomes a revision by
   * the reader, of which nobody is alerted. May be killed at any moment and started again.
   */
  public RereadReport reread(Source source, Progress progress) {
    return new Reread(source, captures, notices, clock.instant()).run(progress);
  }

  /** Reads every capture back and compares it with what was registered. */
  public Verification verify(Progress progress) {
    return Verification.of(captures, notices, progress);
  }
}
