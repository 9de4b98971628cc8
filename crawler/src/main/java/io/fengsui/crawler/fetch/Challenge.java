package io.fengsui.crawler.fetch;

import io.fengsui.crawler.clean.Charsets;
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
  /** Where a page says that it is one. */
  private static final int START = 4 << 10;
  private static final Pattern TITLE = Pattern.compile("<title[^>]*>([^<]{0,300})", Pattern.CASE_INSENSITIVE);
  /** Titles of Cloudflare, Akamai, Imperva, DataDome, Sucuri, F5. */
  private static final Pattern CHALLENGE_TITLE = Pattern.compile("just a moment\\W*|attention required!.*|access denied"
      + "|pardon our interruption.*|request rejected|security check.*|are you a robot.*|(403|access) forbidden"
      + "|sucuri website firewall.*|checking your browser.*|verify(ing)? you are (a )?human.*|ddos-guard");
  private static final List<String> MARKS = List.of("_cf_chl_opt", "/cdn-cgi/challenge-platform/h/",
      "_Incapsula_Resource",
      "errors.edgesuite.net", "geo.captcha-delivery.com", "px-captcha", "awsWafCookieDomainList", "/_sec/cp_challenge");
  private static final Pattern LOGIN_TITLE = Pattern.compile("(.*\\W)?(log ?in|sign ?in|log ?on|authentication required"
      + "|anmelden|einloggen|connexion|se connecter|iniciar sesi.n|ログイン|登录|登錄|登入|로그인)(\\W.*)?");
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
    if (CHALLENGE_TITLE.matcher(title.toLowerCase(Locale.ROOT)).matches() || MARKS.stream().anyMatch(text::contains))
      return Optional.of(new Fetched.Cut(Cause.CHALLENGE, "a challenge for browsers: \"" + title + "\""));
    if (LOGIN_TITLE.matcher(title.toLowerCase(Locale.ROOT)).matches() && PASSWORD.matcher(text).find())
      return Optional.of(new Fetched.Cut(Cause.FORBIDDEN, "a log-in page: \"" + title + "\""));
    return StandIn.find(title.indexOf('\uFFFD') < 0 ? title : title(decoded(text, headers, body)), text);
  }

  /** A title that is not UTF-8 is read again, in what the page is written in. */
  private static String decoded(String text, Map<String, List<String>> headers, Body body) {
    try (InputStream stream = body.open()) {
      var type = headers.getOrDefault("content-type", List.of("")).getFirst();
      return new String(stream.readNBytes(HEAD), Charsets.of(body::open, null, type));
    } catch (IOException e) {
      return text;
    }
  }

  private static boolean isHtml(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at)))
      at++;
    return begins(text, at, "<!doctype html") || begins(text, at, "<html") || begins(text, at, "<head")
        || begins(text, at, "<!--")
            && text.substring(0, Math.min(text.length(), START)).toLowerCase(Locale.ROOT).contains("<html");
  }

  private static boolean begins(String text, int at, String tag) {
    return text.regionMatches(true, at, tag, 0, tag.length());
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
