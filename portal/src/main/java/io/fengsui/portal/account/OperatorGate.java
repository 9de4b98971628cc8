package io.fengsui.portal.account;

import io.fengsui.portal.page.Layouts;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Lets only the operator change sources: everything sent under {@code /sources}, and the pages of the workbench. */
public final class OperatorGate implements WebFilter {
  /** Exchange attribute: what the request was told, where the page of the gate answers in the place of another. */
  static final String TOLD = OperatorGate.class.getName() + ".told";
  /** Where the page of the gate is made. */
  static final String PAGE = "/operator";
  /** Guessing takes time; nobody else waits for it. */
  private static final Duration AFTER_A_GUESS = Duration.ofSeconds(1);
  // The patterns that controllers are found with: an address that is written otherwise and means the same is the same.
  private static final List<PathPattern> PAGES = patterns(PAGE, "/sources/new", "/sources/{id}/edit");
  private static final List<PathPattern> CHANGES = patterns("/sources/**");

  private final Credentials credentials;

  /** @param password blank for none: then only requests from the machine itself are the operator's */
  public OperatorGate(String password) {
    credentials = new Credentials(password);
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpRequest request = exchange.getRequest();
    if (!guarded(request))
      return chain.filter(exchange);
    Admission admission = credentials.of(request);
    return admission == Admission.GRANTED ? chain.filter(exchange) : told(admission, exchange, chain);
  }

  private static boolean guarded(ServerHttpRequest request) {
    PathContainer path = request.getPath().pathWithinApplication();
    boolean reads = List.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS).contains(request.getMethod());
    return Stream.concat(PAGES.stream(), reads ? Stream.empty() : CHANGES.stream())
        .anyMatch(pattern -> pattern.matches(path));
  }

  private static Mono<Void> told(Admission admission, ServerWebExchange exchange, WebFilterChain chain) {
    ServerHttpResponse response = exchange.getResponse();
    if (exchange.getRequest().getHeaders().containsHeader("HX-Request")) {
      response.setStatusCode(admission.status());
      // A part of a page has no room for it: the browser goes to the page that says it, and asks for the password there.
      response.getHeaders().set("HX-Redirect", PAGE);
      return response.setComplete();
    }
    if (admission == Admission.ASKED)
      response.getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Fengsui operator\", charset=\"UTF-8\"");
    // The page sets the status: Spring takes a 403 that is set before for a finished answer.
    exchange.getAttributes().put(TOLD, admission);
    if (exchange.getRequest().getMethod().equals(HttpMethod.GET))
      exchange.getAttributes().put(Layouts.ASKED, exchange.getRequest().getPath().value());
    Mono<Void> page = chain
        .filter(exchange.mutate().request(made -> made.method(HttpMethod.GET).path(PAGE)).build());
    boolean guess = exchange.getRequest().getHeaders().containsHeader(HttpHeaders.AUTHORIZATION);
    return guess ? Mono.delay(AFTER_A_GUESS).then(page) : page;
  }

  private static List<PathPattern> patterns(String... texts) {
    return Stream.of(texts).map(PathPatternParser.defaultInstance::parse).toList();
  }
}
