package io.fengsui.crawler.source;

import java.net.URI;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code fetch:}. */
final class FetchFile {
  private static final Set<String> METHODS = Set.of("GET", "POST");

  private FetchFile() {}

  static FetchPlan read(Section section) {
    String url = url(section, "url");
    String method = section.text("method");
    if (method != null && !METHODS.contains(method))
      section.fault("method", "\"method\" must be GET or POST, not " + method);
    String body = section.text("body");
    var since = since(section);
    var paging = paging(section);
    placeholders(section, url + (body == null ? "" : body), since, paging);
    secrets(section, url);
    Duration timeout = section.duration("timeout");
    var plan = new FetchPlan(url, method == null ? "GET" : method, section.map("headers"), section.map("secrets"), body,
        since, paging, follow(section), statuses(section),
        section.number("max-bytes", FetchPlan.DEFAULT_MAX_BYTES, 1, 1L << 32),
        timeout == null ? FetchPlan.DEFAULT_TIMEOUT : timeout);
    section.end();
    return plan;
  }

  private static String url(Section section, String key) {
    String url = section.required(key);
    try {
      URI address = URI
          .create(url.replaceAll("\\{[^}]*}", "0").replace("[", "%5B").replace("]", "%5D").replace("|", "%7C"));
      boolean web = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      if (!url.isEmpty() && (!web || address.getRawAuthority() == null))
        section.fault(key, "\"" + key + "\" must be a full http or https address, not " + url);
    } catch (IllegalArgumentException e) {
      section.fault(key, "\"" + key + "\" is not an address: " + e.getMessage());
    }
    return url;
  }

  private static void placeholders(Section section, String templates, FetchPlan.@Nullable Since since,
      FetchPlan.@Nullable Paging paging) {
    if (templates.contains("{since}") && since == null && !section.has("since"))
      section.fault("url", "{since} is used, but \"since\" does not say how it is written");
    if (templates.contains("{page}") && paging == null && !section.has("paging"))
      section.fault("url", "{page} is used, but \"paging\" does not say how it counts");
    if (since != null && !templates.contains("{since}"))
      section.fault("since", "\"since\" is given, but neither url nor body has {since}");
    if (paging != null && !templates.contains("{page}"))
      section.fault("paging", "\"paging\" is given, but neither url nor body has {page}");
  }

  private static void secrets(Section section, String url) {
    for (String name : section.map("secrets").keySet())
      if (FetchPlan.isPlaceholder(name) && !url.contains(name))
        section.fault("secrets", "a name in braces is filled into \"url\", which has no " + name);
  }

  private static FetchPlan.@Nullable Since since(Section section) {
    Section since = section.section("since");
    if (since == null)
      return null;
    since.required("pattern");
    since.converted("pattern", DateTimeFormatter::ofPattern,
        "a pattern of java.time.format.DateTimeFormatter such as yyyy-MM-dd");
    String pattern = since.text("pattern");
    Duration overlap = duration(since, "overlap");
    Duration first = duration(since, "first");
    since.end();
    return pattern == null || overlap == null || first == null ? null : new FetchPlan.Since(pattern, overlap, first);
  }

  static @Nullable Duration duration(Section section, String key) {
    section.required(key);
    return section.duration(key);
  }

  private static FetchPlan.@Nullable Paging paging(Section section) {
    Section paging = section.section("paging");
    if (paging == null)
      return null;
    var plan = new FetchPlan.Paging((int) paging.number("first", 1, 0, Integer.MAX_VALUE),
        (int) paging.number("step", 1, 1, 1_000_000), (int) paging.number("most", 50, 1, 100_000));
    paging.end();
    return plan;
  }

  private static FetchPlan.@Nullable Follow follow(Section section) {
    Section follow = section.section("follow");
    if (follow == null)
      return null;
    follow.required("format");
    Format format = follow.converted("format", code -> Format.of(code).orElse(null), "feed, json, xml, csv or html");
    var paths = follow.texts("paths");
    if (paths.isEmpty())
      follow.fault("\"paths\" is missing: where the addresses stand in the index");
    if (format != null)
      for (String path : paths) {
        String problem = Paths.problem(format, path);
        if (problem != null)
          follow.fault("paths", problem);
      }
    var strip = follow.pattern("strip");
    String template = url(follow, "template");
    int most = (int) follow.number("most", 50, 1, 100_000);
    follow.end();
    return format == null
        ? null
        : new FetchPlan.Follow(format, paths, strip == null ? null : strip.pattern(), template, most);
  }

  private static Set<Integer> statuses(Section section) {
    var statuses = new LinkedHashSet<Integer>();
    for (String text : section.texts("empty-status"))
      if (text.matches("[1-5]\\d\\d"))
        statuses.add(Integer.valueOf(text));
      else
        section.fault("empty-status", "\"empty-status\" is a list of HTTP statuses such as 404, not " + text);
    return statuses;
  }
}
