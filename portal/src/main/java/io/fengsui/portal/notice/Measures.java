package io.fengsui.portal.notice;

import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.notice.TradeMeasure.Code;
import io.fengsui.indexer.document.Keys;
import io.fengsui.indexer.query.SearchField;
import io.fengsui.portal.notice.NoticeView.Row;
import io.fengsui.portal.notice.NoticeView.Value;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Words;
import io.fengsui.portal.search.SearchAddress;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The rows of a technical trade measure. */
final class Measures {
  private final Words words;

  Measures(Words words) {
    this.words = words;
  }

  List<Row> rows(TradeMeasure measure) {
    return List.of(row("symbol", own(measure.symbol())),
        row("base",
            measure.base().stream().filter(base -> !base.equals(measure.symbol())).map(Measures::chain).toList()),
        row("event", measure.event() == null ? List.of() : List.of(event(measure.event()))),
        row("area", measure.area() == null ? List.of() : List.of(known("area", measure.area()))),
        row("hs", measure.hs().stream().map(code -> code(SearchField.HS, Keys.hs(code.code()), code)).toList()),
        row("ics", measure.ics().stream().map(code -> code(SearchField.ICS, Keys.ics(code.code()), code)).toList()),
        row("objectives", measure.objectives().stream().map(given -> known("objective", given)).toList()),
        row("products", own(measure.products())), row("keywords", Fields.own(measure.keywords())));
  }

  private static List<Value> own(@Nullable String text) {
    return text == null ? List.of() : Fields.own(List.of(text));
  }

  private Row row(String field, List<Value> values) {
    return new Row(words.say("measure." + field), values);
  }

  private Value event(TradeMeasure.Event event) {
    return new Value(words.say("event." + event.code()), "", "", false, false);
  }

  /** Leads to all that is notified about the same measure. */
  private static Value chain(String base) {
    return new Value(Markup.plain(base), "", SearchAddress.of(SearchField.REF, base), false, false);
  }

  /** Leads to all that is coded alike. */
  private static Value code(SearchField field, String key, Code code) {
    String name = code.name() == null ? "" : Markup.plain(code.name());
    return new Value(Markup.plain(code.code()), name, key.isEmpty() ? "" : SearchAddress.of(field, key), false, false);
  }

  /** Our word for a word of a publisher's fixed list, with the publisher's beside it; else the publisher's alone. */
  private Value known(String list, String given) {
    String plain = Markup.plain(given);
    String key = plain.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
    String word = words.sayOr(list + "." + key, "");
    return word.isEmpty()
        ? new Value(plain, "", "", false, true)
        : new Value(word, word.equalsIgnoreCase(plain) ? "" : plain, "", false, false);
  }
}
