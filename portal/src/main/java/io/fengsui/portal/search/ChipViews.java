package io.fengsui.portal.search;

import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.SearchField;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Words;
import java.util.List;

/** Turns what was understood into chips. */
final class ChipViews {
  private final ValueNames names;
  private final Words words;

  ChipViews(ValueNames names, Words words) {
    this.names = names;
    this.words = words;
  }

  List<ChipView> of(Question question, List<Parsed.Chip> chips) {
    return chips.stream().map(chip -> of(question, chip)).toList();
  }

  private ChipView of(Question question, Parsed.Chip chip) {
    SearchField field = chip.field();
    String literal = chip.literal() == null ? "" : SearchAddress.of(chip.literal(), question.sort(), null);
    return new ChipView(field == null ? "" : words.say("field." + field.code()), text(chip),
        chip.labels() > 0 ? words.say("chip.labels", chip.labels()) : "",
        SearchAddress.of(chip.without(), question.sort(), null), literal);
  }

  /** A value by its name where it was understood as a code; an exclusion keeps its sign. */
  private String text(Parsed.Chip chip) {
    SearchField field = chip.field();
    if (field == null)
      return Markup.plain(chip.text());
    String value = chip.code().isEmpty() ? chip.text().substring(chip.text().indexOf(':') + 1) : chip.code();
    String name = Markup.plain(names.name(field, value));
    return chip.text().startsWith("-") ? words.say("chip.not", name) : name;
  }
}
