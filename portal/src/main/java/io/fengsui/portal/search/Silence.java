package io.fengsui.portal.search;

import io.fengsui.indexer.query.Parsed;
import io.fengsui.portal.page.Words;
import java.util.List;
import java.util.stream.Stream;

/** Explains why nothing was found: what would be found without each part of the query. */
final class Silence {
  /** Each part costs a search; queries with more parts than these are not explained to the end. */
  private static final int PARTS = 6;

  private final Answers answers;
  private final Words words;

  Silence(Answers answers, Words words) {
    this.answers = answers;
    this.words = words;
  }

  /** A part without which something is found. */
  record Way(String part, String count, String href) {}

  List<Way> ways(Question question, List<Parsed.Chip> chips) {
    if (chips.size() < 2)
      return List.of();
    return chips.stream().limit(PARTS).flatMap(chip -> way(question, chip)).toList();
  }

  private Stream<Way> way(Question question, Parsed.Chip chip) {
    Question wider = new Question(chip.without(), question.sort(), 1, null, false);
    if (!(answers.answer(wider) instanceof Answer.Found found) || found.result().total() == 0)
      return Stream.empty();
    return Stream.of(new Way(chip.text(), words.number(found.result().total()),
        SearchAddress.of(chip.without(), question.sort(), null)));
  }
}
