package io.fengsui.portal.page;

import java.time.Duration;
import java.util.Locale;
import org.springframework.http.ResponseCookie;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Remembers the language that {@code ?lang=} asked for. */
public final class LanguageSwitch implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Visitors.asked(exchange).map(LanguageSwitch::remembered).ifPresent(exchange.getResponse()::addCookie);
    return chain.filter(exchange);
  }

  private static ResponseCookie remembered(Locale locale) {
    return ResponseCookie.from(Visitors.LANGUAGE, locale.toLanguageTag()).path("/").sameSite("Lax")
        .maxAge(Duration.ofDays(365)).build();
  }
}
