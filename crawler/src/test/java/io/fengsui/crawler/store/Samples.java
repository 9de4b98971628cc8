package io.fengsui.crawler.store;

import io.fengsui.crawler.capture.Capture;
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
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Notices for the tests of the archive. */
final class Samples {
  static final Instant SEEN = Instant.parse("2026-03-01T08:00:00Z");

  private Samples() {}

  /** A notice with every field filled. */
  static Notice full(String source, String reference) {
    return new Notice(new NoticeId(source, reference), Kind.RECALL, "Power bank recalled: it may catch fire",
        "The cells overheat while charging.\nStop using it and return it to the shop.", "en", List.of("Denmark"),
        List.of("People's Republic of China"), List.of("Denmark", "Sweden"),
        List.of(
            new Product("Power bank 10000 mAh", "Voltano", "VP-10", "2025-11", List.of("5701234567899"), "about 1,200"),
            new Product("Power bank 20000 mAh", null, "VP-20", null, List.of(), null)),
        List.of("Electrical appliances"), List.of("Fire", "Burns"), "Serious risk",
        List.of("Recall of the product from end users"),
        new TradeMeasure("G/TBT/N/EU/1100/Add.1", List.of("G/TBT/N/EU/1100"), TradeMeasure.Event.ADDENDUM, "TBT",
            List.of(new Code("850760", "Lithium-ion accumulators"), new Code("8513", null)),
            List.of(new Code("29.220", null)),
            List.of("Protection of human health or safety"), List.of("Batteries"), "Portable batteries"),
        Map.of(DateRole.PUBLISHED, GivenDate.day("27/02/2026", LocalDate.of(2026, 2, 27)), DateRole.UPDATED,
            new GivenDate("2026-02-28T10:00:00+01:00", LocalDate.of(2026, 2, 28),
                Instant.parse("2026-02-28T09:00:00Z")),
            DateRole.COMMENT_DEADLINE, GivenDate.words("60 days after publication")),
        List.of(new Company("Voltano ApS, Aarhus", Company.Role.IMPORTER)),
        List.of(new Link(Link.Rel.NOTICE, "https://recalls.example/" + reference)),
        Map.of("units", "1,200", "remedy", "refund"));
  }

  /** A notice with nothing but what it must have. */
  static Notice bare(String source, String reference, String title) {
    return new Notice(new NoticeId(source, reference), Kind.WARNING, title, "", "und", List.of(), List.of(), List.of(),
        List.of(), List.of(), List.of(), null, List.of(), null, Map.of(), List.of(), List.of(), Map.of());
  }

  static Capture capture(String source, String address, int payload) {
    return new Capture(0, source, address, SEEN.plusSeconds(payload),
        HexFormat.of().formatHex(Digest.of(Integer.toString(payload))), 42, "application/json", "2026/a.warc.gz", 7);
  }
}
