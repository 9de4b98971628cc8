package io.fengsui.portal.source;

import io.fengsui.crawler.fetch.Glimpse;
import io.fengsui.crawler.health.Baseline;
import io.fengsui.crawler.health.Drift;
import io.fengsui.crawler.health.Health;
import io.fengsui.crawler.health.Reconciliation;
import io.fengsui.crawler.health.State;
import io.fengsui.crawler.store.Acknowledgement;
import io.fengsui.crawler.store.FieldFill;
import io.fengsui.crawler.store.SourceState;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Words;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says in words how a source is doing. */
final class HealthViews {
  private final Words words;
  private final Times times;
  private final Predicate<String> keys;
  private final Instant now;

  HealthViews(Words words, Times times, Predicate<String> keys, Instant now) {
    this.words = words;
    this.times = times;
    this.keys = keys;
    this.now = now;
  }

  HealthView of(Overview.Entry entry) {
    Health health = entry.health();
    SourceState state = entry.state();
    boolean failing = health.state() == State.FAILING;
    String cause = health.cause() == null ? "" : health.cause().code();
    Reconciliation sums = entry.reconciliation().orElse(null);
    return new HealthView(health.since() == null ? "" : times.ago(health.since(), now),
        health.since() == null ? "" : times.minuteWithZone(health.since()),
        cause.isEmpty() ? "" : words.say("cause." + cause),
        cause.isEmpty() ? "" : words.sayOr("cause." + cause + ".why", ""),
        failing && state != null ? plain(state.last().message()) : "", nowhere(health, state),
        health.drifts().stream().map(this::drift).toList(),
        entry.source().fetch().secrets().values().stream().distinct()
            .map(
                name -> new HealthView.Key(name, words.say(keys.test(name) ? "key.set" : "key.unset"), keys.test(name)))
            .toList(),
        health.calls(), acknowledged(health.acknowledgement()), fills(health, state),
        response(state == null ? null : state.signs().glimpse()), sums == null ? "" : published(sums),
        sums != null && sums.missing() > 0, sums == null
            ? List.of()
            : sums.named().stream()
                .map(each -> new HealthView.Missing(plain(each.what()), plain(each.why()))).toList());
  }

  /** The state's reason in a sentence. */
  String why(Health health, @Nullable SourceState state) {
    return words.say("why." + health.reason().code(), span(health.silence()), span(health.limit()),
        state == null ? 0 : state.failing(), String.join(", ", health.missingKeys()));
  }

  private String nowhere(Health health, @Nullable SourceState state) {
    String path = state == null ? null : state.last().findings().nowhere();
    return path == null || !health.state().broken() ? "" : path;
  }

  private String drift(Drift drift) {
    return words.say("drift", field(drift.field()), percent(drift.now()), percent(drift.usual()), drift.of(),
        times.minute(drift.since()));
  }

  private HealthView.@Nullable Acknowledged acknowledged(@Nullable Acknowledgement given) {
    return given == null
        ? null
        : new HealthView.Acknowledged(plain(given.person()), times.minuteWithZone(given.at()), plain(given.note()));
  }

  private List<HealthView.Fill> fills(Health health, @Nullable SourceState state) {
    if (state == null)
      return List.of();
    Set<String> drifting = health.drifts().stream().map(Drift::field).collect(Collectors.toSet());
    return state.signs().fields().stream()
        .sorted(Comparator.comparing((FieldFill fill) -> !drifting.contains(fill.field()))
            .thenComparing(fill -> !fill.field().equals(Baseline.RECORD))
            .thenComparing(Comparator.comparing(FieldFill::usual).reversed()).thenComparing(FieldFill::field))
        .map(fill -> new HealthView.Fill(field(fill.field()), percent(fill.now()), percent(fill.usual()),
            fill.since() == null ? "" : times.minute(fill.since()), fill.since() != null,
            drifting.contains(fill.field())))
        .toList();
  }

  /** A field by the portal's name for it, else by the name that the source's description has. */
  private String field(String name) {
    int dot = name.indexOf('.');
    if (dot < 0)
      return words.sayOr("field." + name, name);
    String group = name.substring(0, dot);
    String said = words.sayOr(name, name.substring(dot + 1));
    return group.equals("product") ? words.say("fill.product", said) : said;
  }

  private HealthView.@Nullable Response response(@Nullable Glimpse glimpse) {
    return glimpse == null
        ? null
        : new HealthView.Response(times.minuteWithZone(glimpse.at()), String.valueOf(glimpse.status()),
            glimpse.mediaType() == null ? words.say("nothing") : plain(glimpse.mediaType()),
            words.say("size.bytes", words.number(glimpse.size())), plain(glimpse.beginning()));
  }

  private String published(Reconciliation sums) {
    String basis = sums.basis().name().toLowerCase(Locale.ROOT);
    String said = words.say("published." + basis, words.number(sums.published()), words.number(sums.held()));
    String left = sums.unread() > 0 ? words.say("published.unread", words.number(sums.unread())) : "";
    String lost = sums.missing() > 0 ? words.say("published.missing", words.number(sums.missing())) : "";
    String window = sums.window() ? words.say("published.window") : "";
    return said + left + lost + words.say("published.at", times.minute(sums.at())) + window;
  }

  private String span(@Nullable Duration span) {
    return span == null ? "" : times.span(span);
  }

  private String percent(double share) {
    return NumberFormat.getPercentInstance(words.locale()).format(share);
  }

  private static String plain(@Nullable String text) {
    return text == null ? "" : Markup.plain(text);
  }
}
