package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.DateFormats;
import io.fengsui.crawler.clean.PlainText;
import io.fengsui.crawler.notice.GivenDate;
import io.fengsui.crawler.source.Rule;
import io.fengsui.crawler.source.Transform;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What rules yield for a record. */
final class RuleValues {
  private static final DateFormats STANDARD = DateFormats.standard(null);
  private final Transforms transforms;

  RuleValues(Transforms transforms) {
    this.transforms = transforms;
  }

  /** All values, each once and on one line. */
  List<String> many(@Nullable Rule rule, Item item) {
    if (rule == null)
      return List.of();
    var values = values(rule, item);
    if (values.size() < 2)
      return values.isEmpty() ? values : List.of(PlainText.line(values.getFirst()));
    var lines = new LinkedHashSet<String>();
    values.forEach(value -> lines.add(PlainText.line(value)));
    return List.copyOf(lines);
  }

  /** One text with its line breaks, all values set apart by blank lines; empty for none. */
  String text(@Nullable Rule rule, Item item) {
    return rule == null ? "" : joined(rule, item, "\n\n", "\n\n");
  }

  /** One line, of several values the first; null for none. The values of several paths stand side by side. */
  @Nullable
  String line(@Nullable Rule rule, Item item) {
    return rule == null ? null : given(joined(rule, item, null, " "));
  }

  /** One line of all values; null for none. */
  @Nullable
  String list(@Nullable Rule rule, Item item) {
    return rule == null ? null : given(joined(rule, item, "; ", "; "));
  }

  private static @Nullable String given(String text) {
    String line = PlainText.line(text);
    return line.isEmpty() ? null : line;
  }

  /** What the first alternative yields that the reading accepts. */
  <T> Optional<T> accepted(@Nullable Rule rule, Item item, Function<String, Optional<T>> reading) {
    if (rule == null)
      return Optional.empty();
    if (rule instanceof Rule.First first)
      return first.rules().stream().flatMap(each -> accepted(each, item, reading).stream()).findFirst();
    return values(rule, item).stream().flatMap(value -> reading.apply(PlainText.line(value)).stream()).findFirst();
  }

  /** The first value that is a date, else the first value as words; null for none. */
  @Nullable
  GivenDate date(Rule rule, Item item) {
    GivenDate words = null;
    for (Rule each : rule instanceof Rule.First first ? first.rules() : List.of(rule)) {
      GivenDate date = each instanceof Rule.First inner ? date(inner, item) : leaf(each, item);
      if (date != null && date.date() != null)
        return date;
      words = words == null ? date : words;
    }
    return words;
  }

  private @Nullable GivenDate leaf(Rule rule, Item item) {
    return rule instanceof Rule.All all ? together(all, item) : read(rule, transform(rule).dates(), item);
  }

  /** Of several paths one may have the day and another the words for it: both are kept. */
  private @Nullable GivenDate together(Rule.All all, Item item) {
    GivenDate day = null;
    GivenDate words = null;
    for (Rule each : all.rules()) {
      GivenDate date = each instanceof Rule.At at && at.transform().dates() == null
          ? read(each, all.transform().dates(), item)
          : date(each, item);
      if (date != null && date.date() != null)
        day = day == null ? date : day;
      else
        words = words == null ? date : words;
    }
    return day == null || words == null
        ? day == null ? words : day
        : new GivenDate(words.given(), day.date(), day.instant());
  }

  private @Nullable GivenDate read(Rule rule, @Nullable DateFormats formats, Item item) {
    GivenDate words = null;
    for (String value : values(rule, item)) {
      GivenDate date = (formats == null ? STANDARD : formats).read(PlainText.line(value));
      if (date.date() != null)
        return date;
      words = words == null ? date : words;
    }
    return words;
  }

  private static Transform transform(Rule rule) {
    return switch (rule) {
      case Rule.At at -> at.transform();
      case Rule.Constant constant -> constant.transform();
      case Rule.All all -> all.transform();
      case Rule.First first -> Transform.NONE;
    };
  }

  private List<String> values(Rule rule, Item item) {
    return switch (rule) {
      case Rule.At at -> applied(at.transform(), item.texts(at.path()));
      case Rule.Constant constant -> applied(constant.transform(), List.of(constant.text()));
      case Rule.First first -> first(first, item);
      case Rule.All all -> {
        var values = new ArrayList<String>();
        all.rules().forEach(each -> values.addAll(applied(all.transform(), values(each, item))));
        yield values;
      }
    };
  }

  private List<String> first(Rule.First first, Item item) {
    for (Rule each : first.rules()) {
      var values = values(each, item);
      if (!values.isEmpty())
        return values;
    }
    return List.of();
  }

  private List<String> applied(Transform transform, List<String> raw) {
    if (raw.size() == 1)
      return transforms.apply(transform, raw.getFirst());
    var values = new ArrayList<String>(raw.size());
    raw.forEach(value -> values.addAll(transforms.apply(transform, value)));
    return values;
  }

  /**
   * One text.
   *
   * @param within  between the values of one path, null to take the first alone
   * @param between between the values of several paths
   */
  private String joined(Rule rule, Item item, @Nullable String within, String between) {
    return switch (rule) {
      case Rule.First first -> first.rules().stream().map(each -> joined(each, item, within, between))
          .filter(text -> !text.isEmpty()).findFirst().orElse("");
      case Rule.All all -> {
        var parts = new LinkedHashSet<String>();
        for (Rule each : all.rules())
          parts.add(together(applied(all.transform(), values(each, item)), or(all.transform().join(), within)));
        parts.remove("");
        yield String.join(String.valueOf(or(all.transform().join(), between)), parts);
      }
      case Rule.At at -> together(values(at, item), or(at.transform().join(), within));
      case Rule.Constant constant -> together(values(constant, item), within);
    };
  }

  private static @Nullable String or(@Nullable String own, @Nullable String otherwise) {
    return own == null ? otherwise : own;
  }

  private static String together(List<String> values, @Nullable String within) {
    if (values.isEmpty())
      return "";
    if (values.size() == 1 || within == null)
      return values.getFirst();
    return String.join(within, new LinkedHashSet<>(values));
  }
}
