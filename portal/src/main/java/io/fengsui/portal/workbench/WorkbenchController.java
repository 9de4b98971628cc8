package io.fengsui.portal.workbench;

import io.fengsui.crawler.source.Fault;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.page.Naming;
import io.fengsui.portal.page.Times;
import io.fengsui.portal.page.Visitor;
import io.fengsui.portal.page.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/** The pages on which a source is made and mended. Behind the operator's gate. */
@Controller
public final class WorkbenchController {
  private static final Pattern ID = Pattern.compile("(?m)^id:[ \\t]*[\"']?([^\"'#\\s]*)");

  private final SourceFolder folder;
  private final Preview preview;
  private final Drafting drafting;
  private final boolean replays;
  private final Naming naming;
  private final Layouts layouts;

  /** @param replays whether recordings answer instead of the network */
  public WorkbenchController(SourceFolder folder, Preview preview, Drafting drafting, boolean replays, Naming naming,
      Layouts layouts) {
    this.folder = folder;
    this.preview = preview;
    this.drafting = drafting;
    this.replays = replays;
    this.naming = naming;
    this.layouts = layouts;
  }

  /**
   * What the forms send; null what a form does not have.
   *
   * @param address to make a draft of
   * @param page    set where the page itself is wanted rather than a feed that it names
   * @param version that the editor saw
   * @param theirs  the other version, to be overwritten
   * @param act     check, fetch, capture, save or overwrite
   */
  record Sent(@Nullable String address, @Nullable String page, @Nullable String yaml, @Nullable String version,
      @Nullable String theirs, @Nullable String act) {
    /** Browsers send CRLF (HTML, form submission), files have LF. */
    String text() {
      String text = yaml == null ? "" : yaml.replace("\r\n", "\n").replace('\r', '\n');
      return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
    }
  }

  @GetMapping("/sources/{id}/edit")
  Rendering edit(ServerWebExchange exchange, @PathVariable String id) throws IOException {
    SourceText text = known(id);
    Benches benches = benches(exchange, id, text.yaml(), text.version());
    boolean saved = exchange.getRequest().getQueryParams().containsKey("saved");
    List<Fault> faults = faults(id, text.yaml());
    return page(exchange, !faults.isEmpty()
        ? benches.faults(faults)
        : benches.outcome(saved ? "saved" : "opened", ""));
  }

  @PostMapping("/sources/{id}/edit")
  Rendering edited(ServerWebExchange exchange, @PathVariable String id, Sent sent) throws IOException {
    known(id);
    return worked(exchange, id, id, sent);
  }

  @GetMapping("/sources/new")
  Rendering fresh(ServerWebExchange exchange) {
    return paste(exchange, PasteView.EMPTY);
  }

  @PostMapping("/sources/new")
  Rendering made(ServerWebExchange exchange, Sent sent) {
    if (sent.yaml() != null)
      return worked(exchange, "", id(sent.text()), sent);
    String address = sent.address() == null ? "" : sent.address();
    Drafted drafted = drafting.of(address, sent.page() != null);
    return drafted instanceof Drafted.Draft(String yaml)
        ? page(exchange, new Benches("", "", "", yaml, "", replays).faults(faults(id(yaml), yaml)))
        : paste(exchange, PasteView.of(address, drafted));
  }

  /** @param id of a source that there is, empty for a new one */
  private Rendering worked(ServerWebExchange exchange, String id, String file, Sent sent) {
    Benches benches = benches(exchange, id, sent.text(), sent.version() == null ? "" : sent.version());
    return switch (read(file, sent.text())) {
      case SourceReading.Faulty(List<Fault> faults) -> page(exchange, benches.faults(faults));
      case SourceReading.Good(Source source) -> done(exchange, benches, source, sent);
    };
  }

  private Rendering done(ServerWebExchange exchange, Benches benches, Source source, Sent sent) {
    return switch (sent.act() == null ? "check" : sent.act()) {
      case "fetch" -> page(exchange, tried(exchange, benches, preview.fetch(source), sent.text()));
      case "capture" -> page(exchange, tried(exchange, benches, preview.lastCapture(source), sent.text()));
      case "save" -> saved(exchange, benches, source.id(), sent.text(), sent.version());
      case "overwrite" -> saved(exchange, benches, source.id(), sent.text(), sent.theirs());
      default -> page(exchange, benches.faults(List.of()));
    };
  }

  private Bench tried(ServerWebExchange exchange, Benches benches, Preview.Tried tried, String yaml) {
    Visitor visitor = layouts.visitor(exchange);
    Words words = layouts.words(visitor);
    return switch (tried) {
      case Preview.Tried.Report(var report) ->
        benches.report(new ReportViews(words, new Times(words, visitor.zone())).of(report.located(yaml)));
      case Preview.Tried.NoCapture none -> benches.outcome("no-capture", "");
      case Preview.Tried.Late late -> benches.outcome("late", "");
    };
  }

  private Rendering saved(ServerWebExchange exchange, Benches benches, String id, String yaml, @Nullable String seen) {
    return switch (folder.save(id, yaml, seen == null ? "" : seen)) {
      case Saved.Done done ->
        Rendering.redirectTo("/sources/" + id + "/edit?saved").status(HttpStatus.SEE_OTHER).build();
      case Saved.Changed(SourceText now) -> page(exchange, benches.changed(now));
      case Saved.Unwritable(String message) -> page(exchange, benches.outcome("unwritable", message));
    };
  }

  private Rendering paste(ServerWebExchange exchange, PasteView paste) {
    return Rendering.view("source-new").modelAttribute("page", layouts.layout(exchange, "sources"))
        .modelAttribute("paste", paste).build();
  }

  private Rendering page(ServerWebExchange exchange, Bench bench) {
    boolean part = exchange.getRequest().getHeaders().containsHeader("HX-Request");
    return Rendering.view(part ? "bench-part" : "source-edit")
        .modelAttribute("page", layouts.layout(exchange, "sources")).modelAttribute("bench", bench).build();
  }

  private Benches benches(ServerWebExchange exchange, String id, String yaml, String version) {
    String name = id.isEmpty() ? "" : naming.source(id, layouts.visitor(exchange).locale());
    return new Benches(id, name, id.isEmpty() ? "" : folder.file(id).toString(), yaml, version, replays);
  }

  private SourceText known(String id) throws IOException {
    SourceText text = SourceFolder.isId(id) ? folder.read(id) : SourceText.NONE;
    if (text.version().isEmpty())
      throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    return text;
  }

  private static String id(String yaml) {
    Matcher id = ID.matcher(yaml);
    return id.find() ? id.group(1) : "";
  }

  private List<Fault> faults(String id, String yaml) {
    return read(id, yaml) instanceof SourceReading.Faulty faulty ? faulty.faults() : List.of();
  }

  private SourceReading read(String id, String yaml) {
    return SourceCatalog.read(folder.file(SourceFolder.isId(id) ? id : "new"), yaml.getBytes(StandardCharsets.UTF_8));
  }
}
