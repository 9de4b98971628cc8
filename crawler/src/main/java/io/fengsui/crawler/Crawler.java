package io.fengsui.crawler;

import io.fengsui.crawler.capture.CaptureStore;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.NoticeStore;
import io.fengsui.crawler.store.SourceStates;
import java.time.Clock;
import java.util.Map;

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
    var last = states.history(source.id(), 1);
    var answers = Answers.of(fetcher, source, states);
    var tally = new Tally(source);
    var questions = new Questions(source.fetch(), source.id(), environment, started, states.since(source.id()));
    var details = new Details(source, questions, answers, notices, tally);
    var harvest = new Harvest(source, new Evidence(source.id(), captures, notices), details, notices, tally);
    var crawl = new Crawl(source, questions, answers, states, harvest, tally, last.isEmpty() ? null : last.getFirst());
    crawl.run();
    var record = tally.record(started, clock.instant());
    states.ended(record, tally.progress(answers.played()));
    return new CrawlReport(record, crawl.more());
  }
}
