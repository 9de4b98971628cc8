package io.fengsui.portal.api;

import io.fengsui.crawler.capture.Capture;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.store.FieldChange;
import io.fengsui.crawler.store.Revision;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notice with everything that its publisher gave, and its revisions, newest first. */
record NoticeJson(String source, String reference, String kind, String title, String text, String language,
    List<String> notifying, List<String> origin, List<String> markets, List<Product> products, List<String> categories,
    List<String> hazards, @Nullable String publisherClass, List<String> measures, @Nullable MeasureJson measure,
    Map<String, DateJson> dates,
    List<CompanyJson> companies, List<LinkJson> links, Map<String, String> other, int revision,
    List<RevisionJson> revisions) {
  static NoticeJson of(List<Revision> revisions) {
    Notice n = revisions.getFirst().notice();
    return new NoticeJson(n.id().source(), n.id().reference(), n.kind().code(), n.title(), n.text(), n.language(),
        n.notifying(), n.origin(), n.markets(), n.products(), n.categories(), n.hazards(), n.publisherClass(),
        n.measures(), n.measure() == null ? null : MeasureJson.of(n.measure()), dates(n.dates()),
        n.companies().stream().map(company -> new CompanyJson(company.name(), company.role().code())).toList(),
        n.links().stream().map(link -> new LinkJson(link.rel().code(), link.uri())).toList(), n.other(),
        revisions.getFirst().number(), revisions.stream().map(RevisionJson::of).toList());
  }

  private static Map<String, DateJson> dates(Map<DateRole, GivenDate> given) {
    Map<String, DateJson> dates = new LinkedHashMap<>();
    given.forEach((role, date) -> dates.put(role.code(), DateJson.of(date)));
    return dates;
  }

  /** A date as given, and as a day or a moment in UTC where it could be read as one. */
  record DateJson(String given, @Nullable String date, @Nullable String instant) {
    private static DateJson of(GivenDate date) {
      return new DateJson(date.given(), date.date() == null ? null : date.date().toString(),
          date.instant() == null ? null : date.instant().toString());
    }
  }

  /** A technical trade measure; {@code event} by its code. */
  record MeasureJson(@Nullable String symbol, List<String> base, @Nullable String event, @Nullable String area,
      List<TradeMeasure.Code> hs, List<TradeMeasure.Code> ics, List<String> objectives, List<String> keywords,
      @Nullable String products) {
    private static MeasureJson of(TradeMeasure m) {
      return new MeasureJson(m.symbol(), m.base(), m.event() == null ? null : m.event().code(), m.area(), m.hs(),
          m.ics(), m.objectives(), m.keywords(), m.products());
    }
  }

  record CompanyJson(String name, String role) {}

  record LinkJson(String rel, String uri) {}

  /** A state of the notice, what became different with it, and where it was read from. */
  record RevisionJson(int number, String cause, boolean material, List<FieldChange> changes, CaptureJson capture,
      @Nullable String evidenceRemoved) {
    private static RevisionJson of(Revision revision) {
      return new RevisionJson(revision.number(), revision.reread() == null ? "publisher" : "reread",
          revision.material(),
          revision.changes(), CaptureJson.of(revision.capture()),
          revision.removed() == null ? null : revision.removed().toString());
    }
  }

  /** The response that it was read from; {@code at} in UTC. */
  record CaptureJson(String address, String at, String sha256, long size, @Nullable String mediaType) {
    private static CaptureJson of(Capture capture) {
      return new CaptureJson(capture.address(), capture.at().toString(), capture.sha256(), capture.size(),
          capture.mediaType());
    }
  }
}
