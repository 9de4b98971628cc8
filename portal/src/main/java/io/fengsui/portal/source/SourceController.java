package io.fengsui.portal.source;

import io.fengsui.crawler.schedule.Schedule;
import io.fengsui.crawler.store.Acknowledgement;
import io.fengsui.crawler.store.CrawlRecord;
import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Visitor;
import io.fengsui.portal.page.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** The sources page, the page of one source, and the button that crawls it now. */
@Controller
public final class SourceController {
  private static final int HISTORY = 50;

  private final Overview overview;
  private final History history;
  private final Notes notes;
  private final Schedule schedule;
  private final Naming naming;
  private final Layouts layouts;

  /** The last crawls of a source, newest first. */
  public interface History {
    List<CrawlRecord> of(String source, int most);
  }

  /** Keeps and forgets who has taken note, as {@code SourceStates} does. */
  public interface Notes {
    void acknowledge(String source, Acknowledgement acknowledgement);

    void withdraw(String source);
  }

  /** @param history as {@code SourceStates::history} */
  public SourceController(Overview overview, History history, Notes notes, Schedule schedule, Naming naming,
      Layouts layouts) {
    this.notes = notes;
    this.overview = overview;
    this.history = history;
    this.schedule = schedule;
    this.naming = naming;
    this.layouts = layouts;
  }

  @GetMapping("/sources")
  Rendering sources(ServerWebExchange exchange) {
    SourceViews views = views(exchange);
    List<SourceView> sources = overview.entries().stream().map(views::of).toList();
    return Rendering.view("sources").modelAttribute("page", layouts.layout(exchange, "sources"))
        .modelAttribute("sources", sources).modelAttribute("tally", Tally.of(sources))
        .modelAttribute("faults", overview.catalog().faults().stream().map(FaultView::of).toList()).build();
  }

  @GetMapping("/sources/{id}")
  Rendering source(ServerWebExchange exchange, @PathVariable String id) {
    SourceViews views = views(exchange);
    return Rendering.view("source").modelAttribute("page", layouts.layout(exchange, "sources"))
        .modelAttribute("source", views.of(known(id)))
        .modelAttribute("crawls", history.of(id, HISTORY).stream().map(views::crawl).toList()).build();
  }

  /** With htmx the row comes back as it is now; without, the page it was asked from. */
  @PostMapping("/sources/{id}/run")
  Rendering run(ServerWebExchange exchange, @PathVariable String id) {
    Overview.Entry entry = known(id);
    schedule.runNow(id);
    if (exchange.getRequest().getHeaders().containsHeader("HX-Request"))
      return Rendering.view("asked").modelAttribute("source", views(exchange).of(entry)).build();
    return Rendering.redirectTo("/sources/" + entry.source().id()).status(HttpStatus.SEE_OTHER).build();
  }

  /** Somebody takes note of what is wrong now; it counts until something else is. Or takes that back. */
  @PostMapping("/sources/{id}/acknowledge")
  Rendering acknowledge(@PathVariable String id, @ModelAttribute Note given) {
    Overview.Entry entry = known(id);
    if (given.withdraw() != null)
      notes.withdraw(id);
    else if (entry.health().state().broken())
      notes.acknowledge(id, given.acknowledgement(entry.health().trouble(), overview.now()));
    overview.changed();
    return Rendering.redirectTo("/sources/" + entry.source().id()).status(HttpStatus.SEE_OTHER).build();
  }

  private Overview.Entry known(String id) {
    Optional<Overview.Entry> found = overview.entries().stream().filter(entry -> entry.source().id().equals(id))
        .findFirst();
    return found.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private SourceViews views(ServerWebExchange exchange) {
    Visitor visitor = layouts.visitor(exchange);
    Words words = layouts.words(visitor);
    Times times = new Times(words, visitor.zone());
    return new SourceViews(words, times, naming, schedule,
        new HealthViews(words, times, overview::isSet, overview.now()), overview.now());
  }
}
