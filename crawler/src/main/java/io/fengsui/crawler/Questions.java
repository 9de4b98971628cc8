package io.fengsui.crawler;

import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.source.FetchPlan;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.store.CrawlRecord.Progress.Validator;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a crawl asks: the templates of a source filled in, its headers, its secrets. */
final class Questions {
  private final FetchPlan plan;
  private final String source;
  private final Map<String, String> environment;
  private final String since;

  /** @param last the time up to which an earlier crawl has asked */
  Questions(FetchPlan plan, String source, Map<String, String> environment, Instant now, Optional<Instant> last) {
    this.plan = plan;
    this.source = source;
    this.environment = environment;
    since = plan.since() == null ? "" : since(plan.since(), now, last);
  }

  private static String since(FetchPlan.Since rule, Instant now, Optional<Instant> last) {
    var from = last.map(instant -> instant.minus(rule.overlap())).orElseGet(() -> now.minus(rule.first()));
    return DateTimeFormatter.ofPattern(rule.pattern(), Locale.ENGLISH).withZone(ZoneOffset.UTC).format(from);
  }

  /** The address of the list where it is always the same, null where it is not. */
  static @Nullable String constantAddress(Source source, Map<String, String> environment) {
    var questions = new Questions(source.fetch(), source.id(), environment, Instant.EPOCH, Optional.of(Instant.EPOCH));
    return questions.constant() ? questions.list(0, null).address() : null;
  }

  /** Names of environment variables that the source needs and that are not set. */
  List<String> missingSecrets() {
    return plan.secrets().values().stream().filter(name -> environment.getOrDefault(name, "").isBlank()).distinct()
        .toList();
  }

  /** The source's keys themselves: never to be shown. */
  List<String> secrets() {
    return plan.secrets().values().stream().map(name -> environment.getOrDefault(name, ""))
        .filter(secret -> !secret.isBlank()).toList();
  }

  /** Whether the same question is asked each time, so that "not modified" is a meaningful answer to it. */
  boolean constant() {
    return plan.method().equals("GET") && plan.paging() == null && plan.since() == null;
  }

  /** The list, or its page with that number, counted from 0. */
  Request list(int page, @Nullable Validator validator) {
    var body = plan.body();
    return request(plan.method(), fill(plan.url(), page), plan.url(), body == null ? null : fill(body, page),
        plan.emptyStatus(), validator);
  }

  /** A document of an index. Its template is its address: no recording of another one may answer. */
  Request document(String address) {
    return request("GET", address, address, null, Set.of(), null);
  }

  /** Any document of an index that was not recorded itself. */
  Request anyDocument(String template) {
    return request("GET", template, template, null, Set.of(), null);
  }

  private Request request(String method, String address, String template, @Nullable String body, Set<Integer> accepted,
      @Nullable Validator validator) {
    return new Request(source, method, address, template, headers(), body, validator == null ? null : validator.etag(),
        validator == null ? null : validator.lastModified(), accepted, plan.maxBytes(), plan.timeout());
  }

  private Map<String, String> headers() {
    var headers = new LinkedHashMap<>(plan.headers());
    plan.secrets().forEach((header, name) -> {
      var secret = environment.get(name);
      if (secret != null && !FetchPlan.isPlaceholder(header))
        headers.put(header, secret);
    });
    return headers;
  }

  private String fill(String template, int page) {
    var paging = plan.paging();
    var number = paging == null ? "" : Long.toString(paging.first() + (long) page * paging.step());
    return template.replace("{since}", since).replace("{page}", number);
  }
}
