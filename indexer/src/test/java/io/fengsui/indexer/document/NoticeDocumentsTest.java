package io.fengsui.indexer.document;

import static org.assertj.core.api.Assertions.assertThat;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Kind;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.notice.TradeMeasure.Code;
import io.fengsui.crawler.store.ArchivedNotice;
import io.fengsui.indexer.Configured;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NoticeDocumentsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private final NoticeDocuments documents = new NoticeDocuments(Configured.PARTNERS);

  private static ArchivedNotice full(LocalDate published) {
    Notice notice = new Notice(new NoticeId("eu-safety-gate", "SR/00123/26"), Kind.RECALL, "Plush bear \"Bruno\"",
        "The eyes come off.\nA child may choke.", "en-GB", List.of("Czechia"),
        List.of("People's Republic of China", "Mars"),
        List.of("Germany; France"),
        List.of(new Product("Plush bear", "Acme", "PB-7", "L1", List.of("4006381333931"), "10")),
        List.of("Toys"), List.of("Choking"), "Serious risk", List.of("Recall from end users"),
        new TradeMeasure("G/TBT/N/EU/1100/Add.1", List.of("G/TBT/N/EU/1100"), TradeMeasure.Event.ADDENDUM, "TBT",
            List.of(new Code("8507.60", "Lithium-ion accumulators"), new Code("ex 9503 00", null),
                new Code("see annex", null)),
            List.of(new Code("29.220.99", "Other cells")), List.of("Protection of the environment"),
            List.of("Batteries"), "Portable batteries"),
        Map.of(DateRole.PUBLISHED, GivenDate.day("x", published), DateRole.UPDATED, GivenDate.words("soon")),
        List.of(new Company("Acme Ltd", Company.Role.IMPORTER)),
        List.of(new Link(Link.Rel.NOTICE, "https://example.org/1")),
        Map.of("units", "120"));
    return new ArchivedNotice(42, 3, notice, Instant.ofEpochMilli(1000), Instant.EPOCH, 1);
  }

  private JsonNode document(ArchivedNotice notice) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    documents.write(notice, out);
    String line = out.toString(StandardCharsets.UTF_8);
    assertThat(line).doesNotContain("\n");
    return JSON.readTree(line);
  }

  @Test
  void aDocumentHasEverythingThatIsSearchedOrShown() {
    assertThat(document(full(LocalDate.of(2026, 8, 14)))).isEqualTo(JSON.readTree(
        """
            {"number": 42, "revision": 3, "source": "eu-safety-gate", "reference": "SR/00123/26", "key": "sr0012326",
             "kind": "recall", "lang": "en", "title": "Plush bear \\"Bruno\\"", "page": "https://example.org/1",
             "text": "The eyes come off.\\nA child may choke.", "product": ["Plush bear"], "brand": ["Acme"], "model": ["PB-7"],
             "gtin": ["4006381333931"], "goods": ["Acme Plush bear"], "lot": ["L1"], "company": ["Acme Ltd"],
             "category": ["Toys"], "hazard": ["Choking"], "class": "Serious risk", "measure": ["Recall from end users"], "base": ["gtbtneu1100"], "event": "addendum", "area": "TBT",
             "hs": ["850760", "950300"], "ics": ["29.220.99"], "objective": ["Protection of the environment"],
             "subject": ["G/TBT/N/EU/1100/Add.1", "Lithium-ion accumulators", "Other cells", "Batteries", "Portable batteries"],
             "other": ["120"], "by": ["CZ"], "origin": ["CN", "Mars"], "market": ["DE", "FR"], "published": "2026-08-14",
             "year": "2026", "seen": 1000}"""));
  }

  @Test
  void aDateThatCannotBeIsLeftOut() {
    JsonNode document = document(full(LocalDate.of(24, 8, 14)));
    assertThat(document.has("published")).isFalse();
    assertThat(document.has("year")).isFalse();
  }

  @Test
  void everyFieldWrittenStandsInTheStrictMapping() throws Exception {
    JsonNode schema;
    try (var json = NoticeDocuments.class.getResourceAsStream("/io/fengsui/indexer/schema/notices.json")) {
      schema = JSON.readTree(json);
    }
    Set<String> mapped = new TreeSet<>(schema.path("template").path("mappings").path("properties").propertyNames());
    assertThat(mapped).containsAll(document(full(LocalDate.of(2026, 8, 14))).propertyNames());
  }

  @Test
  void keysDisregardPunctuationAndLeadingZeros() {
    assertThat(Keys.reference("A12/1188/13")).isEqualTo("a12118813");
    assertThat(Keys.gtin("0 12345-67890 5")).isEqualTo("12345678905");
    assertThat(Keys.gtin("n/a")).isEmpty();
    assertThat(Keys.hs("8507.60 10")).isEqualTo("85076010");
    assertThat(Keys.hs("ex Chapter 95")).isEqualTo("95");
    assertThat(Keys.hs("ex".repeat(100_000) + "85")).isEmpty();
    assertThat(Keys.hs("HS2022 or later, see annex 1")).isEmpty();
    assertThat(Keys.ics("29.220.99")).isEqualTo("29.220.99");
    assertThat(Keys.ics("ICS 97,200")).isEqualTo("97.200");
  }
}
