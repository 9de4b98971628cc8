package io.fengsui.portal.api;

import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.store.Revision;
import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.page.NoticeAddress;
import io.fengsui.portal.search.Answer;
import io.fengsui.portal.search.Answers;
import io.fengsui.portal.search.Problems;
import io.fengsui.portal.source.SourceReport;
import io.fengsui.portal.source.SourceReports;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;

/** The same search, notices and sources as on the pages, as JSON. */
@RestController
public final class ApiController {
  private static final Logger LOG = LoggerFactory.getLogger(ApiController.class);

  private final Answers answers;
  private final Function<NoticeId, List<Revision>> archive;
  private final SourceReports sources;
  private final Layouts layouts;

  /** @param archive revisions of a notice, newest first, empty for none, as {@code NoticeStore::revisions} */
  public ApiController(Answers answers, Function<NoticeId, List<Revision>> archive, SourceReports sources,
      Layouts layouts) {
    this.answers = answers;
    this.archive = archive;
    this.sources = sources;
    this.layouts = layouts;
  }

  @GetMapping("/api/v1/search")
  SearchJson search(ServerWebExchange exchange) {
    return json(exchange, answers.answer(Parameters.question(exchange.getRequest().getQueryParams())));
  }

  private SearchJson json(ServerWebExchange exchange, Answer answer) {
    return switch (answer) {
      case Answer.Found found -> SearchJson.of(found);
      case Answer.NotUnderstood not -> throw Problem.badQuery(not.wrong(),
          Problems.say(layouts.words(layouts.visitor(exchange)), not.wrong()));
      case Answer.BadCursor _ -> throw Problem.badParameter("after", "it", "the next of an earlier answer");
      case Answer.Unavailable away -> throw Problem.unavailable(away.reason());
    };
  }

  @GetMapping("/api/v1/notices/{source}/{*rest}")
  NoticeJson notice(ServerWebExchange exchange, @PathVariable String source, @PathVariable String rest,
      @RequestParam(required = false) @Nullable String reference) {
    Parameters.only(exchange.getRequest().getQueryParams(), List.of("reference"));
    NoticeId id = NoticeAddress.read(source, rest, reference);
    List<Revision> revisions = id == null ? List.of() : archive.apply(id);
    if (revisions.isEmpty())
      throw Problem.absent("no notice " + source + rest);
    return NoticeJson.of(revisions);
  }

  @GetMapping("/api/v1/sources")
  List<SourceReport> sources(ServerWebExchange exchange) {
    Parameters.only(exchange.getRequest().getQueryParams(), List.of());
    return sources.all();
  }

  @GetMapping("/api/v1/sources/{id}")
  SourceReport source(ServerWebExchange exchange, @PathVariable String id) {
    Parameters.only(exchange.getRequest().getQueryParams(), List.of());
    return sources.one(id).orElseThrow(() -> Problem.absent("no source " + id));
  }

  @RequestMapping("/api/**")
  void nothing(ServerWebExchange exchange) {
    throw Problem.absent("no such call: " + exchange.getRequest().getMethod() + " "
        + exchange.getRequest().getPath().value());
  }

  @ExceptionHandler(Exception.class)
  ResponseEntity<ProblemDetail> problem(Exception fault) {
    if (!(fault instanceof ErrorResponse))
      LOG.error("cannot answer a call", fault);
    ErrorResponse answer = fault instanceof ErrorResponse known ? known : Problem.internal();
    return ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON).body(answer.getBody());
  }
}
