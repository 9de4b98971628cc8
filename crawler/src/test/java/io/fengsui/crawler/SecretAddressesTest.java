package io.fengsui.crawler;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Fetcher;
import io.fengsui.crawler.fetch.Request;
import io.fengsui.crawler.fetch.Spool;
import io.fengsui.crawler.source.FetchPlan;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SecretAddressesTest {
  private static final String ADDRESS = "https://publisher.example/api/{key}/list?from={since}";

  private final List<Request> asked = new ArrayList<>();
  private final Fetcher publisher = new Fetcher() {
    @Override
    public Fetched fetch(Request request) {
      asked.add(request);
      return new Fetched.Failed(request.address(), Cause.STATUS, "404 for " + request.address(), null);
    }

    @Override
    public void close() {}
  };

  @Test
  void a_secret_is_in_the_question_and_not_in_the_answer() {
    var fetcher = SecretAddresses.around(publisher, plan(Map.of("{key}", "THE_KEY", "X-Other", "OTHER")),
        Map.of("THE_KEY", "s3cr3t", "OTHER", "header"));
    var answer = (Fetched.Failed) fetcher.fetch(Request.get("s", ADDRESS, 1, Duration.ofSeconds(1)));
    assertThat(asked).extracting(Request::address)
        .containsExactly("https://publisher.example/api/s3cr3t/list?from={since}");
    assertThat(answer.address()).isEqualTo("https://publisher.example/api/***/list?from={since}");
    assertThat(answer.message()).doesNotContain("s3cr3t");
  }

  @Test
  void headers_that_repeat_the_address_do_not_show_the_secret() {
    var body = Spool.fill(InputStream.nullInputStream(), null, 1).body();
    Fetcher linking = new Fetcher() {
      @Override
      public Fetched fetch(Request request) {
        return new Fetched.Content(request.address(), 200, Map.of("link", List.of("<" + request.address() + "&page=2>"),
            "etag", List.of("\"1\"")), body, Instant.EPOCH, null);
      }

      @Override
      public void close() {}
    };
    var answer = (Fetched.Content) SecretAddresses
        .around(linking, plan(Map.of("{key}", "THE_KEY")), Map.of("THE_KEY", "s3cr3t"))
        .fetch(Request.get("s", ADDRESS, 1, Duration.ofSeconds(1)));
    assertThat(answer.header("link")).contains("/api/***/list").doesNotContain("s3cr3t");
    assertThat(answer.header("etag")).isEqualTo("\"1\"");
  }

  @Test
  void without_a_secret_in_the_address_nothing_stands_between() {
    assertThat(SecretAddresses.around(publisher, plan(Map.of("X-Key", "THE_KEY")), Map.of("THE_KEY", "s3cr3t")))
        .isSameAs(publisher);
    assertThat(SecretAddresses.around(publisher, plan(Map.of("{key}", "THE_KEY")), Map.of())).isSameAs(publisher);
  }

  private static FetchPlan plan(Map<String, String> secrets) {
    return new FetchPlan(ADDRESS, "GET", Map.of(), secrets, null, null, null, null, Set.of(), 1, Duration.ofSeconds(1));
  }
}
