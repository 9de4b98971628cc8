package io.fengsui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import io.fengsui.portal.stage.Shelf;
import io.fengsui.portal.stage.Stage;
import io.fengsui.portal.stage.SwitchableReadiness;
import io.fengsui.portal.status.Readiness.State;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.test.web.reactive.server.StatusAssertions;
import org.springframework.test.web.reactive.server.WebTestClient;

@SpringBootTest(classes = Stage.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesTest {
  @LocalServerPort
  int port;
  @Autowired
  SwitchableReadiness readiness;
  @Autowired
  Shelf shelf;
  private WebTestClient web;

  @BeforeEach
  void connect() {
    // Not the server's own HTTP library: a client that shares the server's event loops now and then waited for ever.
    web = WebTestClient.bindToServer(new JdkClientHttpConnector()).baseUrl("http://localhost:" + port)
        .responseTimeout(Duration.ofSeconds(30)).build();
  }

  @AfterEach
  void restore() {
    readiness.set(State.READY, State.READY);
    shelf.away(false);
  }

  @Test
  void the_first_page_lists_the_newest_notices_in_chinese_by_default() {
    assertThat(page("/")).contains("<html lang=\"zh-CN\">", "边境拒绝", "匈牙利通报", "原产中国", "<b class=\"num\">38</b>");
  }

  @Test
  void the_language_follows_the_browser_and_then_the_choice() {
    web.get().uri("/").header("Accept-Language", "fr, en;q=0.8, zh;q=0.5").exchange().expectBody(String.class)
        .value(html -> assertThat(html).contains("<html lang=\"en\">", "notified by Hungary"));
    web.get().uri("/sources?lang=en").exchange().expectCookie().valueEquals("lang", "en");
    web.get().uri("/").cookie("lang", "zh-CN").header("Accept-Language", "en").exchange().expectBody(String.class)
        .value(html -> assertThat(html).contains("<html lang=\"zh-CN\">"));
    web.get().uri("/").header("Accept-Language", ";;q=x").exchange().expectStatus().isOk();
  }

  @Test
  void the_query_is_shown_as_it_was_understood_and_each_part_can_be_removed() {
    assertThat(page("/?q=toy by:FR")).contains("理解为", "href=\"/?q=toy\"", "href=\"/?q=by%3AFR\"", "法国");
  }

  @Test
  void each_value_of_a_facet_narrows_the_search_or_widens_it_again() {
    assertThat(page("/?q=toy")).contains("href=\"/?q=toy%20by%3AFR\"");
    assertThat(page("/?q=toy by:FR")).contains("id=\"by-FR\" href=\"/?q=toy\" aria-current=\"true\"");
  }

  @Test
  void paging_goes_on_and_back_to_the_first_page() {
    assertThat(page("/?q=toy")).contains("href=\"/?q=toy&amp;after=20\"");
    assertThat(page("/?q=toy&after=20")).contains("<a href=\"/?q=toy\"").doesNotContain("rel=\"next\"");
  }

  @Test
  void htmx_gets_the_part_that_changes_but_the_page_when_it_goes_back() {
    web.get().uri("/?q=toy").header("HX-Request", "true").exchange().expectBody(String.class)
        .value(html -> assertThat(html).startsWith("<title>").doesNotContain("<html", "<header"));
    web.get().uri("/?q=toy").header("HX-Request", "true").header("HX-History-Restore-Request", "true").exchange()
        .expectBody(String.class).value(html -> assertThat(html).contains("<html"));
  }

  @Test
  void a_query_that_cannot_be_read_is_cut_at_its_mistake() {
    web.get().uri("/?q={q}", "battery \"lithium").exchange().expectStatus().isBadRequest().expectBody(String.class)
        .value(html -> assertThat(html).contains("<span>battery </span><span class=\"wrong\">", "引号没有成对"));
  }

  @Test
  void silence_says_without_which_part_there_would_be_results() {
    assertThat(page("/?q=toy xyzzy")).contains("没有找到", "去掉“xyzzy”", "30 条");
  }

  @Test
  void a_cursor_that_is_none_leads_to_the_first_page() {
    web.get().uri("/?q=toy&after=zzz").exchange().expectStatus().isBadRequest().expectBody(String.class)
        .value(html -> assertThat(html).contains("href=\"/?q=toy\""));
  }

  @Test
  void when_the_engine_is_gone_search_says_so_and_notices_are_still_shown() {
    shelf.away(true);
    web.get().uri("/?q=toy").exchange().expectStatus().isEqualTo(503).expectBody(String.class)
        .value(html -> assertThat(html).contains("检索暂时不可用"));
    assertThat(page("/notice/eu-safety-gate/SR/01888/26")).contains("Power bank");
  }

  @Test
  void a_notice_shows_its_fields_evidence_and_revisions() {
    assertThat(page("/notice/eu-safety-gate/SR/01888/26")).contains("5901234123457", "原文：英语", "until further notice",
        "2026-11-18 16:30（北京时间）", "发布方写作 2026-11-18T09:30:00+01:00", "9f2c61d0b7c34e0f", "第 2 版", "实质变化",
        "<ins>; Burns</ins>", "<del>hurt the user</del><ins>cause burns</ins>",
        "rel=\"noopener noreferrer nofollow\" href=\"https://example.eu/alerts/10100888\"");
  }

  @Test
  void a_trade_measure_leads_to_its_chain_and_to_what_is_coded_alike() {
    assertThat(page("/notice/us-federal-register/2026-21800")).contains("技术性贸易措施", "G/TBT/N/USA/2211/Add.1", "补遗",
        "技术性贸易壁垒（TBT）", "/?q=ref%3A%22G%2FTBT%2FN%2FUSA%2F2211%22", "/?q=hs%3A850760", "/?q=ics%3A29.220.30",
        "保护环境", "Repair at home", "2026-12-10", "30 days after circulation");
    web.get().uri("/api/v1/notices/us-federal-register/2026-21800").exchange().expectBody()
        .jsonPath("$.measure.base[0]").isEqualTo("G/TBT/N/USA/2211").jsonPath("$.measure.event").isEqualTo("addendum")
        .jsonPath("$.measure.hs[0].code").isEqualTo("850760");
  }

  @Test
  void moments_are_shown_in_the_zone_of_the_visitor() {
    web.get().uri("/notice/eu-safety-gate/SR/01888/26").cookie("tz", "Europe%2FBerlin").exchange()
        .expectBody(String.class).value(html -> assertThat(html).contains("2026-11-18 09:30（中欧标准时间）"));
    web.get().uri("/").cookie("tz", "Nowhere%2FLand").exchange().expectStatus().isOk();
  }

  @Test
  void a_reference_in_chinese_with_spaces_is_found_under_its_address() {
    assertThat(page("/notice/samr/国市监 2026 年第 41 号")).contains("儿童口罩");
    web.get().uri(URI.create("http://localhost:" + port + "/notice/eu-safety-gate/?reference=hostile%2F..%2Fx"))
        .exchange()
        .expectStatus().isOk();
  }

  @Test
  void a_notice_that_is_not_there_is_a_404_that_says_what_to_do() {
    web.get().uri("/notice/samr/none").exchange().expectStatus().isNotFound().expectBody(String.class)
        .value(html -> assertThat(html).contains("档案库里没有这条通报", "href=\"/?q=none\""));
    web.get().uri("/nowhere").exchange().expectStatus().isNotFound().expectBody(String.class)
        .value(html -> assertThat(html).contains("没有这个页面"));
  }

  @Test
  void a_hostile_notice_is_shown_and_does_no_harm() {
    for (String path : new String[]{"/?q=alert", "/notice/eu-safety-gate/?reference=hostile%2F..%2Fx",
        "/preview/eu-safety-gate/?reference=hostile%2F..%2Fx"})
      web.get().uri(URI.create("http://localhost:" + port + path)).exchange().expectStatus().isOk()
          .expectBody(String.class)
          .value(
              html -> assertThat(html).contains("&lt;script&gt;").doesNotContain("<script>", "<img", "\u202E", "\uE000",
                  "\uE001"));
  }

  @Test
  void the_query_itself_cannot_break_out() {
    web.get().uri("/?q={q}", "<img src=x onerror=alert(1)>\"'").exchange().expectBody(String.class)
        .value(html -> assertThat(html).contains("&lt;img").doesNotContain("<img"));
  }

  @Test
  void every_answer_forbids_what_the_pages_do_not_need() {
    web.get().uri("/").exchange().expectHeader().value("Content-Security-Policy",
        policy -> assertThat(policy).contains("default-src 'none'", "frame-ancestors 'none'").doesNotContain("unsafe"))
        .expectHeader().valueEquals("X-Content-Type-Options", "nosniff").expectHeader().exists("Referrer-Policy");
  }

  @Test
  void assets_may_be_kept_for_ever_and_htmx_is_ours() {
    web.get().uri("/webjars/htmx.org/2.0.10/dist/htmx.min.js").exchange().expectStatus().isOk().expectHeader()
        .valueEquals("Cache-Control", "public, max-age=31536000, immutable");
    assertThat(page("/")).contains("/webjars/htmx.org/2.0.10/dist/htmx.min.js", "/assets/face.css?v=");
  }

  @Test
  void sources_stand_with_the_broken_ones_first_and_faults_on_top() {
    assertThat(page("/sources")).contains("jp-caa.yaml:13", "格式不符").containsSubsequence("id=\"de-produktrueckrufe\"",
        "id=\"rasff\"", "id=\"kr-seoul\"", "id=\"eu-safety-gate\"", "id=\"sg-cpso\"");
    assertThat(page("/sources/eu-safety-gate")).contains("CC BY 4.0", "14 秒", "没有变化", "已对照发布方的真实数据");
    web.get().uri("/sources/none").exchange().expectStatus().isNotFound();
  }

  @Test
  void a_failing_source_says_why_since_when_and_what_the_last_response_looked_like() {
    assertThat(page("/sources/de-produktrueckrufe")).contains("最近 4 次采集都失败了", "2026-11-16", "维护页",
        "text/html; charset=utf-8", "1,204 字节", "&lt;title&gt;Wartungsarbeiten").doesNotContain("<title>Wartung");
  }

  @Test
  void a_drifting_source_names_the_fields_with_their_figures_and_what_is_missing() {
    assertThat(page("/sources/rasff")).contains("漂移", "原产：最近 30 条中只有 4% 有值，平时 97%", "发布方称有 41 条，档案库存有 40 条",
        "缺 1 条", "890812", "no title");
    assertThat(page("/sources/rasff?lang=en")).contains("origin: 4% of the last 30 notices, usually 97%",
        "The publisher states 41, the archive holds 40, missing: 1");
  }

  @Test
  void an_operator_takes_note_of_a_broken_source_and_takes_it_back() {
    web.post().uri("/sources/kr-seoul/acknowledge").header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .bodyValue("by=%E6%9D%8E%E6%B8%85&note=%3Cb%3Easked+them").exchange().expectStatus().isSeeOther();
    assertThat(page("/sources/kr-seoul")).contains("已由 李清 于", "&lt;b&gt;asked them", "撤销确认");
    web.get().uri("/api/v1/sources/kr-seoul").exchange().expectBody().jsonPath("$.acknowledged.by").isEqualTo("李清");
    web.post().uri("/sources/kr-seoul/acknowledge").header("Sec-Fetch-Site", "same-origin")
        .header("Content-Type", "application/x-www-form-urlencoded").bodyValue("withdraw=1").exchange().expectStatus()
        .isSeeOther();
    assertThat(page("/sources/kr-seoul")).doesNotContain("李清");
    web.post().uri("/sources/kr-seoul/acknowledge").header("Sec-Fetch-Site", "cross-site").exchange().expectStatus()
        .isForbidden();
  }

  @Test
  void the_api_tells_the_same_of_a_source_as_its_page() {
    web.get().uri("/api/v1/sources/rasff").exchange().expectBody().jsonPath("$.condition").isEqualTo("drifting")
        .jsonPath("$.fields[0].field").isEqualTo("origin").jsonPath("$.fields[0].drifting").isEqualTo(true)
        .jsonPath("$.reconciliation.missing").isEqualTo(1).jsonPath("$.reconciliation.named[0].why")
        .isEqualTo("no title");
    web.get().uri("/status.json").exchange().expectBody().jsonPath("$.sources.failing").isEqualTo(1);
    problem("/api/v1/sources/none").isNotFound();
  }

  @Test
  void a_source_is_crawled_now_only_when_our_own_page_asks() {
    web.post().uri("/sources/rasff/run").header("Sec-Fetch-Site", "cross-site").exchange().expectStatus().isForbidden();
    web.post().uri("/sources/rasff/run").header("Origin", "https://evil.example").exchange().expectStatus()
        .isForbidden();
    web.post().uri("/sources/rasff/run").header("Sec-Fetch-Site", "same-origin").exchange().expectStatus().isSeeOther()
        .expectHeader().location("/sources/rasff");
    web.post().uri("/sources/rasff/run").header("Sec-Fetch-Site", "same-origin").header("HX-Request", "true").exchange()
        .expectStatus().isOk().expectBody(String.class).value(html -> assertThat(html).contains("正在采集"));
  }

  @Test
  void who_is_not_the_operator_is_told_what_to_set() {
    web.post().uri("/sources/rasff/run").header("X-Forwarded-For", "192.0.2.7").exchange().expectStatus().isForbidden()
        .expectBody(String.class).value(html -> assertThat(html).contains("只有运维人员", "FENGSUI_OPERATOR_PASSWORD"));
    assertThat(page("/operator")).contains("您是运维人员");
  }

  @Test
  void while_engines_start_pages_say_what_is_starting_and_the_api_says_when_to_ask_again() {
    readiness.set(State.STARTING, State.STARTING);
    web.get().uri("/?q=toy").exchange().expectStatus().isEqualTo(503).expectHeader().valueEquals("Retry-After", "2")
        .expectBody(String.class).value(html -> assertThat(html).contains("正在启动", "http-equiv=\"refresh\"", "6 秒",
            "href=\"/?q=toy&amp;lang=en\""));
    web.get().uri("/api/v1/search").exchange().expectStatus().isEqualTo(503).expectHeader().exists("Retry-After")
        .expectHeader().contentType("application/problem+json");
    web.get().uri("/status").exchange().expectStatus().isOk();
    web.get().uri("/status.json").exchange().expectStatus().isEqualTo(503).expectBody().jsonPath("$.ready")
        .isEqualTo(false);
  }

  @Test
  void without_the_search_engine_alone_notices_and_sources_are_still_shown() {
    readiness.set(State.READY, State.DOWN);
    web.get().uri("/").exchange().expectStatus().isEqualTo(503);
    assertThat(page("/sources")).contains("eu-safety-gate");
    assertThat(page("/notice/eu-safety-gate/SR/01888/26")).contains("Power bank");
  }

  @Test
  void the_api_answers_the_same_search() {
    web.get().uri("/api/v1/search?q=power&size=1").exchange().expectStatus().isOk().expectBody().jsonPath("$.total")
        .isEqualTo(1).jsonPath("$.hits[0].reference").isEqualTo("SR/01888/26").jsonPath("$.hits[0].titleHtml")
        .isEqualTo("<mark>Power</mark> bank, 20 000 mAh").jsonPath("$.facets[0].field").isEqualTo("kind")
        .jsonPath("$.chips[0].text").isEqualTo("power").jsonPath("$.next").isEmpty();
    web.get().uri("/api/v1/search?size=1&facets=false").exchange().expectBody().jsonPath("$.next").isEqualTo("1")
        .jsonPath("$.facets").isEmpty();
    web.get().uri("/api/v1/notices/eu-safety-gate/SR/01888/26").exchange().expectBody().jsonPath("$.revision")
        .isEqualTo(2)
        .jsonPath("$.dates.published.date").isEqualTo("2026-11-14").jsonPath("$.revisions[0].capture.at").exists();
    web.get().uri("/api/v1/sources").exchange().expectBody().jsonPath("$[0].condition").isEqualTo("failing");
  }

  @Test
  void the_api_refuses_what_it_does_not_know_and_says_what_it_does() {
    problem("/api/v1/search?query=toy").isBadRequest().expectBody().jsonPath("$.parameter").isEqualTo("query")
        .jsonPath("$.allowed.length()").isEqualTo(5);
    problem("/api/v1/search?size=101").isBadRequest().expectBody().jsonPath("$.detail")
        .value(containsString("1 to 100"));
    problem("/api/v1/search?size=-1").isBadRequest();
    problem("/api/v1/search?sort=up").isBadRequest();
    problem("/api/v1/search?q=a&q=b").isBadRequest();
    problem("/api/v1/search?after=zzz").isBadRequest().expectBody().jsonPath("$.parameter").isEqualTo("after");
    problem("/api/v1/search?q=toy (").isBadRequest().expectBody().jsonPath("$.position").isNumber()
        .jsonPath("$.problem").isNotEmpty();
    problem("/api/v1/notices/samr/none").isNotFound();
    problem("/api/v1/sources?x=1").isBadRequest();
    problem("/api/v2/search").isNotFound();
  }

  private StatusAssertions problem(String path) {
    WebTestClient.ResponseSpec response = web.get().uri(path).exchange();
    response.expectHeader().contentType("application/problem+json");
    return response.expectStatus();
  }

  private String page(String path, Object... variables) {
    return web.get().uri(path, variables).exchange().expectStatus().isOk().expectBody(String.class).returnResult()
        .getResponseBody();
  }
}
