package io.fengsui.crawler.store;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Link;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.notice.TradeMeasure.Code;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A notice in the forms that are stored and compared. */
final class Canonical {
  private Canonical() {}

  /** The notice without what the database cannot hold. */
  static Notice clean(Notice n) {
    return new Notice(clean(n.id()), n.kind(), Texts.clean(n.title()), Texts.clean(n.text()), Texts.clean(n.language()),
        Texts.clean(n.notifying()), Texts.clean(n.origin()), Texts.clean(n.markets()),
        n.products().stream().map(Canonical::clean).toList(), Texts.clean(n.categories()), Texts.clean(n.hazards()),
        Texts.cleanOrNull(n.publisherClass()), Texts.clean(n.measures()), clean(n.measure()), clean(n.dates()),
        n.companies().stream().map(company -> new Company(Texts.clean(company.name()), company.role())).toList(),
        n.links().stream().map(link -> new Link(link.rel(), Texts.clean(link.uri()))).toList(), Texts.clean(n.other()));
  }

  static NoticeId clean(NoticeId id) {
    return new NoticeId(Texts.clean(id.source()), Texts.clean(id.reference()).strip());
  }

  /**
   * The key of the notice's content. Publishers shuffle their lists from one response to the next: order counts only
   * where it has a meaning, and two notices with the same key are one revision.
   */
  static byte[] key(Notice n) {
    Notice sorted = new Notice(n.id(), n.kind(), n.title(), n.text(), n.language(), sorted(n.notifying()),
        sorted(n.origin()), sorted(n.markets()), sorted(n.products()), sorted(n.categories()), sorted(n.hazards()),
        n.publisherClass(), sorted(n.measures()), sorted(n.measure()), new TreeMap<>(n.dates()), sorted(n.companies()),
        sorted(n.links()),
        new TreeMap<>(n.other()));
    return Digest.of(NoticeJson.bytes(sorted));
  }

  private static @Nullable TradeMeasure clean(@Nullable TradeMeasure m) {
    return m == null
        ? null
        : new TradeMeasure(Texts.cleanOrNull(m.symbol()), Texts.clean(m.base()), m.event(),
            Texts.cleanOrNull(m.area()), codes(m.hs()), codes(m.ics()), Texts.clean(m.objectives()),
            Texts.clean(m.keywords()), Texts.cleanOrNull(m.products()));
  }

  private static List<Code> codes(List<Code> codes) {
    return codes.stream().map(code -> new Code(Texts.clean(code.code()), Texts.cleanOrNull(code.name()))).toList();
  }

  private static @Nullable TradeMeasure sorted(@Nullable TradeMeasure m) {
    return m == null
        ? null
        : new TradeMeasure(m.symbol(), sorted(m.base()), m.event(), m.area(), sorted(m.hs()), sorted(m.ics()),
            sorted(m.objectives()), sorted(m.keywords()), m.products());
  }

  private static Product clean(Product p) {
    return new Product(Texts.cleanOrNull(p.name()), Texts.cleanOrNull(p.brand()), Texts.cleanOrNull(p.model()),
        Texts.cleanOrNull(p.lot()), Texts.clean(p.gtins()), Texts.cleanOrNull(p.quantity()));
  }

  private static Map<DateRole, GivenDate> clean(Map<DateRole, GivenDate> dates) {
    Map<DateRole, GivenDate> clean = new LinkedHashMap<>();
    dates.forEach((role, date) -> clean.put(role,
        new GivenDate(Texts.clean(date.given()), date.date(), date.instant())));
    return clean;
  }

  private static <T> List<T> sorted(List<T> values) {
    return values.size() < 2
        ? values
        : values.stream().sorted((a, b) -> a.toString().compareTo(b.toString())).toList();
  }
}
