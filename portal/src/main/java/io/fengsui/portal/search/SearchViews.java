package io.fengsui.portal.search;

import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.SearchRequest.Sort;
import io.fengsui.indexer.query.SearchResult;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.Words;
import java.util.List;
import java.util.Locale;

/** Turns answers into the page, in one language. */
final class SearchViews {
  private final Answers answers;
  private final Naming naming;
  private final Words words;

  SearchViews(Answers answers, Naming naming, Words words) {
    this.answers = answers;
    this.naming = naming;
    this.words = words;
  }

  SearchView of(Question question, Answer answer) {
    return switch (answer) {
      case Answer.Found found -> found(question, found);
      case Answer.NotUnderstood not -> empty("wrong", question, wrong(question.text(), not.wrong()));
      case Answer.BadCursor _ -> empty("cursor", question, SearchView.Wrong.NONE);
      case Answer.Unavailable _ -> empty("away", question, SearchView.Wrong.NONE);
    };
  }

  private SearchView found(Question question, Answer.Found found) {
    SearchResult result = found.result();
    ValueNames names = new ValueNames(naming, words);
    List<Parsed.Chip> chips = found.understood().chips();
    boolean none = result.total() == 0;
    return new SearchView(none ? "none" : "found", question.text(), title(question),
        new ChipViews(names, words).of(question, chips), new FacetViews(names, words).of(question, found),
        new ResultViews(naming, words).of(result.hits()), words.number(result.total()), took(result),
        question.order() == Sort.DATE, otherOrder(question),
        result.next() == null ? "" : SearchAddress.of(question.text(), question.sort(), result.next()), first(question),
        none ? new Silence(answers, words).ways(question, chips) : List.of(), SearchView.Wrong.NONE);
  }

  private SearchView empty(String state, Question question, SearchView.Wrong wrong) {
    return new SearchView(state, question.text(), title(question), List.of(), List.of(), List.of(), "", "",
        question.order() == Sort.DATE, "", "", first(question), List.of(), wrong);
  }

  private SearchView.Wrong wrong(String text, Parsed.Wrong wrong) {
    int at = Math.clamp(wrong.at(), 0, text.length());
    int end = Math.clamp((long) at + wrong.length(), at, text.length());
    return new SearchView.Wrong(text.substring(0, at), text.substring(at, end), text.substring(end),
        Problems.say(words, wrong));
  }

  private String title(Question question) {
    return question.text().isBlank() ? words.say("title.home") : words.say("title.search", question.text());
  }

  private String otherOrder(Question question) {
    Sort other = question.order() == Sort.DATE ? Sort.RELEVANCE : Sort.DATE;
    return SearchAddress.of(question.text(), other, null);
  }

  private static String first(Question question) {
    return question.after() == null ? "" : SearchAddress.of(question.text(), question.sort(), null);
  }

  private static String took(SearchResult result) {
    return String.format(Locale.ROOT, "%.2f", Math.max(result.tookMillis(), 10) / 1000.0);
  }
}
