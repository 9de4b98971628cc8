package io.fengsui.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.fengsui.portal.stage.Browser;
import io.fengsui.portal.stage.Stage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = Stage.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class PagesIT {
  private static final Map<String, String> PAGES = Map.of("home", "/", "search", "/?q=power%20origin:CN", "wrong",
      "/?q=(toy", "none", "/?q=toy%20xyzzy", "notice", "/notice/eu-safety-gate/SR/01888/26", "absent",
      "/notice/samr/none", "sources", "/sources", "source", "/sources/de-produktrueckrufe", "drifting",
      "/sources/rasff", "status", "/status");
  private static final Map<String, String> WORKBENCH = Map.of("new", "/sources/new", "edit",
      "/sources/eu-safety-gate/edit", "operator", "/operator");
  private static Browser browser;
  @LocalServerPort
  private int port;
  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void start() {
    assumeTrue(Browser.present(), "no Chromium at /usr/bin/chromium: skipped; apt-get install chromium");
    browser = new Browser();
  }

  @AfterAll
  static void stop() {
    if (browser != null)
      browser.close();
  }

  @ParameterizedTest
  @CsvSource({"zh-CN,390,false", "zh-CN,1440,false", "en,390,false", "en,1440,false", "zh-CN,1440,true", "en,390,true"})
  void every_page_is_accessible_keeps_still_and_fits_its_width(String locale, int width, boolean dark) {
    try (Page page = open(locale, width, dark, true)) {
      PAGES.forEach((name, path) -> {
        page.navigate(at(path));
        if (width > 1180 && (name.equals("home") || name.equals("search")))
          page.waitForSelector("#preview h2");
        page.screenshot(new Page.ScreenshotOptions().setFullPage(width < 800)
            .setPath(Path.of("target/shots/" + name + "-" + locale + "-" + width + (dark ? "-dark" : "") + ".png")));
        assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(name).isEqualTo(true);
        assertThat(shift(page)).as(name).isLessThan(0.02);
      });
    }
    assertThat(complaints).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"zh-CN,390,false", "en,1440,false", "zh-CN,1440,true"})
  void the_workbench_is_accessible_and_fits_its_width(String locale, int width, boolean dark) {
    try (Page page = open(locale, width, dark, true)) {
      WORKBENCH.forEach((name, path) -> {
        page.navigate(at(path));
        examine(page, name, locale, width, dark);
      });
      page.navigate(at("/sources/new"));
      page.fill("#address", "https://news.example/");
      page.click(".paste button");
      page.waitForSelector(".feeds");
      examine(page, "feeds", locale, width, dark);
      page.click(".feeds button");
      page.waitForSelector("#yaml");
      page.click("button[value=fetch]");
      page.waitForSelector(".rates");
      examine(page, "draft", locale, width, dark);
      page.fill("#yaml",
          page.inputValue("#yaml").replace("licence:", "license:").replace("kind: opinion", "kind: news"));
      page.waitForSelector("#done.faults");
      examine(page, "faults", locale, width, dark);
      page.click(".faultlines a");
      assertThat(page.evaluate("document.activeElement.id + getSelection().toString()")).asString()
          .contains("yaml");
    }
    assertThat(complaints).isEmpty();
  }

  private static void examine(Page page, String name, String locale, int width, boolean dark) {
    page.screenshot(new Page.ScreenshotOptions().setFullPage(width < 800)
        .setPath(Path.of("target/shots/bench-" + name + "-" + locale + "-" + width + (dark ? "-dark" : "") + ".png")));
    assertThat(new AxeBuilder(page).analyze().getViolations()).as(name).isEmpty();
    assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as(name).isEqualTo(true);
  }

  @Test
  void a_source_is_made_without_scripts_and_by_keyboard() {
    try (Page page = open("zh-CN", 1440, false, false)) {
      page.navigate(at("/sources/new"));
      page.focus("#address");
      page.keyboard().type("news.example/feed.xml");
      page.keyboard().press("Enter");
      page.waitForSelector("#yaml");
      page.focus("button[value=fetch]");
      page.keyboard().press("Enter");
      page.waitForSelector(".rates");
      assertThat(page.inputValue("#yaml")).startsWith("# Drafted").contains("format: feed");
      assertThat(page.textContent(".rates")).contains("Kettle explodes");
      page.fill("#yaml", page.inputValue("#yaml").replace("id: news", "id: kettle-news"));
      page.focus("button[value=save]");
      page.keyboard().press("Enter");
      page.waitForURL("**/sources/kettle-news/edit?saved");
    }
  }

  @Test
  void the_keyboard_is_enough_to_search_choose_and_open() {
    try (Page page = open("zh-CN", 1440, false, true)) {
      page.navigate(at("/?q=toy"));
      page.keyboard().press("/");
      page.keyboard().type("power");
      page.keyboard().press("Enter");
      page.waitForURL(url -> url.contains("q=power"));
      page.waitForSelector("#count b:text-is('1')");
      page.keyboard().press("Escape");
      page.keyboard().press("j");
      page.waitForSelector("#preview h2 a:text('Power bank')");
      page.keyboard().press("?");
      assertThat(page.isVisible("#keys")).isTrue();
      page.keyboard().press("Escape");
      page.focus(".hit h2 a");
      page.keyboard().press("Enter");
      page.waitForURL("**/notice/eu-safety-gate/SR/01888/26");
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void filters_update_in_place_and_going_back_restores_list_and_box() {
    try (Page page = open("en", 1440, false, true)) {
      page.navigate(at("/"));
      page.evaluate("window.same = true");
      page.click("#kind-border-rejection");
      page.waitForURL(url -> url.contains("q=kind%3Aborder-rejection"));
      page.waitForSelector("#count b:text-is('2')");
      assertThat(page.evaluate("window.same")).isEqualTo(true);
      assertThat(page.inputValue("#q")).isEqualTo("kind:border-rejection");
      assertThat(page.title()).startsWith("kind:border-rejection");
      page.goBack();
      page.waitForSelector("#count b:text-is('38')");
      assertThat(page.inputValue("#q")).isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void everything_works_without_scripts() {
    try (Page page = open("zh-CN", 390, false, false)) {
      page.navigate(at("/"));
      page.fill("#q", "toy");
      page.click(".find button");
      page.waitForURL(url -> url.contains("q=toy"));
      page.click(".filters > summary");
      page.click("#by-FR");
      page.waitForURL(url -> url.contains("by%3AFR"));
      page.click("#next");
      page.waitForURL(url -> url.contains("after="));
      page.click(".hit h2 a");
      page.waitForURL("**/notice/**");
      assertThat(page.textContent("h1")).contains("rabbit");
      page.navigate(at("/sources"));
      page.click("#samr .run button");
      page.waitForURL("**/sources/samr");
      assertThat(page.textContent(".headline")).contains("正在采集");
    }
  }

  @Test
  void a_hostile_title_runs_nothing_and_the_policy_is_never_violated() {
    try (Page page = open("zh-CN", 1440, false, true)) {
      page.onDialog(dialog -> complaints.add("a dialog: " + dialog.message()));
      page.navigate(at("/?q=alert"));
      page.waitForSelector("#preview h2");
      Response answer = page.navigate(at("/notice/eu-safety-gate/?reference=hostile%2F..%2Fx"));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(page.querySelectorAll("article img")).isEmpty();
    }
    assertThat(complaints).isEmpty();
  }

  private Page open(String locale, int width, boolean dark, boolean script) {
    Page page = browser.open(locale, width, dark, script);
    page.onConsoleMessage(message -> {
      if (message.type().equals("error") && !message.text().contains("the server responded with a status of 40"))
        complaints.add(message.text());
    });
    page.onPageError(complaints::add);
    page.onRequest(request -> {
      if (!request.url().startsWith("http://localhost:" + port))
        complaints.add("asked elsewhere: " + request.url());
    });
    return page;
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private static double shift(Page page) {
    Object shift = page.evaluate("() => new Promise(done => { let sum = 0; new PerformanceObserver(list => {"
        + " for (const e of list.getEntries()) if (!e.hadRecentInput) sum += e.value }).observe({type: 'layout-shift',"
        + " buffered: true}); setTimeout(() => done(sum), 100) })");
    return ((Number) shift).doubleValue();
  }
}
