package io.fengsui.portal.notice;

import io.fengsui.crawler.notice.NoticeId;
import io.fengsui.crawler.store.Revision;
import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.page.Markup;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.NoticeAddress;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Visitor;
import io.fengsui.portal.page.Words;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** The page of a notice, and its preview beside the list. */
@Controller
public final class NoticeController {
  private final Function<NoticeId, List<Revision>> archive;
  private final Naming naming;
  private final Layouts layouts;

  /** @param archive revisions of a notice, newest first, empty for none, as {@code NoticeStore::revisions} */
  public NoticeController(Function<NoticeId, List<Revision>> archive, Naming naming, Layouts layouts) {
    this.archive = archive;
    this.naming = naming;
    this.layouts = layouts;
  }

  @GetMapping("/notice/{source}/{*rest}")
  Rendering notice(ServerWebExchange exchange, @PathVariable String source, @PathVariable String rest,
      @RequestParam(required = false) @Nullable String reference) {
    return show(exchange, NoticeAddress.read(source, rest, reference), "notice");
  }

  @GetMapping("/preview/{source}/{*rest}")
  Rendering preview(ServerWebExchange exchange, @PathVariable String source, @PathVariable String rest,
      @RequestParam(required = false) @Nullable String reference) {
    return show(exchange, NoticeAddress.read(source, rest, reference), "preview");
  }

  private Rendering show(ServerWebExchange exchange, @Nullable NoticeId id, String view) {
    List<Revision> revisions = id == null ? List.of() : archive.apply(id);
    return revisions.isEmpty() ? absent(exchange, id) : found(exchange, revisions, view);
  }

  private Rendering found(ServerWebExchange exchange, List<Revision> revisions, String view) {
    Visitor visitor = layouts.visitor(exchange);
    Words words = layouts.words(visitor);
    NoticeViews views = new NoticeViews(naming, words, new Times(words, visitor.zone()));
    return Rendering.view(view).modelAttribute("page", layouts.layout(exchange, ""))
        .modelAttribute("notice", views.of(revisions)).build();
  }

  private Rendering absent(ServerWebExchange exchange, @Nullable NoticeId id) {
    return Rendering.view("absent").status(HttpStatus.NOT_FOUND).modelAttribute("page", layouts.layout(exchange, ""))
        .modelAttribute("source", id == null ? "" : Markup.plain(id.source()))
        .modelAttribute("reference", id == null ? "" : Markup.plain(id.reference())).build();
  }
}
