package io.fengsui.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.portal.stage.Stage;
import io.fengsui.portal.stage.StageFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.util.HtmlUtils;

@SpringBootTest(classes = Stage.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT, properties = "spring.http.codecs.max-in-memory-size=4MB")
class WorkbenchTest {
  private static final Pattern TEXT = Pattern.compile("<textarea[^>]*>(.*?)</textarea>", Pattern.DOTALL);
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"([^\"]*)\"");
  @LocalServerPort
  int port;
  @Autowired
  StageFolder folder;
  private WebTestClient web;

  @BeforeEach
  void connect() {
    web = WebTestClient.bindToServer(new JdkClientHttpConnector()).baseUrl("http://localhost:" + port)
        .responseTimeout(Duration.ofSeconds(30)).codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(8 << 20))
        .build();
  }

  @Test
  void a_description_is_shown_with_its_lines_numbered() {
    String page = page("/sources/eu-safety-gate/edit");
    assertThat(page).contains("id=\"L1\"", "eu-safety-gate.yaml");
    assertThat(yaml(page)).startsWith("id: eu-safety-gate\n");
  }

  @Test
  void mistakes_are_shown_at_their_lines_in_the_page_or_in_its_part() {
    String wrong = yaml(page("/sources/samr/edit")).replace("licence:", "license:");
    assertThat(send("/sources/samr/edit", "yaml", wrong, "act", "check")).contains("<html", "class=\"wrong-line\"",
        "data-line=\"5\"", "did you mean &quot;licence&quot;?");
    String part = web.post().uri("/sources/samr/edit").header("HX-Request", "true")
        .body(form("yaml", wrong, "act", "check")).exchange().expectStatus().isOk().expectBody(String.class)
        .returnResult().getResponseBody();
    assertThat(part).contains("data-line=\"5\"", "hx-swap-oob=\"true\"").doesNotContain("<html", "<textarea");
  }

  @Test
  void an_address_becomes_a_draft_that_can_be_tried_and_saved() throws IOException {
    assertThat(page("/sources/new")).contains("添加来源");
    String feeds = send("/sources/new", "address", "news.example/");
    assertThat(feeds).contains("All &amp; everything", "value=\"https://news.example/feed.xml\"");
    String draft = yaml(send("/sources/new", "address", "https://news.example/feed.xml"));
    assertThat(draft).contains("id: news\n", "kind: opinion", "language: en-GB",
        "names: {zh: \"Food \\\"News\\\"\", en: \"Food \\\"News\\\"\"}");
    String tried = send("/sources/new", "yaml", draft, "act", "fetch");
    assertThat(tried).contains("读到 2 条通报，1 条记录被拒", "Kettle explodes in kitchen", "50 %", "&lt;script&gt;")
        .doesNotContain("<script>alert");
    web.post().uri("/sources/new").body(form("yaml", draft, "act", "save")).exchange().expectStatus().isSeeOther()
        .expectHeader().location("/sources/news/edit?saved");
    assertThat(Files.readString(folder.path().resolve("news.yaml"))).isEqualTo(draft);
    assertThat(page("/sources/news/edit?saved")).contains("已保存");
  }

  @Test
  void an_address_that_leads_nowhere_says_why() {
    assertThat(send("/sources/new", "address", "gone.example")).contains("域名无法解析", "gone.example");
    assertThat(send("/sources/new", "address", "file:///etc/passwd")).contains("这不是可以访问的地址");
    assertThat(send("/sources/new", "address", "http://[")).contains("这不是可以访问的地址");
    assertThat(yaml(send("/sources/new", "address", "https://news.example/list.json"))).contains("format: json");
    assertThat(yaml(send("/sources/new", "address", "https://news.example/", "page", "1"))).contains("format: html");
  }

  @Test
  void two_editors_do_not_overwrite_each_other() throws IOException {
    Path file = folder.path().resolve("eu-safety-gate.yaml");
    String page = page("/sources/eu-safety-gate/edit");
    String mine = yaml(page).replace("CC BY 4.0", "CC0");
    Files.writeString(file, Files.readString(file) + "# theirs\n");
    String refused = send("/sources/eu-safety-gate/edit", "yaml", mine, "version", version(page), "act", "save");
    assertThat(refused).contains("没有保存", "# theirs", "覆盖保存");
    assertThat(yaml(refused)).contains("CC0");
    Matcher theirs = Pattern.compile("name=\"theirs\" value=\"([^\"]*)\"").matcher(refused);
    assertThat(theirs.find()).isTrue();
    web.post().uri("/sources/eu-safety-gate/edit")
        .body(form("yaml", mine.replace("\n", "\r\n"), "version", version(page), "theirs", theirs.group(1), "act",
            "overwrite"))
        .exchange().expectStatus().isSeeOther();
    assertThat(Files.readString(file)).isEqualTo(mine);
    assertThat(folder.path().resolve("eu-safety-gate.yaml.bak")).content().endsWith("# theirs\n");
  }

  @Test
  void a_text_with_mistakes_or_another_id_is_not_saved() {
    String page = page("/sources/samr/edit");
    assertThat(send("/sources/samr/edit", "yaml", "id: samr\n", "version", version(page), "act", "save"))
        .contains("is missing");
    assertThat(send("/sources/samr/edit", "yaml", yaml(page).replace("id: samr", "id: other"), "version",
        version(page), "act", "save")).contains("must be the file");
    assertThat(send("/sources/new", "yaml", yaml(page).replace("id: samr", "id: ../samr"), "act", "save"))
        .contains("is made of lower-case letters");
    assertThat(yaml(page("/sources/samr/edit"))).isEqualTo(yaml(page));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sources/none/edit", "/sources/..%2Fsamr/edit", "/sources/%2E%2E/edit", "/sources/SAMR/edit",
      "/sources/samr.yaml/edit", "/sources/samr%00/edit"})
  void an_id_that_is_none_leads_nowhere(String path) {
    web.get().uri(URI.create("http://localhost:" + port + path)).exchange().expectStatus().is4xxClientError();
  }

  @Test
  void a_large_text_is_refused_in_words() {
    assertThat(send("/sources/samr/edit", "yaml", "x: " + "y".repeat(1 << 20), "act", "check"))
        .contains("larger than 1 MB");
    assertThat(send("/sources/samr/edit", "yaml", "a: &a [1]\nb: *a\n")).contains("anchors");
  }

  private String send(String path, String... fields) {
    return web.post().uri(path).body(form(fields)).exchange().expectStatus().isOk().expectBody(String.class)
        .returnResult().getResponseBody();
  }

  private static BodyInserters.FormInserter<String> form(String... fields) {
    var form = new LinkedMultiValueMap<String, String>();
    for (int i = 0; i < fields.length; i += 2)
      form.add(fields[i], fields[i + 1]);
    return BodyInserters.fromFormData(form);
  }

  private static String yaml(String page) {
    Matcher text = TEXT.matcher(page);
    assertThat(text.find()).as(page).isTrue();
    return HtmlUtils.htmlUnescape(text.group(1)).replaceFirst("^\n", "");
  }

  private static String version(String page) {
    Matcher version = VERSION.matcher(page);
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  private String page(String path) {
    return web.get().uri(path).exchange().expectStatus().isOk().expectBody(String.class).returnResult()
        .getResponseBody();
  }
}
