package io.fengsui.indexer.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.notice.TradeMeasure.Code;
import io.fengsui.indexer.World;
import io.fengsui.indexer.query.SearchRequest.Sort;
import io.fengsui.indexer.query.SearchResult.Count;
import io.fengsui.indexer.query.SearchResult.Facet;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoticeSearchIT {
  private static World world;

  @BeforeAll
  static void begin() {
    world = new World();
    world.store(notices());
    world.indexer.catchUp();
    world.refresh();
  }

  @AfterAll
  static void end() {
    world.close();
  }

  private static List<Notice> notices() {
    return List.of(
        World.notice("DK-7", Kind.RECALL, "Powerbanks tilbagekaldes", "Produktet kan overophede og antænde.", "da",
            List.of("Denmark"), List.of("People's Republic of China"), LocalDate.of(2026, 3, 2),
            List.of(new Product("Powerbank", "Voltano", "VP-10", "L7", List.of("05701234567899"), null))),
        World.notice("A12/1188/13", Kind.RECALL, "Wooden train", "Small parts may come off and a child may choke.",
            "en",
            List.of("Cyprus"), List.of("China"), LocalDate.of(2013, 9, 6),
            List.of(new Product("Toy train", "Bimbo Toys", "T-1", null, List.of(), null))),
        World.notice("KR-1", Kind.RECALL, "어린이 완구 리콜", "완구에서 프탈레이트가 검출되었습니다.", "ko", List.of("Korea, Republic of"),
            List.of(), LocalDate.of(2025, 5, 5), List.of()),
        World.notice("DE-1", Kind.WARNING, "Rückruf: Salmonellen in Rohmilchkäse",
            "Der Käse darf nicht verzehrt werden.", "de",
            List.of("Deutschland"), List.of("Frankreich"), LocalDate.of(2024, 1, 10), List.of()),
        World.notice("US-1", Kind.RECALL, "Laptop computer",
            "The lithium battery can overheat. The battery is of lithium.",
            "en", List.of("US"), List.of("Unknown"), LocalDate.of(2025, 12, 1), List.of()),
        World.notice("US-2", Kind.WARNING, "Battery of lithium", "Words in another order.", "en", List.of("US"),
            List.of(),
            null, List.of()),
        World.with(World.notice("G/TBT/N/EU/1100", Kind.MEASURE, "Draft regulation on packaging", "Notified text", "en",
            List.of("European Union"), List.of(), LocalDate.of(2026, 6, 1), List.of()),
            new TradeMeasure("G/TBT/N/EU/1100", List.of("G/TBT/N/EU/1100"), TradeMeasure.Event.REGULAR, "TBT",
                List.of(new Code("3923", null), new Code("4819.10", "Cartons")), List.of(new Code("55.020", null)),
                List.of("Protection of the environment"), List.of(), "Corrugated boxes")),
        World.notice("CN-1", Kind.RECALL, "某公司召回部分儿童自行车", "因制动器存在安全隐患。", "zh", List.of("中国"), List.of("中国"),
            LocalDate.of(2026, 7, 1), List.of()));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '=', quoteCharacter = '~', textBlock = """
      电池 = DK-7 US-1 US-2
      玩具 召回 = A12/1188/13 KR-1
      玩具召回 = A12/1188/13 KR-1
      "lithium battery" = US-1
      lithium battery = US-1 US-2
      A12/1188/13 = A12/1188/13
      ref:a12/1188 = A12/1188/13
      G/TBT/N/EU/1100 = G/TBT/N/EU/1100
      hs:39 = G/TBT/N/EU/1100
      hs:392310 = G/TBT/N/EU/1100
      hs:4819 = G/TBT/N/EU/1100
      hs:4818,85 =
      ics:55 = G/TBT/N/EU/1100
      481910 = G/TBT/N/EU/1100
      cartons corrugated = G/TBT/N/EU/1100
      "protection of the environment" = G/TBT/N/EU/1100
      Voltano = DK-7
      brand:voltano = DK-7
      brand:train =
      Rückruf = DE-1 DK-7 A12/1188/13 KR-1 US-1 CN-1
      "Rückruf" = DE-1
      rohmilchkase = DE-1
      완구 = KR-1 A12/1188/13
      "완구" = KR-1
      自行车 = CN-1
      by:德国 = DE-1
      origin:CN = DK-7 A12/1188/13 CN-1
      by:DE,KR = DE-1 KR-1
      train choke = A12/1188/13
      train -choke =
      kind:召回 -玩具 since:2026 = DK-7 CN-1
      kind:measure OR lang:ko = G/TBT/N/EU/1100 KR-1
      gtin:5701234567899 = DK-7
      year:2013 = A12/1188/13
      until:2013-09 = A12/1188/13
      since:2026-Q2 = G/TBT/N/EU/1100 CN-1
      nothing-like-this =""")
  void aQueryFindsWhatItMeans(String query, String references) {
    assertThat(world.found(query)).containsExactlyInAnyOrder(
        references == null || references.isBlank() ? new String[0] : references.strip().split(" "));
    assertThat(world.search.count(world.parse(query))).isEqualTo(world.found(query).size());
  }

  @Test
  void aReferenceComesFirst() {
    assertThat(world.found("A12/1188/13").getFirst()).isEqualTo("A12/1188/13");
  }

  @Test
  void aHitShowsWhatMatchedInTitleAndText() {
    Hit hit = world.search("\"lithium battery\"").hits().getFirst();
    assertThat(hit.snippet()).contains("\uE000lithium\uE001 \uE000battery\uE001");
    assertThat(hit.title()).isEqualTo("Laptop computer");
    assertThat(hit.origin()).isEmpty();
    assertThat(hit.notifying()).containsExactly("US");
    assertThat(world.search("Powerbanks").hits().getFirst().title()).contains("\uE000Powerbanks\uE001");
    assertThat(world.search("kind:recall").hits()).allMatch(one -> one.snippet().indexOf(Hit.MARK) < 0);
    assertThat(world.search("by:DK").hits().getFirst().snippet()).startsWith("Produktet");
    assertThat(world.search("by:DK").hits().getFirst().products()).containsExactly("Voltano Powerbank");
  }

  @Test
  void facetsCountAllHits() {
    SearchResult all = world.search("");
    assertThat(all.total()).isEqualTo(8);
    Facet kind = all.facets().getFirst();
    assertThat(kind.field()).isEqualTo(SearchField.KIND);
    assertThat(kind.counts()).containsExactly(new Count("recall", 5), new Count("warning", 2), new Count("measure", 1));
    Facet origin = facet(all, SearchField.ORIGIN);
    assertThat(origin.counts()).contains(new Count("CN", 3), new Count("FR", 1));
    assertThat(origin.missing()).isEqualTo(4);
    Facet year = facet(all, SearchField.YEAR);
    assertThat(year.counts()).startsWith(new Count("2026", 3));
    assertThat(year.missing()).isEqualTo(1);
    assertThat(facet(all, SearchField.BY).counts()).contains(new Count("EU", 1), new Count("KR", 1));
  }

  private static Facet facet(SearchResult result, SearchField field) {
    return result.facets().stream().filter(one -> one.field() == field).findFirst().orElseThrow();
  }

  @Test
  void byDateTheNewestComesFirstAndTheUndatedLast() {
    SearchResult result = world.search.search(new SearchRequest(world.parse(""), Sort.DATE, 20, null, false));
    assertThat(result.hits()).extracting(hit -> hit.id().reference()).containsExactly("CN-1", "G/TBT/N/EU/1100", "DK-7",
        "US-1", "KR-1", "DE-1", "A12/1188/13", "US-2");
    assertThat(result.facets()).isEmpty();
    assertThat(result.next()).isNull();
  }

  @Test
  void pagesFollowEachOtherWithoutGapsInBothOrders() {
    for (Sort sort : Sort.values())
      for (String text : List.of("", "召回"))
        assertThat(pages(text, sort, 2)).as(sort + " " + text).doesNotHaveDuplicates()
            .hasSize((int) world.search.count(world.parse(text)));
  }

  @Test
  void aCursorOfAnotherOrderOrMadeUpIsRefused() {
    assertThatThrownBy(() -> world.search.search(new SearchRequest(world.parse("x"), Sort.DATE, 2, "abc", false)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void everyQueryOfTheTaxonomyCompilesToSomethingTheEngineTakes() {
    String text = String.join(" OR ", List.of("食品", "玩具", "汽车", "服装", "化学风险", "召回", "肉类", "化妆品"));
    assertThat(world.search(text).total()).isGreaterThan(3);
  }

  @Test
  void moreThanTenThousandCanBePagedThrough() {
    try (World large = new World()) {
      for (int i = 0; i < 11; i++) {
        int from = i * 1000;
        large.store(
            IntStream.range(from, from + 1000).mapToObj(n -> World.plain("N-" + n, "Small " + n, "", "en")).toList());
      }
      large.indexer.catchUp();
      large.refresh();
      Set<Long> seen = new HashSet<>();
      String after = null;
      do {
        SearchResult page = large.search
            .search(new SearchRequest(large.parse("small"), Sort.RELEVANCE, 100, after, false));
        assertThat(page.total()).isEqualTo(11_000);
        page.hits().forEach(hit -> assertThat(seen.add(hit.number())).isTrue());
        after = page.next();
      } while (after != null);
      assertThat(seen).hasSize(11_000);
      large.deleteIndices();
      assertThatThrownBy(() -> large.search("x")).isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining("not there yet");
    } finally {
      end();
      begin();
    }
  }

  private static List<String> pages(String text, Sort sort, int size) {
    List<String> found = new ArrayList<>();
    String after = null;
    do {
      SearchResult page = world.search.search(new SearchRequest(world.parse(text), sort, size, after, false));
      page.hits().forEach(hit -> found.add(hit.id().reference()));
      after = page.next();
    } while (after != null);
    return found;
  }
}
