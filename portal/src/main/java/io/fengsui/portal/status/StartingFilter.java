package io.fengsui.portal.status;

import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.status.Readiness.Part;
import io.fengsui.portal.status.Readiness.State;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** Answers in the place of pages whose parts are not ready: pages with what is starting, the API with 503. */
public final class StartingFilter implements WebFilter {
  /** Where the page that says what is starting is made; not to be asked for itself. */
  static final String STARTING = "/status/starting";
  private static final String SECONDS = "2";

  private final Readiness readiness;

  public StartingFilter(Readiness readiness) {
    this.readiness = readiness;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().value();
    if (ready(needs(path)))
      return chain.filter(exchange);
    ServerHttpResponse response = exchange.getResponse();
    response.getHeaders().set(HttpHeaders.RETRY_AFTER, SECONDS);
    response.setStatusCode(HttpStatus.SERVICE_UNAVAILABLE);
    if (path.startsWith("/api/"))
      return problem(response);
    if (exchange.getRequest().getHeaders().containsHeader("HX-Request")) {
      response.getHeaders().set("HX-Refresh", "true");
      return response.setComplete();
    }
    exchange.getAttributes().put(Layouts.ASKED, path);
    return chain.filter(exchange.mutate().request(request -> request.path(STARTING)).build());
  }

  /** The parts without which an address cannot answer. */
  private static Set<String> needs(String path) {
    if (path.equals("/") || path.startsWith("/api/v1/search"))
      return Set.of(Readiness.ARCHIVE, Readiness.SEARCH);
    boolean archive = path.startsWith("/notice/") || path.startsWith("/preview/") || path.startsWith("/sources")
        || path.startsWith("/api/");
    return archive ? Set.of(Readiness.ARCHIVE) : Set.of();
  }

  private boolean ready(Set<String> needed) {
    for (Part part : readiness.parts())
      if (needed.contains(part.name()) && part.state() != State.READY)
        return false;
    return true;
  }

  private static Mono<Void> problem(ServerHttpResponse response) {
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    byte[] body = "{\"title\":\"starting\",\"status\":503,\"detail\":\"the engines are starting; see /status.json\"}"
        .getBytes(StandardCharsets.UTF_8);
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }
}
