package io.fengsui.portal.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.SimpleTimeZoneAwareLocaleContext;
import org.springframework.http.HttpCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.i18n.LocaleContextResolver;

/**
 * Tells the visitor's language by {@code ?lang=}, else the cookie of an earlier choice, else {@code Accept-Language}, else
 * Chinese; and the zone by the cookie that the page's script sets, else the portal's.
 */
public final class Visitors implements LocaleContextResolver {
  static final String LANGUAGE = "lang";
  static final String ZONE = "tz";
  /** Longer than any name of the zone database. */
  private static final int LONGEST_ZONE = 64;

  private final ZoneId home;

  public Visitors(ZoneId home) {
    this.home = home;
  }

  /** The visitor behind a request. */
  public Visitor of(ServerWebExchange exchange) {
    return new Visitor(locale(exchange), zone(exchange));
  }

  @Override
  public LocaleContext resolveLocaleContext(ServerWebExchange exchange) {
    Visitor visitor = of(exchange);
    return new SimpleTimeZoneAwareLocaleContext(visitor.locale(), TimeZone.getTimeZone(visitor.zone()));
  }

  @Override
  public void setLocaleContext(ServerWebExchange exchange, @Nullable LocaleContext context) {
    throw new UnsupportedOperationException("the visitor chooses with ?lang=");
  }

  /** The language that {@code ?lang=} asks for, empty where it asks for none of the portal's. */
  static Optional<Locale> asked(ServerWebExchange exchange) {
    return supported(exchange.getRequest().getQueryParams().getFirst(LANGUAGE));
  }

  private Locale locale(ServerWebExchange exchange) {
    return asked(exchange).or(() -> supported(cookie(exchange, LANGUAGE))).or(() -> accepted(exchange))
        .orElse(Visitor.CHINESE);
  }

  private static Optional<Locale> accepted(ServerWebExchange exchange) {
    return acceptable(exchange).stream().flatMap(range -> supported(range.getRange()).stream()).findFirst();
  }

  private static List<Locale.LanguageRange> acceptable(ServerWebExchange exchange) {
    try {
      return exchange.getRequest().getHeaders().getAcceptLanguage();
    } catch (IllegalArgumentException malformed) {
      return List.of();
    }
  }

  private static Optional<Locale> supported(@Nullable String tag) {
    if (tag == null)
      return Optional.empty();
    String language = tag.split("[-_]", 2)[0];
    if (language.equalsIgnoreCase("zh"))
      return Optional.of(Visitor.CHINESE);
    return language.equalsIgnoreCase("en") ? Optional.of(Visitor.ENGLISH) : Optional.empty();
  }

  private ZoneId zone(ServerWebExchange exchange) {
    String name = cookie(exchange, ZONE);
    if (name == null || name.length() > LONGEST_ZONE)
      return home;
    try {
      return ZoneId.of(URLDecoder.decode(name, StandardCharsets.UTF_8));
    } catch (DateTimeException | IllegalArgumentException unknown) {
      return home;
    }
  }

  private static @Nullable String cookie(ServerWebExchange exchange, String name) {
    HttpCookie cookie = exchange.getRequest().getCookies().getFirst(name);
    return cookie == null ? null : cookie.getValue();
  }
}
