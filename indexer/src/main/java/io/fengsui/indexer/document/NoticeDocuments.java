package io.fengsui.indexer.document;

import io.fengsui.crawler.notice.Company;
import io.fengsui.crawler.notice.DateRole;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.notice.Product;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.store.ArchivedNotice;
import io.fengsui.indexer.taxonomy.PartnerNames;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Writes notices as documents of the index ({@code schema/notices.json} says what each field is). Written by hand, field
 * by field: no reflection in the path of a hundred thousand notices. Safe for several threads.
 */
public final class NoticeDocuments {
  private static final JsonFactory JSON = JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();
  /** Dates outside are mistakes of a publisher; they stay in the archive but sort no list. */
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;
  private static final int GOODS_SHOWN = 3;
  private final PartnerNames partners;

  public NoticeDocuments(PartnerNames partners) {
    this.partners = partners;
  }

  /** Writes the notice as one line of JSON, without the line's end. Leaves the stream open. */
  public void write(ArchivedNotice archived, OutputStream out) {
    Notice notice = archived.notice();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      identity(archived, json);
      text(json, "text", notice.text());
      products(notice.products(), json);
      texts(json, "company", notice.companies().stream().map(Company::name).toList());
      texts(json, "category", notice.categories());
      texts(json, "hazard", notice.hazards());
      text(json, "class", notice.publisherClass());
      texts(json, "measure", notice.measures());
      measure(notice.measure(), json);
      texts(json, "other", notice.other().values());
      texts(json, "by", partners(notice.notifying()));
      texts(json, "origin", partners(notice.origin()));
      texts(json, "market", partners(notice.markets()));
      dates(archived, json);
      json.writeEndObject();
    }
  }

  /** Writes only what identifies the notice, and why the engine refused the rest: so that it is found, and counted. */
  public void writeRefused(ArchivedNotice archived, String reason, OutputStream out) {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      identity(archived, json);
      text(json, "refused", reason.length() > 500 ? reason.substring(0, 500) : reason);
      json.writeEndObject();
    }
  }

  private static void identity(ArchivedNotice archived, JsonGenerator json) {
    Notice notice = archived.notice();
    json.writeNumberProperty("number", archived.id());
    json.writeNumberProperty("revision", archived.revision());
    json.writeStringProperty("source", notice.id().source());
    json.writeStringProperty("reference", notice.id().reference());
    json.writeStringProperty("key", Keys.reference(notice.id().reference()));
    json.writeStringProperty("kind", notice.kind().code());
    json.writeStringProperty("lang", language(notice.language()));
    json.writeStringProperty("title", notice.title());
    notice.page().ifPresent(page -> json.writeStringProperty("page", page));
  }

  private static void products(List<Product> products, JsonGenerator json) {
    texts(json, "product", products.stream().map(Product::name).toList());
    texts(json, "brand", products.stream().map(Product::brand).toList());
    texts(json, "model", products.stream().map(Product::model).toList());
    texts(json, "gtin", products.stream().flatMap(product -> product.gtins().stream()).map(Keys::gtin).toList());
    texts(json, "goods", products.stream().map(NoticeDocuments::shown).distinct().limit(GOODS_SHOWN).toList());
    texts(json, "lot", products.stream().map(Product::lot).toList());
  }

  private static void measure(@Nullable TradeMeasure measure, JsonGenerator json) {
    if (measure == null)
      return;
    texts(json, "base", measure.base().stream().map(Keys::reference).toList());
    text(json, "event", measure.event() == null ? null : measure.event().code());
    text(json, "area", measure.area());
    texts(json, "hs", measure.hs().stream().map(code -> Keys.hs(code.code())).distinct().toList());
    texts(json, "ics", measure.ics().stream().map(code -> Keys.ics(code.code())).distinct().toList());
    texts(json, "objective", measure.objectives());
    List<@Nullable String> subject = new ArrayList<>();
    subject.add(measure.symbol());
    Stream.of(measure.hs(), measure.ics()).flatMap(List::stream).forEach(code -> subject.add(code.name()));
    subject.addAll(measure.keywords());
    subject.add(measure.products());
    texts(json, "subject", subject);
  }

  private static @Nullable String shown(Product product) {
    String name = product.name();
    String brand = product.brand();
    if (name == null || brand == null || name.toLowerCase(Locale.ROOT).contains(brand.toLowerCase(Locale.ROOT)))
      return name == null ? brand : name;
    return brand + " " + name;
  }

  private static void dates(ArchivedNotice archived, JsonGenerator json) {
    LocalDate published = day(archived.notice(), DateRole.PUBLISHED);
    if (published != null) {
      json.writeStringProperty("published", published.toString());
      json.writeStringProperty("year", Integer.toString(published.getYear()));
    }
    LocalDate updated = day(archived.notice(), DateRole.UPDATED);
    if (updated != null)
      json.writeStringProperty("updated", updated.toString());
    json.writeNumberProperty("seen", archived.firstSeen().toEpochMilli());
  }

  private static @Nullable LocalDate day(Notice notice, DateRole role) {
    GivenDate given = notice.dates().get(role);
    LocalDate day = given == null ? null : given.date();
    return day != null && day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR ? day : null;
  }

  private Collection<String> partners(List<String> given) {
    Set<String> codes = new LinkedHashSet<>();
    given.forEach(one -> codes.addAll(partners.codes(one)));
    return codes;
  }

  /** The primary subtag: nobody searches for one country's English. */
  private static String language(String tag) {
    String primary = tag.toLowerCase(Locale.ROOT).replaceFirst("[-_].*", "");
    return primary.isEmpty() ? "und" : primary;
  }

  private static void text(JsonGenerator json, String field, @Nullable String value) {
    if (value != null && !value.isEmpty())
      json.writeStringProperty(field, value);
  }

  private static void texts(JsonGenerator json, String field, Collection<? extends @Nullable String> values) {
    boolean open = false;
    for (String value : values) {
      if (value == null || value.isEmpty())
        continue;
      if (!open)
        json.writeArrayPropertyStart(field);
      open = true;
      json.writeString(value);
    }
    if (open)
      json.writeEndArray();
  }
}
