package io.fengsui.portal.stage;

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
import io.fengsui.crawler.store.FieldChange;
import io.fengsui.crawler.store.Revision;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Notices of every kind, in several languages, with everything a publisher may give, and some that mean no good. */
public final class Examples {
  public static final Instant NOW = Instant.parse("2026-11-20T02:00:00Z");
  /** Script, an attempt to turn the text around, and marks that are not ours. */
  public static final String HOSTILE = "<script>alert('x')</script> \u202Egnp.exe \uE001\uE000<img src=x onerror=alert(1)>";

  private Examples() {}

  public static List<List<Revision>> all() {
    List<List<Revision>> all = new ArrayList<>();
    all.add(List.of(second(powerBank()), first(before(powerBank()))));
    all.add(List.of(first(toyCar())));
    all.add(List.of(first(batteries())));
    all.add(List.of(first(bicycles())));
    all.add(List.of(first(kettle())));
    all.add(List.of(first(peanuts())));
    all.add(List.of(first(mask())));
    all.add(List.of(first(notice("hostile/../x", Kind.WARNING, HOSTILE, HOSTILE, "und", 40))));
    for (int i = 1; i <= 30; i++)
      all.add(List.of(first(notice("SR/0" + (1700 + i) + "/26", Kind.RECALL, "Plush toy rabbit, series " + i,
          "The seams of the toy open easily, so that the filling can be reached. A small child may put it in the mouth and"
              + " choke. The product does not meet the requirements of the toy safety standard EN 71-1.",
          "en", 50 + i))));
    return all;
  }

  private static Notice powerBank() {
    Map<DateRole, GivenDate> dates = new EnumMap<>(DateRole.class);
    dates.put(DateRole.PUBLISHED, GivenDate.day("14/11/2026", LocalDate.of(2026, 11, 14)));
    dates.put(DateRole.UPDATED, new GivenDate("2026-11-18T09:30:00+01:00", LocalDate.of(2026, 11, 18),
        Instant.parse("2026-11-18T08:30:00Z")));
    dates.put(DateRole.TERMINATED, GivenDate.words("until further notice"));
    Map<String, String> other = new LinkedHashMap<>();
    other.put("units", "about 4,200");
    other.put("injuries", "two reports of smoke, no injuries");
    other.put("legal-basis", "General Product Safety Regulation");
    return new Notice(new NoticeId("eu-safety-gate", "SR/01888/26"), Kind.RECALL, "Power bank, 20 000 mAh",
        "The protection circuit does not cut off charging; the lithium-ion cells can overheat. The power bank may catch"
            + " fire and cause burns.\n\nThe product does not comply with the requirements of the General Product Safety"
            + " Regulation nor with the European standard EN 62368-1.",
        "en", List.of("Hungary"), List.of("People's Republic of China"), List.of("Hungary", "Austria", "Slovakia"),
        List.of(
            new Product("Power bank", "Voltaro", "PB-20K", "B2406, B2407", List.of("5901234123457"), "4,200"),
            new Product("Power bank with torch", "Voltaro", "PB-20K-T", null, List.of(), null)),
        List.of("Electrical appliances and equipment"), List.of("Fire", "Burns"), "Serious risk",
        List.of("Recall of the product from end users", "Removal of the listing by the online marketplace"), null,
        dates,
        List.of(new Company("Shenzhen Example Power Technology Co., Ltd., Bao'an, Shenzhen", Company.Role.MANUFACTURER),
            new Company("Példa Kereskedelmi Kft., Budapest", Company.Role.IMPORTER)),
        List.of(new Link(Link.Rel.NOTICE, "https://example.eu/alerts/10100888"),
            new Link(Link.Rel.IMAGE, "https://example.eu/alerts/10100888/1.jpg")),
        other);
  }

  private static Notice before(Notice n) {
    return new Notice(n.id(), n.kind(), n.title(), n.text().replace("and cause burns", "and hurt the user"),
        n.language(),
        n.notifying(), n.origin(), List.of("Hungary"), n.products(), n.categories(), List.of("Fire"),
        n.publisherClass(),
        n.measures(), n.measure(), n.dates(), n.companies(), n.links(), n.other());
  }

  private static Notice toyCar() {
    return filled("eu-safety-gate", "SR/01870/26", Kind.BORDER_REJECTION, "Radiostyrd bil med laddbart batteri",
        "Laddarens isolering är otillräcklig. Kontakt med strömförande delar kan ge elstöt; batteriet kan dessutom"
            + " överhettas.",
        "sv", List.of("Sweden"), List.of("China"), null, List.of("Toys"), List.of("Electric shock"), 12);
  }

  private static Notice batteries() {
    Notice n = filled("us-federal-register", "2026-21800", Kind.MEASURE,
        "Removability of portable batteries: extension of the comment period",
        "The comment period on the proposed rule on the removability of portable batteries is extended by thirty days.",
        "en", List.of("US"), List.of(), null, List.of(), List.of(), 10);
    var measure = new TradeMeasure("G/TBT/N/USA/2211/Add.1", List.of("G/TBT/N/USA/2211"), TradeMeasure.Event.ADDENDUM,
        "TBT", List.of(new TradeMeasure.Code("850760", "Lithium-ion accumulators")),
        List.of(new TradeMeasure.Code("29.220.30", null)), List.of("Protection of the environment", "Repair at home"),
        List.of("Batteries"), "Portable batteries");
    Map<DateRole, GivenDate> dates = new LinkedHashMap<>(n.dates());
    dates.put(DateRole.COMMENT_DEADLINE, new GivenDate("30 days after circulation", LocalDate.of(2026, 12, 10), null));
    return new Notice(n.id(), n.kind(), n.title(), n.text(), n.language(), n.notifying(), n.origin(), n.markets(),
        n.products(), n.categories(), n.hazards(), n.publisherClass(), n.measures(), measure, dates, n.companies(),
        n.links(), n.other());
  }

  private static Notice bicycles() {
    return filled("de-produktrueckrufe", "2026-0412", Kind.OPINION, "E-Bike-Akku gerät beim Laden in Brand",
        "Mehrere Zeitungen berichten, dass der Akku eines Elektrofahrrads beim Laden Feuer gefangen hat.", "de",
        List.of("Germany"), List.of(), null, List.of("Fahrräder"), List.of("Brand"), 9);
  }

  private static Notice kettle() {
    return filled("kr-seoul", "서울-2026-118", Kind.RECALL, "전기주전자 자발적 회수 안내", "손잡이가 분리되어 화상을 입을 수 있습니다.", "ko",
        List.of("KR"), List.of("CN"), "Class II", List.of("생활용품"), List.of("화상"), 7);
  }

  private static Notice peanuts() {
    return filled("rasff", "2026.8123", Kind.BORDER_REJECTION, "aflatoxins in groundnut kernels from China",
        "Aflatoxin B1 = 12.4 µg/kg; the consignment was refused at the border post.", "en",
        List.of("Netherlands", "Germany", "France", "Poland", "Italy"), List.of("China"), "potential risk",
        List.of("nuts, nut products and seeds"), List.of("mycotoxins"), 6);
  }

  private static Notice mask() {
    return filled("samr", "国市监 2026 年第 41 号", Kind.WARNING, "关于部分儿童口罩产品质量安全风险的警示",
        "监测发现，部分儿童口罩通气阻力偏高，长时间佩戴可能引起呼吸不适。请消费者停止使用所列批次的产品，并与销售者联系退货。", "zh", List.of("CN"), List.of("CN"),
        null, List.of("儿童用品"), List.of("窒息"), 3);
  }

  private static Notice notice(String reference, Kind kind, String title, String text, String language, int days) {
    return filled("eu-safety-gate", reference, kind, title, text, language, List.of("France"), List.of("China"),
        "Serious risk", List.of("Toys"), List.of("Choking"), days);
  }

  private static Notice filled(String source, String reference, Kind kind, String title, String text, String language,
      List<String> notifying, List<String> origin, String publisherClass, List<String> categories,
      List<String> hazards, int days) {
    LocalDate day = LocalDate.of(2026, 11, 20).minusDays(days);
    return new Notice(new NoticeId(source, reference), kind, title, text, language, notifying, origin, List.of(),
        List.of(), categories, hazards, publisherClass, List.of("Withdrawal from the market"), null,
        Map.of(DateRole.PUBLISHED, GivenDate.day(day.toString(), day)), List.of(),
        List.of(new Link(Link.Rel.NOTICE, "https://example.org/" + source)), Map.of());
  }

  private static Revision first(Notice notice) {
    return new Revision(1, notice, capture(notice, 6), List.of(), false);
  }

  private static Revision second(Notice notice) {
    return new Revision(2, notice, capture(notice, 1), List.of(
        new FieldChange("hazards", "Fire", "Fire; Burns", true),
        new FieldChange("markets", "Hungary", "Hungary; Austria; Slovakia", true),
        new FieldChange("text", before(notice).text(), notice.text(), false)), true);
  }

  private static Capture capture(Notice notice, int days) {
    String sha256 = "9f2c61d0b7c34e0f8a15d2b96e70c4415d3b8a2f6c9e107b54a3d8f20e6b71ab";
    return new Capture(days, notice.id().source(), "https://example.eu/weekly/xml/10014" + days + "?language=en",
        NOW.minus(days, ChronoUnit.DAYS), sha256, 184_223, "application/xml;charset=UTF-8",
        "2026/11/eu-safety-gate-000" + days + ".warc.gz", 48_112);
  }
}
