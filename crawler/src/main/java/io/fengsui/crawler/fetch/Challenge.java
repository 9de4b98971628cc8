package io.fengsui.crawler.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the pages that stand in front of a publisher's pages from the publisher's pages. */
final class Challenge {
  private static final int HEAD = 64 << 10;
  private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{0,300})", Pattern.CASE_INSENSITIVE);
  /** Titles of Cloudflare, Akamai, Imperva, DataDome, Sucuri, F5. */
  private static final Pattern CHALLENGE_TITLE = Pattern.compile("just a moment\\W*|attention required!.*|access denied"
      + "|pardon our interruption.*|request rejected|security check.*|are you a robot.*|(403|access) forbidden"
      + "|sucuri website firewall.*|checking your browser.*|verify(ing)? you are (a )?human.*|ddos-guard");
  private static final List<String> MARKS = List.of("_cf_chl_opt", "/cdn-cgi/challenge-platform/h/",
      "_incapsula_resource",
      "errors.edgesuite.net", "geo.captcha-delivery.com", "px-captcha", "awswafcookiedomainlist", "/_sec/cp_challenge");
  private static final Pattern LOGIN_TITLE = Pattern.compile("(.*\\W)?(log ?in|sign ?in|log ?on|authentication required"
      + "|anmelden|connexion|iniciar sesi.n|ログイン|登录|登錄|로그인)(\\W.*)?");
  private static final Pattern PASSWORD = Pattern.compile("<input[^>]{0,500}type\\s*=\\s*[\"']?password",
      Pattern.CASE_INSENSITIVE);

  private Challenge() {}

  /** What the response is instead of content, if it is. */
  static Optional<Fetched.Cut> find(Map<String, List<String>> headers, Body body) {
    if (headers.getOrDefault("cf-mitigated", List.of()).contains("challenge"))
      return Optional.of(new Fetched.Cut(Cause.CHALLENGE, "a challenge for browsers (Cloudflare)"));
    var text = head(body);
    if (!isHtml(text))
      return Optional.empty();
    var title = title(text);
    var lower = text.toLowerCase(Locale.ROOT);
    if (CHALLENGE_TITLE.matcher(title.toLowerCase(Locale.ROOT)).matches() || MARKS.stream().anyMatch(lower::contains))
      return Optional.of(new Fetched.Cut(Cause.CHALLENGE, "a challenge for browsers: \"" + title + "\""));
    if (LOGIN_TITLE.matcher(title.toLowerCase(Locale.ROOT)).matches() && PASSWORD.matcher(text).find())
      return Optional.of(new Fetched.Cut(Cause.FORBIDDEN, "a log-in page: \"" + title + "\""));
    return Optional.empty();
  }

  private static boolean isHtml(String text) {
    var start = text.stripLeading().toLowerCase(Locale.ROOT);
    return start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")
        || start.startsWith("<!--") && start.contains("<html");
  }

  private static String title(String text) {
    var matcher = TITLE.matcher(text);
    return matcher.find() ? matcher.group(1).strip().replaceAll("\\s+", " ") : "";
  }

  private static String head(Body body) {
    try (InputStream stream = body.open()) {
      var text = new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
