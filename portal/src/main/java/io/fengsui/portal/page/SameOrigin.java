package io.fengsui.portal.page;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Refuses what another site makes a visitor's browser send. Browsers say where a request comes from in
 * {@code Sec-Fetch-Site} or {@code Origin} (Fetch standard); a request with neither comes from no browser.
 */
public final class SameOrigin implements WebFilter {
  private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (HARMLESS.contains(request.getMethod()) || own(request.getHeaders()))
      return chain.filter(exchange);
    exchange.getResponse().setStatusCode(HttpStatus.FORBIDDEN);
    return exchange.getResponse().setComplete();
  }

  private static boolean own(HttpHeaders headers) {
    String site = headers.getFirst("Sec-Fetch-Site");
    if (site != null)
      return site.equals("same-origin") || site.equals("none");
    String origin = headers.getFirst(HttpHeaders.ORIGIN);
    return origin == null || authority(origin).equals(headers.getFirst(HttpHeaders.HOST));
  }

  private static String authority(String origin) {
    try {
      @Nullable
      String authority = URI.create(origin).getRawAuthority();
      return authority == null ? "" : authority;
    } catch (IllegalArgumentException malformed) {
      return "";
    }
  }
}
