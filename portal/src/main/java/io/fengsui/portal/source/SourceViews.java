package io.fengsui.portal.source;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.crawler.source.Rhythm;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.crawler.store.SourceState;
import io.fengsui.indexer.query.SearchField;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Words;
import io.fengsui.portal.search.SearchAddress;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Turns sources and their crawls into what the pages show. */
final class SourceViews {
  private final Words words;
  private final Times times;
  private final Naming naming;
  private final Schedule schedule;
  private final HealthViews health;
  private final Instant now;

  SourceViews(Words words, Times times, Naming naming, Schedule schedule, HealthViews health, Instant now) {
    this.words = words;
    this.times = times;
    this.naming = naming;
    this.schedule = schedule;
    this.health = health;
    this.now = now;
  }

  SourceView of(Overview.Entry entry) {
    Source source = entry.source();
    SourceState state = entry.state();
    CrawlRecord last = state == null ? null : state.last();
    Instant success = state == null ? null : state.lastSuccess();
    Instant fresh = state == null ? null : state.lastNew();
    String tag = words.locale().toLanguageTag();
    String condition = entry.health().state().code();
    return new SourceView(source.id(), source.names().in(tag), source.authority().in(tag),
        words.say("kind." + source.kind().code()), condition, words.say("condition." + condition),
        health.why(entry.health(), state), entry.health().state().broken(), ago(success), minute(success), ago(fresh),
        minute(fresh),
        state == null ? words.number(0) : words.number(state.notices()),
        SearchAddress.of(SearchField.SOURCE, source.id()), failures(state), cause(last), message(last), next(source),
        schedule.running(source.id()), source.enabled(), source.homepage(), source.licence(),
        words.say("verified." + source.verified().name().toLowerCase(Locale.ROOT)), language(source), rhythm(source),
        source.file().getFileName().toString(), health.of(entry));
  }

  CrawlView crawl(CrawlRecord crawl) {
    String outcome = crawl.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    long seconds = Math.max(0, crawl.ended().toEpochMilli() - crawl.started().toEpochMilli()) / 1000;
    return new CrawlView(times.minute(crawl.ended()), words.say("seconds", words.number(seconds)), outcome,
        words.say("outcome." + outcome), cause(crawl), message(crawl), words.number(crawl.read()),
        words.number(crawl.added()), words.number(crawl.revised()), words.number(crawl.rejected()),
        crawl.rejectedExample() == null ? "" : Markup.plain(crawl.rejectedExample()),
        crawl.findings().nowhere() == null ? "" : Markup.plain(crawl.findings().nowhere()));
  }

  private List<SourceView.Failure> failures(@Nullable SourceState state) {
    if (state == null)
      return List.of();
    return state.failures().entrySet().stream()
        .sorted(Map.Entry.<Cause, Integer>comparingByValue(Comparator.reverseOrder())
            .thenComparing(Map.Entry.comparingByKey()))
        .map(failure -> new SourceView.Failure(words.say("cause." + failure.getKey().code()),
            words.number(failure.getValue())))
        .toList();
  }

  private String cause(@Nullable CrawlRecord crawl) {
    Cause cause = crawl == null ? null : crawl.cause();
    return cause == null ? "" : words.say("cause." + cause.code());
  }

  private static String message(@Nullable CrawlRecord crawl) {
    String message = crawl == null ? null : crawl.message();
    return message == null ? "" : Markup.plain(message);
  }

  private String next(Source source) {
    return source.enabled() ? schedule.next(source.id()).map(times::minute).orElse("") : "";
  }

  private String language(Source source) {
    String name = naming.language(source.language(), words.locale());
    return name.isEmpty() ? words.say("language.each") : name;
  }

  private String rhythm(Source source) {
    return switch (source.rhythm()) {
      case Rhythm.Every every -> words.say("rhythm.every", times.span(every.interval()));
      case Rhythm.Cron cron -> words.say("rhythm.cron", cron.expression(), cron.zone().getId());
    };
  }

  private String ago(@Nullable Instant at) {
    return at == null ? "" : times.ago(at, now);
  }

  private String minute(@Nullable Instant at) {
    return at == null ? "" : times.minuteWithZone(at);
  }
}
