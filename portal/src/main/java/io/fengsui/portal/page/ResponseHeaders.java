package io.fengsui.portal.page;

import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What every response says to the browser: nothing inline, nothing from elsewhere, no frames, no guessing of types. */
public final class ResponseHeaders implements WebFilter {
  private static final String POLICY = String.join("; ", "default-src 'none'", "script-src 'self'",
      "style-src 'self'", "img-src 'self'", "connect-src 'self'", "form-action 'self'", "base-uri 'none'",
      "frame-ancestors 'none'");

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    HttpHeaders headers = exchange.getResponse().getHeaders();
    headers.set("Content-Security-Policy", POLICY);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.setCacheControl(Assets.unchanging(exchange.getRequest()) ? Assets.FOREVER : "no-cache, private");
    // The same address is a page or a part of it, in one of two languages.
    headers.set(HttpHeaders.VARY, "Accept-Language, Cookie, HX-Request");
    return chain.filter(exchange);
  }
}
