package io.fengsui.portal.search;

import io.fengsui.indexer.query.Parsed;
import io.fengsui.indexer.query.SearchRequest;
import io.fengsui.indexer.query.SearchResult;
import java.io.UncheckedIOException;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions: the same way for the page and the API. Safe for several threads; blocks until the engine answers. */
public final class Answers {
  private static final Logger LOG = LoggerFactory.getLogger(Answers.class);

  private final Function<String, Parsed> parser;
  private final Function<SearchRequest, SearchResult> search;

  /**
   * @param parser as {@code QueryParser::parse}
   * @param search as {@code NoticeSearch::search}; throws {@link UncheckedIOException} where the engine is away and
   *               {@link IllegalArgumentException} for a cursor that is none
   */
  public Answers(Function<String, Parsed> parser, Function<SearchRequest, SearchResult> search) {
    this.parser = parser;
    this.search = search;
  }

  /** Parses and searches. */
  public Answer answer(Question question) {
    return switch (parser.apply(question.text())) {
      case Parsed.Wrong wrong -> new Answer.NotUnderstood(wrong);
      case Parsed.Understood understood -> search(question, understood);
    };
  }

  private Answer search(Question question, Parsed.Understood understood) {
    SearchRequest request = new SearchRequest(understood.query(), question.order(), question.size(), question.after(),
        question.facets());
    try {
      return new Answer.Found(understood, search.apply(request));
    } catch (UncheckedIOException away) {
      LOG.warn("the search engine does not answer: {}", away.getMessage());
      return new Answer.Unavailable(String.valueOf(away.getMessage()));
    } catch (IllegalArgumentException bad) {
      if (question.after() == null)
        throw bad;
      return new Answer.BadCursor();
    }
  }
}
