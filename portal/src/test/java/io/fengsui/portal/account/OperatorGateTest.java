package io.fengsui.portal.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.http.server.reactive.MockServerHttpResponse;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;

class OperatorGateTest {
  private final AtomicReference<String> reached = new AtomicReference<>("nobody");

  @ParameterizedTest
  @ValueSource(strings = {"/sources", "/sources/rasff", "/", "/notice/a/b", "/api/v1/sources"})
  void what_is_only_read_needs_no_operator(String path) {
    assertThat(send("", stranger(HttpMethod.GET, path)).getStatusCode()).isNull();
    assertThat(reached).hasValue(path);
  }

  @ParameterizedTest
  @CsvSource({"GET,/sources/new", "GET,/sources/rasff/edit", "GET,/sources/new;x=1", "GET,/sources/n%65w",
      "HEAD,/sources/new", "GET,/sources/rasff/edit;a=b", "POST,/sources/rasff/run", "POST,/%73ources/rasff/run",
      "POST,/sources", "DELETE,/sources/rasff", "POST,/sources/rasff/edit/preview"})
  void changes_and_the_workbench_are_refused_to_strangers_however_the_address_is_written(HttpMethod method,
      String path) {
    assertThat(send("", stranger(method, path)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(reached).hasValue(OperatorGate.PAGE);
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1,localhost:8080", "127.0.0.1,127.0.0.1", "0:0:0:0:0:0:0:1,[::1]:8080", "127.8.8.8,LOCALHOST"})
  void without_a_password_whoever_sits_at_the_machine_is_the_operator(String peer, String host) {
    assertThat(send("", from(peer, host)).getStatusCode()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"192.0.2.7,localhost", "127.0.0.1,evil.example", "127.0.0.1,localhost.evil.example", "10.0.0.1,10.0.0.1",
      "127.0.0.1,''"})
  void another_machine_and_another_name_for_this_one_are_not(String peer, String host) {
    assertThat(send("", from(peer, host)).getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Forwarded-For", "forwarded", "X-FORWARDED-PROTO", "Via", "X-Real-IP"})
  void what_comes_through_a_proxy_is_not_from_the_machine(String header) {
    assertThat(send("", from("127.0.0.1", "localhost").header(header, "x")).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
  }

  @Test
  void with_a_password_only_the_password_counts() {
    assertThat(send("sésame:1", from("127.0.0.1", "localhost")).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(send("sésame:1", stranger(HttpMethod.POST, "/sources/x/run")
        .header("Authorization", basic("anybody", "sésame:1"))).getStatusCode()).isNull();
    assertThat(send("sésame:1", stranger(HttpMethod.POST, "/sources/x/run")
        .header("Authorization", basic("anybody", "sesame"))).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic", "Basic ", "Basic ****", "Bearer x", "Basic bm9jb2xvbg=="})
  void what_is_no_password_is_none(String header) {
    var response = send("secret", stranger(HttpMethod.GET, "/sources/new").header("Authorization", header));
    assertThat(response.getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    assertThat(response.getHeaders().getFirst("WWW-Authenticate")).startsWith("Basic realm=");
  }

  @Test
  void a_part_of_a_page_is_sent_to_the_page_that_says_it() {
    var response = send("", stranger(HttpMethod.POST, "/sources/x/run").header("HX-Request", "true"));
    assertThat(response.getHeaders().getFirst("HX-Redirect")).isEqualTo(OperatorGate.PAGE);
    assertThat(reached).hasValue("nobody");
  }

  private MockServerHttpResponse send(String password,
      MockServerHttpRequest.BaseBuilder<?> request) {
    var exchange = MockServerWebExchange.from(request);
    new OperatorGate(password).filter(exchange, next -> {
      reached.set(next.getRequest().getURI().getRawPath());
      if (next.getAttribute(OperatorGate.TOLD) instanceof Admission told)
        next.getResponse().setStatusCode(told.status());
      return Mono.empty();
    }).block();
    return exchange.getResponse();
  }

  private static MockServerHttpRequest.BaseBuilder<?> from(String peer, String host) {
    return MockServerHttpRequest.post("/sources/rasff/run").header("Host", host)
        .remoteAddress(new InetSocketAddress(peer, 50_000));
  }

  private static MockServerHttpRequest.BaseBuilder<?> stranger(HttpMethod method, String path) {
    return MockServerHttpRequest.method(method, URI.create("http://portal.example" + path))
        .remoteAddress(new InetSocketAddress("192.0.2.7", 50_000));
  }

  private static String basic(String user, String password) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }
}
