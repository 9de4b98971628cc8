package io.fengsui.portal.search;

import io.fengsui.indexer.query.SearchRequest.Sort;
import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The search page, whole or, for htmx, the part that changes. */
@Controller
public final class SearchController {
  private static final int SIZE = 20;

  private final Answers answers;
  private final Naming naming;
  private final Layouts layouts;

  public SearchController(Answers answers, Naming naming, Layouts layouts) {
    this.answers = answers;
    this.naming = naming;
    this.layouts = layouts;
  }

  @GetMapping("/")
  Rendering search(ServerWebExchange exchange) {
    Question question = question(exchange.getRequest().getQueryParams());
    Words words = layouts.words(layouts.visitor(exchange));
    Answer answer = answers.answer(question);
    String sort = question.sort() == null ? null : question.sort().name().toLowerCase(Locale.ROOT);
    return Rendering.view(part(exchange.getRequest().getHeaders()) ? "search-part" : "search").status(status(answer))
        .modelAttribute("page", layouts.layout(exchange, "search", question.text(), sort))
        .modelAttribute("found", new SearchViews(answers, naming, words).of(question, answer)).build();
  }

  private static Question question(MultiValueMap<String, String> asked) {
    String text = asked.getFirst("q");
    String after = asked.getFirst("after");
    return new Question(text == null ? "" : text.strip(), sort(asked.getFirst("sort")), SIZE,
        after == null || after.isBlank() ? null : after, true);
  }

  private static @Nullable Sort sort(@Nullable String asked) {
    if (asked == null)
      return null;
    return asked.equals("date") ? Sort.DATE : asked.equals("relevance") ? Sort.RELEVANCE : null;
  }

  /** htmx takes the part; but when it goes back in history it takes the page. */
  private static boolean part(HttpHeaders headers) {
    return headers.containsHeader("HX-Request") && !headers.containsHeader("HX-History-Restore-Request");
  }

  private static HttpStatus status(Answer answer) {
    return switch (answer) {
      case Answer.Found _ -> HttpStatus.OK;
      case Answer.NotUnderstood _,Answer.BadCursor _ -> HttpStatus.BAD_REQUEST;
      case Answer.Unavailable _ -> HttpStatus.SERVICE_UNAVAILABLE;
    };
  }
}
