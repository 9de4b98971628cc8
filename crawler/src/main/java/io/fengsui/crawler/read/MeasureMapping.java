package io.fengsui.crawler.read;

import io.fengsui.crawler.notice.MeasureSymbol;
import io.fengsui.crawler.notice.TradeMeasure;
import io.fengsui.crawler.notice.TradeMeasure.Code;
import io.fengsui.crawler.notice.TradeMeasure.Event;
import io.fengsui.crawler.source.Fields;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Applies the rules of a trade measure to a record. */
final class MeasureMapping {
  private final Fields.MeasureRule rules;
  private final RuleValues values;

  MeasureMapping(Fields.MeasureRule rules, RuleValues values) {
    this.rules = rules;
    this.values = values;
  }

  /** What the publisher says of the measure, and what its symbol tells where it does not say; null for nothing. */
  @Nullable
  TradeMeasure measure(Item item) {
    String symbol = values.line(rules.symbol(), item);
    var told = symbol == null ? null : new MeasureSymbol(symbol);
    List<String> base = values.many(rules.base(), item);
    Event event = values.accepted(rules.event(), item, Event::of).orElse(null);
    String area = values.line(rules.area(), item);
    var measure = new TradeMeasure(symbol, base.isEmpty() && told != null ? told.base() : base,
        event == null && told != null ? told.event().orElse(null) : event,
        area == null && told != null ? told.area().orElse(null) : area, codes(rules.hs(), item),
        codes(rules.ics(), item), values.many(rules.objectives(), item), values.many(rules.keywords(), item),
        values.list(rules.products(), item));
    return measure.isEmpty() ? null : measure;
  }

  /** Each code once, with the first name that it comes with. */
  private List<Code> codes(Fields.@Nullable CodeRule rule, Item item) {
    Map<String, Code> codes = new LinkedHashMap<>();
    if (rule != null)
      for (Item each : rule.each() == null ? List.of(item) : item.each(rule.each())) {
        String name = values.list(rule.name(), each);
        for (String given : values.many(rule.code(), each)) {
          Code code = name == null ? Code.of(given) : new Code(given, name);
          codes.putIfAbsent(code.code(), code);
        }
      }
    return List.copyOf(codes.values());
  }
}
