package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadersTest {
  static final Source JSON = Sources.of("""
      read:
        format: json
        items: $.RESULT[*]
        nothing: ["n/a"]
        expect: {path: $.STATUSCODE, success: ["400"], empty: ["412"], forbidden: ["401"], message: $.MESSAGE}
        fields:
          reference: $.number
          title: $.title
          text: {paths: [$.danger, {path: $.remedy, label: "Remedy: "}], html: true}
          kind: {path: $.title, match: {regex: '(?i)\\b(warns)\\b', group: 1}, lookup: {table: {warns: warning}}}
          origin: $.made
          hazards: {path: $.hazards, split: ',\\s*'}
          products:
            - {each: "$.products[*]", name: $.name, gtin: {path: $.codes, match: {regex: '\\d{8,14}'}}}
          dates:
            published: {path: $.date, date: dd/MM/yyyy}
            updated: {path: ^$.stamp}
          companies:
            - {role: importer, each: "$.firms[*]", name: $.name}
          links:
            - {rel: notice, path: $.page}
            - {rel: image, path: "$.images[*]"}
          other:
            units: $.units
      """);
  static final String JSON_TEXT = """
      {"MESSAGE":"success","STATUSCODE":400,"stamp":"2026-09-30T08:00:00Z","RESULT":[
       {"number":"26-001","title":" Kettle\\u00a0One  warns ","danger":"<p>May leak.</p><p>Burns.</p>","remedy":"Refund","made":["China","N/A"],
        "hazards":"Burns, Fire","products":[{"name":"Kettle","codes":"EAN 4006381333931 and 12345670"}],"date":"30/09/2026",
        "firms":[{"name":"Acme"},{"name":"Acme"}],"page":"/n/1","images":["i.jpg","javascript:x"],"units":1250.50,"size":NaN},
       {"number":"26-002","title":"n/a"},
       {"title":"no number"}]}
      """;
  static final Source XML = Sources.of("""
      read:
        format: xml
        items: /report/notice
        fields:
          reference: number
          title: [product, name]
          text: {paths: [description, danger], remove: '^null\\s+'}
          categories: "type[@main='1']"
          dates:
            published: {path: ^/report/date, date: dd/MM/yyyy}
          links:
            - {rel: image, path: pictures/picture/@src}
      """);
  static final String XML_TEXT = """
      <?xml version="1.0"?><r:report xmlns:r="urn:r"><r:date>25/03/2022</r:date>
      <r:notice><number>A1</number><product><![CDATA[]]></product><name>Fan &amp; heater</name>
       <description>Gets <b>hot</b>&nbsp;fast.</description><danger><![CDATA[null Fire]]></danger><type>x</type><type main="1">Heaters</type>
       <pictures><picture src="https://publisher.example/1.jpg"/></pictures></r:notice>
      <r:notice><number>A2</number><product>Mat</product></r:notice></r:report>
      """;
  static final Source CSV = Sources.of("""
      read:
        format: csv
        fields: {reference: Number, title: Heading, text: {path: Description, html: true}, other: {units: Units}}
      """);
  static final String CSV_TEXT = "\uFEFFNumber,Heading,Description,Units\r\n1,\"Kettle, \"\"One\"\"\",\"line 1\r\nline 2\",\r\n2,Toaster,Hot&nbsp;side,12\r\n";
  static final Source FEED = Sources.of("""
      read:
        format: feed
        fields:
          reference: guid
          title: title
          text: {path: description, html: true}
          notifying: dcterms:creator
          categories: category
          dates: {published: pubDate}
          links: [{rel: notice, path: link}]
      """);
  static final String FEED_TEXT = """

      <rss version="2.0" xmlns:dcterms="urn:d" xmlns:atom="urn:a"><channel><title>List</title><atom:link href="x"/>
      <item><title>Kettle &eacute;</title><link>https://publisher.example/k</link><atom:link href="https://other.example"/>
       <description>&lt;p&gt;One.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;</description><category>a</category><category>b</category>
       <dcterms:creator>Sweden</dcterms:creator><pubDate>Wed, 19 Aug 2026 18:14:56 GMT</pubDate><guid>k/1</guid></item></channel></rss>
      """;
  static final Source HTML = Sources
      .of("""
          read:
            format: html
            items: table.list > tbody > tr:has(a)
            detail: {address: "a@href", fields: {text: .body, dates: {published: {path: time@datetime, date: iso}}, links: [{rel: document, path: "a.pdf@href"}]}}
            fields:
              reference: {path: "a@onclick", match: {regex: '\\((\\d+)\\)', group: 1}}
              title: {paths: ["td:nth-child(1)", "td:nth-child(2)"], join: " – "}
              dates: {published: {path: "td:nth-child(3)", date: yyyy.MM.dd}}
          """);
  static final String HTML_TEXT = """
      <!doctype html><title>Recalls</title><table class=list><thead><tr><th>Product</thead><tbody>
      <tr><td><a href="/d?id=7" onclick="view(7)">Scooter</a><td>Turbo<td>2026.08.11
      <tr><td colspan=3>nothing more</table>
      """;

  @Test
  void json_becomes_notices() {
    Read read = Read.of(JSON, JSON_TEXT);
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(3));
    var notice = read.notices().getFirst();
    assertThat(notice.id()).hasToString("kettle-board/26-001");
    assertThat(notice.title()).isEqualTo("Kettle One warns");
    assertThat(notice.text()).isEqualTo("May leak.\n\nBurns.\n\nRemedy: Refund");
    assertThat(notice.kind()).isEqualTo(Kind.WARNING);
    assertThat(notice.notifying()).containsExactly("SE");
    assertThat(notice.origin()).containsExactly("China");
    assertThat(notice.hazards()).containsExactly("Burns", "Fire");
    assertThat(notice.products()).singleElement()
        .satisfies(product -> assertThat(product.gtins()).containsExactly("4006381333931", "12345670"));
    assertThat(notice.published().orElseThrow().date()).isEqualTo("2026-09-30");
    assertThat(notice.dates().get(DateRole.UPDATED).instant()).isEqualTo("2026-09-30T08:00:00Z");
    assertThat(notice.companies()).containsExactly(new Company("Acme", Company.Role.IMPORTER));
    assertThat(notice.links()).containsExactly(new Link(Link.Rel.NOTICE, "https://publisher.example/n/1"),
        new Link(Link.Rel.IMAGE, "https://publisher.example/recalls/i.jpg"));
    assertThat(notice.other()).isEqualTo(Map.of("units", "1250.50"));
    assertThat(read.readings().subList(1, 3)).extracting("problem").containsExactly("no title", "no reference");
  }

  @Test
  void the_publishers_own_word_for_failure_counts() {
    assertThat(Read.of(JSON, "{\"STATUSCODE\":412,\"MESSAGE\":\"no results\"}").end())
        .isEqualTo(new Reading.End.Complete(0));
    assertThat(Read.of(JSON, "{\"STATUSCODE\":401,\"MESSAGE\":\"denied\"}").cause()).isEqualTo(Cause.FORBIDDEN);
    assertThat(Read.of(JSON, "{\"RESULT\":[],\"STATUSCODE\":500,\"MESSAGE\":\"down\"}").end()).hasToString(
        "Broken[items=0, cause=PUBLISHER_ERROR, message=the publisher says $.STATUSCODE = 500: down]");
  }

  @Test
  void an_empty_list_is_not_a_missing_one() {
    assertThat(Read.of(JSON, "{\"STATUSCODE\":400,\"RESULT\":[]}").end()).isEqualTo(new Reading.End.Complete(0));
    assertThat(Read.of(JSON, "{\"STATUSCODE\":400,\"RESULTS\":[]}").cause()).isEqualTo(Cause.CHANGED_FORMAT);
    assertThat(Read.of(XML, "<report><date/></report>").end()).isEqualTo(new Reading.End.Complete(0));
    assertThat(Read.of(XML, "<rapport><notice/></rapport>").cause()).isEqualTo(Cause.CHANGED_FORMAT);
    assertThat(Read.of(CSV, "Number,Heading\n").end()).isEqualTo(new Reading.End.Complete(0));
    assertThat(Read.of(CSV, "No,Heading\n1,x\n").cause()).isEqualTo(Cause.CHANGED_FORMAT);
    assertThat(Read.of(HTML, "<table class=list><tbody></table>").end()).isEqualTo(new Reading.End.Complete(0));
    assertThat(Read.of(HTML, "<p>We have moved</p>").cause()).isEqualTo(Cause.CHANGED_FORMAT);
  }

  @Test
  void xml_becomes_notices() {
    Read read = Read.of(XML, XML_TEXT);
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(2));
    var notice = read.notices().getFirst();
    assertThat(notice.title()).isEqualTo("Fan & heater");
    assertThat(notice.text()).isEqualTo("Gets hot fast.\n\nFire");
    assertThat(notice.categories()).containsExactly("Heaters");
    assertThat(notice.published().orElseThrow().date()).isEqualTo("2022-03-25");
    assertThat(notice.links()).hasSize(1);
  }

  @Test
  void csv_becomes_notices() {
    Read read = Read.of(CSV, CSV_TEXT);
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(2));
    assertThat(read.notices()).extracting("title").containsExactly("Kettle, \"One\"", "Toaster");
    assertThat(read.notices()).extracting("text").containsExactly("line 1\nline 2", "Hot side");
    assertThat(read.notices().getFirst().other()).isEmpty();
  }

  @Test
  void a_table_without_header_and_quotes_is_read() {
    Source flat = Sources.of("""
        read:
          format: csv
          charset: windows-1252
          csv: {delimiter: "\\t", quote: none, header: [ID, NAME, TEXT]}
          fields: {reference: ID, title: NAME}
        """);
    byte[] bytes = "1\tCaf\u00e9 \"Brew\t5\" pipe\r\n2\tB\tx\r\n".getBytes(Charset.forName("windows-1252"));
    assertThat(Read.of(flat, Responses.of(bytes)).notices()).extracting("title").containsExactly("Café \"Brew", "B");
  }

  @Test
  void a_feed_becomes_notices() {
    var notice = Read.of(FEED, FEED_TEXT).notices().getFirst();
    assertThat(notice.id().reference()).isEqualTo("k/1");
    assertThat(notice.title()).isEqualTo("Kettle é");
    assertThat(notice.text()).isEqualTo("One.\n\nTwo.");
    assertThat(notice.notifying()).containsExactly("Sweden");
    assertThat(notice.categories()).containsExactly("a", "b");
    assertThat(notice.published().orElseThrow().instant()).isEqualTo("2026-08-19T18:14:56Z");
    assertThat(notice.page()).contains("https://publisher.example/k");
  }

  @Test
  void atom_answers_to_the_names_of_rss() {
    var notice = Read
        .of(FEED,
            """
                <feed xmlns="http://www.w3.org/2005/Atom"><entry><id>urn:1</id><title type="html">Mat</title><link rel="self" href="/self"/>
                <link href="/mat"/><summary>Soft.</summary><updated>2026-08-19T10:00:00Z</updated><category term="rugs"/></entry></feed>
                """)
        .notices().getFirst();
    assertThat(notice.id().reference()).isEqualTo("urn:1");
    assertThat(notice.page()).contains("https://publisher.example/mat");
    assertThat(notice.categories()).containsExactly("rugs");
    assertThat(notice.text()).isEqualTo("Soft.");
    assertThat(notice.published()).isPresent();
  }

  @Test
  void a_page_becomes_notices_with_details() {
    Read read = Read.of(HTML, HTML_TEXT);
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(1));
    var found = (Reading.Found) read.readings().getFirst();
    assertThat(found.notice().title()).isEqualTo("Scooter – Turbo");
    assertThat(found.detail()).isEqualTo("https://publisher.example/d?id=7");
    var more = Readers.detail(HTML, found.notice(),
        Responses.of("<div class=body><p>It <i>may</i> burn.<p>Stop.</div><a class=pdf href=x.pdf>"));
    assertThat(more.text()).isEqualTo("It may burn.\n\nStop.");
    assertThat(more.published().orElseThrow().date()).isEqualTo("2026-08-11");
    assertThat(more.links()).extracting(Link::uri).containsExactly("https://publisher.example/recalls/x.pdf");
    assertThat(Readers.detail(HTML, found.notice(), Responses.of("{\"error\":1}"))).isEqualTo(found.notice());
  }

  @Test
  void records_of_another_kind_are_passed_over() {
    Source source = Sources.of("""
        read:
          format: csv
          only: {path: kind, match: {regex: recall}}
          fields: {reference: id, title: name}
        """);
    Read read = Read.of(source, "id,name,kind\n1,Scooter,recall\n,Our week,news\n2,,recall\n");
    assertThat(read.notices()).extracting(Notice::title).containsExactly("Scooter");
    assertThat(read.readings()).hasSize(2);
    assertThat(read.end()).isEqualTo(new Reading.End.Complete(2));
  }

  @Test
  void a_detail_may_be_json() {
    Source source = Sources.of("""
        read:
          format: json
          items: $[*]
          detail:
            format: json
            address: {path: id, template: "https://publisher.example/view/{}"}
            fields: {text: details.body, hazards: "hazards[*].name", other: {status: status}}
          fields: {reference: id, title: name}
        """);
    var found = (Reading.Found) Read.of(source, "[{\"id\":7,\"name\":\"Scooter\"}]").readings().getFirst();
    assertThat(found.detail()).isEqualTo("https://publisher.example/view/7");
    var more = Readers.detail(source, found.notice(), Responses.of(
        "{\"details\":{\"body\":\"Burns.\"},\"hazards\":[{\"name\":\"fire\"}],\"status\":\"withdrawn\"}"));
    assertThat(more.text()).isEqualTo("Burns.");
    assertThat(more.hazards()).containsExactly("fire");
    assertThat(more.other()).containsEntry("status", "withdrawn");
    assertThat(Readers.detail(source, found.notice(), Responses.of("<html>gone</html>"))).isEqualTo(found.notice());
  }

  @Test
  void an_index_tells_what_to_follow() {
    Source index = Sources.following(
        "follow: {format: xml, paths: [//week/URL], strip: ',$', template: 'https://publisher.example/{id}'}",
        XML_READ);
    assertThat(Readers.follow(index,
        Responses
            .of("<weeks><week><URL>https://publisher.example/1,</URL></week><week><URL> /2,</URL></week></weeks>")))
        .containsExactly("https://publisher.example/1", "https://publisher.example/2");
    assertThat(Readers.follow(index, Responses.of("<html>down</html>"))).isEmpty();
  }

  private static final String XML_READ = "read: {format: xml, items: /a/b, fields: {reference: c, title: d}}\n";

  @Test
  void what_was_read_before_a_cut_is_kept() {
    Read json = Read.of(JSON, JSON_TEXT.substring(0, JSON_TEXT.indexOf("26-002")));
    assertThat(json.notices()).hasSize(1);
    assertThat(json.cause()).isEqualTo(Cause.MALFORMED);
    assertThat(((Reading.End.Broken) json.end()).message()).contains("line 5");
    Read xml = Read.of(XML, XML_TEXT.substring(0, XML_TEXT.indexOf("A2")));
    assertThat(xml.notices()).hasSize(1);
    assertThat(xml.cause()).isEqualTo(Cause.MALFORMED);
    Read csv = Read.of(CSV, CSV_TEXT.substring(0, CSV_TEXT.indexOf("Hot")));
    assertThat(csv.notices()).hasSize(1);
    assertThat(csv.cause()).isEqualTo(Cause.MALFORMED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<!DOCTYPE html><html><title>Sorry</title>", "<html><body>Just a moment", "%PDF-1.7 x",
      "Service unavailable"})
  void another_format_is_named(String text) {
    for (Source source : List.of(JSON, XML, FEED))
      assertThat(Read.of(source, text).cause()).as(source.read().format() + " " + text).isEqualTo(Cause.WRONG_FORMAT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  \n", "\uFEFF"})
  void an_empty_response_is_malformed(String text) {
    for (Source source : List.of(JSON, XML, FEED, CSV, HTML))
      assertThat(Read.of(source, text).cause()).isEqualTo(Cause.MALFORMED);
  }

  @Test
  void other_formats_do_not_pass_for_tables_and_pages() {
    assertThat(Read.of(CSV, "<html><body>down").cause()).isEqualTo(Cause.WRONG_FORMAT);
    assertThat(Read.of(CSV, "{\"error\":\"down\"}").cause()).isEqualTo(Cause.WRONG_FORMAT);
    assertThat(Read.of(HTML, "{\"error\":\"down\"}").cause()).isEqualTo(Cause.WRONG_FORMAT);
    assertThat(Read.of(XML, "{\"error\":\"down\"}").cause()).isEqualTo(Cause.WRONG_FORMAT);
    assertThat(Read.of(JSON, "<error/>").cause()).isEqualTo(Cause.WRONG_FORMAT);
    assertThat(Read.of(FEED, "<error/>").cause()).isEqualTo(Cause.WRONG_FORMAT);
  }

  @Test
  void deep_nesting_is_refused() {
    assertThat(Read.of(JSON, "{\"STATUSCODE\":400,\"RESULT\":[" + "[".repeat(100_000)).cause())
        .isEqualTo(Cause.TOO_DEEP);
    assertThat(Read.of(XML, "<report>" + "<a>".repeat(100_000)).cause()).isEqualTo(Cause.TOO_DEEP);
    assertThat(Read.of(HTML, "<table class=list>" + "<div>".repeat(100_000)).readings()).isEmpty();
  }

  @Test
  void entities_are_never_expanded() {
    String bomb = "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>";
    String file = "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]>";
    for (String type : List.of(bomb, file)) {
      Read read = Read.of(XML, type + "<report><notice><number>&b;</number><name>x</name></notice></report>");
      assertThat(read.cause()).isEqualTo(Cause.MALFORMED);
      assertThat(read.readings()).isEmpty();
    }
    assertThat(Read.of(XML, "<report><notice><number>&b;</number></notice></report>").cause())
        .isEqualTo(Cause.MALFORMED);
  }

  @Test
  void bytes_that_are_not_utf8_as_declared_are_recognised() {
    byte[] bytes = JSON_TEXT.replace("Burns, Fire", "Verbr\u00fchung m\u00f6glich")
        .getBytes(StandardCharsets.ISO_8859_1);
    var declared = Responses.of(bytes, Map.of("content-type", List.of("application/json; charset=utf-8")));
    assertThat(Read.of(JSON, declared).notices().getFirst().hazards()).containsExactly("Verbr\u00fchung m\u00f6glich");
    assertThat(Read.of(JSON, Responses.of(bytes)).notices()).hasSize(1);
  }

  @Test
  void characters_that_xml_forbids_cost_no_notice() {
    assertThat(Read.of(XML, XML_TEXT.replace("hot", "h\u0000o\u0008t")).notices()).hasSize(2);
    assertThat(Read.of(JSON, JSON_TEXT.replace("Refund", "Re\\u0000fund")).notices().getFirst().text())
        .endsWith("Refund");
  }

  @Test
  void lines_of_json_are_read_like_a_list() {
    Source lines = Sources.of("read: {format: json, items: $, fields: {reference: $.id, title: $.t}}\n");
    assertThat(Read.of(lines, "{\"id\":1,\"t\":\"a\"}\n{\"id\":2,\"t\":\"b\"}\n").notices()).hasSize(2);
    assertThat(Read.of(lines, "[{\"id\":1,\"t\":\"a\"},null,{\"id\":2,\"t\":\"b\"}]").notices()).hasSize(2);
  }

  @Test
  void a_record_with_an_endless_reference_is_rejected() {
    String text = CSV_TEXT.replace("2,Toaster", "x".repeat(600) + ",Toaster");
    assertThat(Read.of(CSV, text).readings().getLast()).isInstanceOf(Reading.Rejected.class);
  }

  @Test
  void an_expression_that_would_take_for_ever_ends() {
    Source slow = Sources.of(
        "read: {format: csv, fields: {reference: Number, title: {path: Heading, remove: '(a+)+$'}, text: {path: Description, match: {regex: '(x|y)*z'}}}}\n");
    String text = "Number,Heading,Description\n1," + "a".repeat(40_000) + "!," + "xy".repeat(200_000) + "\n";
    assertThat(Read.of(slow, text).notices()).hasSize(1);
  }

  @Test
  void what_the_sink_throws_goes_through() {
    assertThatIllegalStateException().isThrownBy(() -> Readers.read(CSV, Responses.of(CSV_TEXT), reading -> {
      throw new IllegalStateException("full");
    })).withMessage("full");
  }
}
