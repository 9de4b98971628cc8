package io.fengsui.crawler.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** Pages of our own words, in the shapes that pages have. */
class ArticleTest {
  private static final String FIRST = "The harbour office asks everyone who bought the blue kettle to stop using it at once,"
      + " because its lid can open while the water boils.";
  private static final String SECOND = "Eleven people have been burned so far. The seller sends a new lid, free of charge,"
      + " to anyone who writes to the address below.";
  private static final String MENU = "<nav><ul><li><a href=/a>Home</a><li><a href=/b>Recalls</a><li><a href=/c>About us</a></ul></nav>";

  private static Article read(String html) {
    return Article.of(Jsoup.parse(html), null);
  }

  @Test
  void an_english_article_is_read_without_what_surrounds_it() {
    Article article = read(
        """
            <html lang="en-GB"><head><title>Blue kettle recalled | Harbour Courier</title></head><body>%s
            <div class="cookie-banner"><p>We use cookies, as everyone does, to know how often this page is read. Please accept.</p></div>
            <article><h1>Blue kettle recalled</h1><p class="byline">By <span class="author">Ann Mole</span></p>
            <time datetime="2026-05-03T10:15:00+01:00">3 May 2026</time>
            <div class="article-body"><p>%s</p><div class="ad-slot">Advertisement</div><h2>What to do</h2><p>%s</p>
            <div class="related"><h3>Related</h3><ul><li><a href=/x>Red kettle is safe, says the office</a></ul></div></div></article>
            <section id="comments"><p>My kettle is green, and I like it very much, thank you for asking. It boils well.</p></section>
            <footer><p>Copyright 2026 Harbour Courier. All rights reserved, as always, by the company.</p></footer></body></html>
            """
            .formatted(MENU, FIRST, SECOND));
    assertThat(article.title()).isEqualTo("Blue kettle recalled");
    assertThat(article.text()).isEqualTo(FIRST + "\n\nWhat to do\n\n" + SECOND);
    assertThat(article.author()).isEqualTo("Ann Mole");
    assertThat(article.published()).hasToString("2026-05-03T10:15+01:00");
    assertThat(article.language()).isEqualTo("en");
  }

  @Test
  void a_chinese_article_is_read_without_what_surrounds_it() {
    String first = "市场监管部门今天发布消息，港口电器公司决定召回一批蓝色电热水壶，因为壶盖在烧水时可能自行打开，存在烫伤使用者的危险。";
    String second = "目前已经收到十一起烫伤报告。消费者可以联系销售者，免费更换新的壶盖，或者办理退货退款手续。";
    Article article = read("""
        <html><head><title>蓝色电热水壶被召回_港口新闻网</title></head><body>
        <div class="nav"><a href=/>首页</a> <a href=/1>新闻</a> <a href=/2>召回</a> <a href=/3>视频</a></div>
        <div class="wrap"><h1>蓝色电热水壶被召回</h1><div class="info">2026年5月3日 10:15　来源：港口晚报　作者：王小明</div>
        <div class="content"><p>　　%s</p><p>　　%s</p></div>
        <div class="share">分享到 微信 微博</div></div>
        <div class="tuijian"><a href=/4>红色电热水壶抽检全部合格</a><a href=/5>本市开展电器安全检查</a></div>
        </body></html>""".formatted(first, second));
    assertThat(article.title()).isEqualTo("蓝色电热水壶被召回");
    assertThat(article.text()).isEqualTo(first + "\n\n" + second);
    assertThat(article.published()).hasToString("2026-05-03T10:15");
    assertThat(article.author()).isEqualTo("王小明");
    assertThat(article.language()).isEqualTo("zh");
  }

  @Test
  void a_short_notice_in_nested_boxes_is_read() {
    String notice = "The office closes on Friday; samples can be handed in until noon.";
    assertThat(read("<div><div>" + MENU + "</div><div><div><div><p>" + notice + "</p></div></div></div></div>").text())
        .isEqualTo(notice);
  }

  @Test
  void lists_and_tables_in_a_text_belong_to_it() {
    String text = read("<main><p>" + FIRST + "</p><ul><li>model K1</li><li>model K2</li></ul><p>" + SECOND
        + "</p><table><tr><td>Lot</td><td>A17</td></tr></table></main>").text();
    assertThat(text).contains(FIRST, "model K1\nmodel K2", SECOND, "Lot A17");
  }

  @Test
  void teasers_of_other_articles_do_not_belong_to_a_text() {
    String teaser = "<div class=card><a href=/%1$d>A headline of another article, number %1$d</a><p>%2$s</p></div>";
    StringBuilder page = new StringBuilder(
        "<body><div class=main><h1>Kettles</h1><p>" + FIRST + "</p><p>" + SECOND + "</p></div><div>");
    for (int i = 0; i < 8; i++)
      page.append(teaser.formatted(i, "Something else happened in another town, and nobody knows why it did."));
    assertThat(read(page + "</div>").text()).isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void lines_set_apart_by_breaks_are_paragraphs() {
    assertThat(read("<table><tr><td>" + MENU + "</td><td>" + FIRST + "<br><br>" + SECOND + "</td></tr></table>").text())
        .isEqualTo(FIRST + "\n\n" + SECOND);
  }

  @Test
  void a_page_of_links_alone_does_not_fail() {
    assertThat(read("<body>" + MENU + MENU).text()).isNotNull();
    assertThat(read("").text()).isEmpty();
    assertThat(read("").published()).isNull();
    assertThat(read("").title()).isNull();
  }

  @Test
  void the_document_is_not_changed() {
    var document = Jsoup.parse("<nav>Menu</nav><p>" + FIRST);
    String before = document.outerHtml();
    Article.of(document, URI.create("https://p.example/2026/05/03/kettle"));
    assertThat(document.outerHtml()).isEqualTo(before);
  }

  @Test
  void linked_data_is_read_as_far_as_it_goes() {
    Article article = read(
        "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Kettle\",\"datePublished\":"
            + "\"2026-05-03T23:30:00+08:00\",\"author\":[{\"@type\":\"Person\",\"name\":\"Ann Mole\"},{\"name\":\"Bo Li\"}],"
            + "\"comment\":[{\"@type\":\"Comment\",\"datePublished\":\"2026-05-09\"}],</script><p>" + FIRST);
    assertThat(article.published()).hasToString("2026-05-03T23:30+08:00");
    assertThat(article.author()).isEqualTo("Ann Mole, Bo Li");
    assertThat(article.title()).isEqualTo("Kettle");
  }

  @Test
  void bytes_are_read_by_what_they_declare_and_by_what_they_are() {
    String html = "<meta charset=gbk><title>蓝色电热水壶被召回</title><p>市场监管部门今天发布消息，港口电器公司决定召回一批蓝色电热水壶。";
    assertThat(Article.of(html.getBytes(Charset.forName("GBK")), null).title()).isEqualTo("蓝色电热水壶被召回");
    assertThat(Article.of(html.getBytes(StandardCharsets.UTF_8), null).title()).isEqualTo("蓝色电热水壶被召回");
  }
}
