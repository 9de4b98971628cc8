package io.fengsui.crawler.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The sources that come with the product, over the sample that comes with it. */
class EverySourceTest {
  private static final SourceCatalog CATALOG = Recordings.catalog();
  private static final Map<String, List<Notice>> NOTICES = new TreeMap<>();
  private static final List<String> PROBLEMS = new ArrayList<>();

  @BeforeAll
  static void readSample() throws IOException {
    Path sample = Recordings.root().resolve("config/sample");
    var recordings = Recordings.of(sample.resolve("recordings.yaml"), sample).stream()
        .collect(Collectors.groupingBy(Recordings.Recording::source));
    recordings.forEach((id, each) -> {
      var source = CATALOG.source(id);
      assertThat(source).as("%s, of which the sample has recordings; faults: %s", id, CATALOG.faults()).isPresent();
      var crawl = SampleCrawl.of(source.orElseThrow(), each);
      NOTICES.put(id, crawl.notices());
      PROBLEMS.addAll(crawl.problems());
    });
  }

  @Test
  void no_source_has_a_fault() {
    assertThat(CATALOG.faults()).isEmpty();
  }

  @Test
  void forty_sources_are_on() {
    assertThat(CATALOG.sources().stream().filter(Source::enabled).count()).isGreaterThanOrEqualTo(40);
  }

  @Test
  void a_source_that_needs_a_key_names_the_variable_for_it() {
    for (Source source : CATALOG.sources())
      assertThat(source.fetch().secrets().values()).as(source.id()).allMatch(name -> name.startsWith("FENGSUI_"));
  }

  @Test
  void the_sample_has_notices_of_every_source_that_is_on() {
    assertThat(NOTICES.keySet())
        .containsAll(CATALOG.sources().stream().filter(Source::enabled).map(Source::id).toList());
    assertThat(NOTICES).allSatisfy((source, notices) -> assertThat(notices).as(source).isNotEmpty());
    assertThat(PROBLEMS).isEmpty();
  }

  @Test
  void a_safety_gate_alert_keeps_all_that_the_report_gave() {
    Notice notice = notice("eu-safety-gate", "Power bank NUVOLTRO Slim 20000");
    assertThat(notice.kind()).isEqualTo(Kind.RECALL);
    assertThat(notice.notifying()).containsExactly("Germany");
    assertThat(notice.origin()).containsExactly("People's Republic of China");
    assertThat(notice.hazards()).containsExactly("Burns", "Fire");
    assertThat(notice.publisherClass()).isEqualTo("Serious risk");
    assertThat(notice.measures()).containsExactly("Recall of the product from end users", "Stop of sales");
    assertThat(notice.products()).singleElement().satisfies(product -> {
      assertThat(product.model()).isEqualTo("NV-P20K");
      assertThat(product.lot()).isEqualTo("Lot 2546");
      assertThat(product.gtins()).containsExactly("6971002384417");
    });
    assertThat(notice.page()).hasValueSatisfying(page -> assertThat(page).contains("/webReport/alertDetail/"));
    assertThat(day(notice, DateRole.PUBLISHED)).isEqualTo(LocalDate.of(2026, 11, 13));
  }

  @Test
  void words_for_nothing_and_a_leading_null_are_not_text() {
    Notice notice = notice("eu-safety-gate", "Skin-lightening cream Clairnoa Lait Éclat");
    assertThat(notice.text()).contains("The product contains hydroquinone").doesNotContain("null");
    assertThat(notice("eu-safety-gate", "Baby self-feeding pillow NapMilk Easy Feeder").origin()).isEmpty();
  }

  @Test
  void the_kind_follows_what_the_publisher_says() {
    assertThat(notice("eu-safety-gate", "Water gun SplashKori Tank 900").kind()).isEqualTo(Kind.BORDER_REJECTION);
    assertThat(notice("eu-rasff", "Melamine in rice protein concentrate from China").kind())
        .isEqualTo(Kind.BORDER_REJECTION);
    assertThat(first("us-federal-register").kind()).isEqualTo(Kind.MEASURE);
    assertThat(first("us-cpsc").kind()).isEqualTo(Kind.RECALL);
    assertThat(NOTICES.get("sg-cpso")).extracting(Notice::kind).contains(Kind.RECALL, Kind.WARNING);
  }

  @Test
  void both_languages_of_a_recall_are_notices_of_their_own() {
    assertThat(NOTICES.get("us-fsis")).extracting(notice -> notice.id().reference() + " " + notice.language())
        .contains("031-2026 English en", "031-2026 Spanish es");
    assertThat(NOTICES.get("oecd-globalrecalls"))
        .extracting(notice -> notice.id().reference() + " " + notice.language())
        .contains("EN/CA/83020 en", "FR/CA/83020 fr", "JA/JP/202611-0042 ja");
  }

  @Test
  void a_korean_row_gets_its_reference_from_the_script_of_its_cells() {
    Notice notice = first("kr-seoul");
    assertThat(notice.id().reference()).isEqualTo("10025262");
    assertThat(notice.title()).isEqualTo("휴대용 손난로(전기 온열기) – HW-88");
    assertThat(day(notice, DateRole.PUBLISHED)).isEqualTo(LocalDate.of(2026, 11, 17));
  }

  @Test
  void a_comment_deadline_is_a_day_where_the_publisher_gives_one() {
    assertThat(day(first("us-federal-register"), DateRole.COMMENT_DEADLINE)).isEqualTo(LocalDate.of(2027, 1, 19));
  }

  @Test
  void several_values_in_one_field_are_set_apart() {
    Notice notice = notice("fr-rappelconso", "fromagerie des deux vals – reblochon fermier 450 g");
    assertThat(notice.markets()).containsExactly("auvergne-rhône-alpes", "île-de-france");
    assertThat(notice.companies()).extracting(company -> company.name()).containsExactly("fromagerie des deux vals",
        "crémerie du marché", "biocoin");
    assertThat(notice.products().getFirst().gtins()).containsExactly("3760123880014");
  }

  @Test
  void the_second_recording_of_an_address_changes_what_the_first_said() {
    assertThat(NOTICES.get("ca-recalls").stream().filter(notice -> notice.id().reference().equals("83011"))
        .map(Notice::title)).containsExactly("Nuvoltro power banks recalled due to fire hazard",
            "Nuvoltro power banks and jump starters recalled due to fire hazard");
  }

  private static Notice first(String source) {
    return NOTICES.get(source).getFirst();
  }

  private static Notice notice(String source, String title) {
    return NOTICES.get(source).stream().filter(notice -> notice.title().equals(title)).findFirst()
        .orElseThrow(() -> new AssertionError(NOTICES.get(source).stream().map(Notice::title).toList().toString()));
  }

  private static LocalDate day(Notice notice, DateRole role) {
    return notice.dates().get(role).date();
  }
}
