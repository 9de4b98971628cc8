package io.fengsui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.portal.wiring.Serving;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole portal over both real engines: publishers' bytes of the sample in, pages and API out. */
class PortalIT {
  private static final int SAMPLE = SampleNotices.count();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  @TempDir
  private static Path data;
  private static ConfigurableApplicationContext portal;
  private static URI address;

  @BeforeAll
  static void start() throws Exception {
    portal = Serving.start(new String[0],
        Map.of("fengsui.data", data.toString(), "fengsui.fetch.replay", "config/sample", "server.port", "0",
            "server.address", "127.0.0.1", "fengsui.elasticsearch.frugal", "true", "fengsui.elasticsearch.heap",
            "256m"));
    address = URI.create("http://127.0.0.1:" + portal.getEnvironment().getProperty("local.server.port"));
    awaitWhole();
  }

  @AfterAll
  static void stop() {
    portal.close();
  }

  private static void awaitWhole() throws Exception {
    await(status -> status.path("ready").asBoolean() && status.at("/notices/indexed").asInt() == SAMPLE
        && status.at("/notices/waiting").asInt() == 0);
  }

  private static void await(Predicate<JsonNode> wanted) throws Exception {
    JsonNode status = JsonMapper.shared().nullNode();
    for (long end = System.nanoTime() + Duration.ofMinutes(3).toNanos(); System.nanoTime() < end; Thread.sleep(200)) {
      status = get("/status.json");
      if (wanted.test(status))
        return;
    }
    throw new AssertionError("not so after three minutes: " + status);
  }

  private static String text(String path) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(address.resolve(path)).header("Accept-Language", "zh-CN").build(),
        BodyHandlers.ofString()).body();
  }

  private static JsonNode get(String path) throws IOException, InterruptedException {
    return JsonMapper.shared().readTree(text(path));
  }

  private static JsonNode search(String query) throws IOException, InterruptedException {
    return get("/api/v1/search?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
  }

  @Test
  void everyNoticeOfTheSampleIsArchivedAndFindable() throws Exception {
    assertThat(search("").path("total").asInt()).isEqualTo(SAMPLE);
    assertThat(search("").path("facets")).hasSize(6);
  }

  @Test
  void aChineseWordFindsNoticesInOtherLanguages() throws Exception {
    assertThat(search("电池").path("hits").findValuesAsString("language")).contains("ko", "en");
    assertThat(search("玩具 召回").path("total").asInt()).isPositive();
  }

  @Test
  void aReferenceFindsItsNoticeFirstAndItsPageShowsTheEvidence() throws Exception {
    JsonNode any = search("source:ca-recalls").path("hits").path(0);
    JsonNode first = search("\"" + any.path("reference").asString() + "\"").path("hits").path(0);
    assertThat(first.path("reference")).isEqualTo(any.path("reference"));
    assertThat(text(any.path("href").asString())).contains("SHA-256", "采集于");
  }

  @Test
  void aCodeFindsTheMeasuresOnIt() throws Exception {
    assertThat(search("hs:8507").path("hits").findValuesAsString("reference")).contains("G/TBT/N/CHN/2240");
    assertThat(search("hs:640391").path("hits").findValuesAsString("reference"))
        .containsExactly("G/TBT/N/CHN/2188/Add.1");
    assertThat(get("/api/v1/notices/wto-epingalert/G/TBT/N/CHN/2188/Add.1").at("/measure/event").asString())
        .isEqualTo("addendum");
    assertThat(text("/notice/wto-epingalert/G/TBT/N/CHN/2188/Add.1")).contains("补遗", "保护人类健康或安全");
  }

  @Test
  void aQueryThatDoesNotParseSaysWhere() throws Exception {
    JsonNode problem = search("battery (fire");
    assertThat(problem.path("status").asInt()).isEqualTo(400);
    assertThat(problem.path("position").asInt()).isEqualTo(8);
    assertThat(get("/api/v1/search?query=x").path("status").asInt()).isEqualTo(400);
  }

  @Test
  void enginesThatAreKilledComeBackAndNothingIsLost() throws Exception {
    kill(portal.getBean(io.fengsui.portal.wiring.Parts.class).engine().describe().replaceAll(".*process (\\d+).*",
        "$1"));
    kill(Files.readAllLines(data.resolve("postgres-18/data/postmaster.pid")).getFirst().strip());
    await(status -> !status.path("ready").asBoolean());
    awaitWhole();
    assertThat(search("").path("total").asInt()).isEqualTo(SAMPLE);
  }

  private static void kill(String process) {
    assertThat(ProcessHandle.of(Long.parseLong(process)).orElseThrow().destroyForcibly()).isTrue();
  }
}
