package io.fengsui.portal.page;

import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Sends style sheets and scripts through buffers. Handed to the kernel as files (sendfile), which happens where they lie in a
 * folder rather than in the jar, a response now and then stood still until its connection was closed, and the page with it.
 */
public final class BufferedFiles implements WebFilter {
  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (!path.startsWith("/assets/") && !path.startsWith("/webjars/"))
      return chain.filter(exchange);
    var buffered = new ServerHttpResponseDecorator(exchange.getResponse());
    return chain.filter(exchange.mutate().response(buffered).build());
  }
}
