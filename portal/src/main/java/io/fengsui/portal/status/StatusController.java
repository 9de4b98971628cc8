package io.fengsui.portal.status;

import io.fengsui.portal.page.Layouts;
import io.fengsui.portal.page.Words;
import io.fengsui.portal.status.Readiness.Part;
import io.fengsui.portal.status.Readiness.State;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/** How the portal itself is doing. */
@Controller
public final class StatusController {
  private final Readiness readiness;
  private final Supplier<Figures> figures;
  private final Supplier<Map<String, Integer>> sources;
  private final String version;
  private final InstantSource clock;
  private final Layouts layouts;

  /**
   * Asks for figures only for the status page, and while the archive is ready: they may be slow and may throw.
   *
   * @param sources how many are in each state, by its word
   */
  public StatusController(Readiness readiness, Supplier<Figures> figures, Supplier<Map<String, Integer>> sources,
      String version, InstantSource clock, Layouts layouts) {
    this.sources = sources;
    this.readiness = readiness;
    this.figures = figures;
    this.version = version;
    this.clock = clock;
    this.layouts = layouts;
  }

  /** What {@code /status.json} says. */
  record Status(String version, boolean ready, List<PartStatus> parts, Figures notices,
      Map<String, Integer> sources) {}

  /** A part, and for how long it has been so. */
  record PartStatus(String name, String state, String message, long seconds) {}

  /** A part, ready to be shown. */
  record PartView(String state, String name, String word, String message, String seconds) {}

  @GetMapping("/status")
  Rendering status(ServerWebExchange exchange) {
    Words words = layouts.words(layouts.visitor(exchange));
    Figures now = figures();
    return Rendering.view("status").modelAttribute("page", layouts.layout(exchange, "status"))
        .modelAttribute("parts", parts(words)).modelAttribute("version", version)
        .modelAttribute("sources", sources())
        .modelAttribute("archived", figure(words, now.archived()))
        .modelAttribute("indexed", figure(words, now.indexed()))
        .modelAttribute("waiting", figure(words, now.waiting())).build();
  }

  @GetMapping(path = "/status.json", produces = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<Status> machines() {
    List<Part> parts = readiness.parts();
    boolean ready = parts.stream().allMatch(part -> part.state() == State.READY);
    return ResponseEntity.status(ready ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
        .cacheControl(CacheControl.noStore()).body(new Status(version, ready,
            parts.stream().map(part -> new PartStatus(part.name(), part.state().code(), part.message(), seconds(part)))
                .toList(),
            figures(), sources()));
  }

  /** Reached through {@link StartingFilter}, which has set the status. */
  @GetMapping(StartingFilter.STARTING)
  Rendering starting(ServerWebExchange exchange) {
    Words words = layouts.words(layouts.visitor(exchange));
    return Rendering.view("starting").modelAttribute("page", layouts.layout(exchange, ""))
        .modelAttribute("parts", parts(words)).modelAttribute("refresh", true).build();
  }

  private List<PartView> parts(Words words) {
    return readiness.parts().stream()
        .map(part -> new PartView(part.state().code(), words.sayOr("part." + part.name(), part.name()),
            words.say("state." + part.state().code()), part.message(),
            words.say("seconds", words.number(seconds(part)))))
        .toList();
  }

  private Figures figures() {
    return archived(figures, Figures.UNKNOWN);
  }

  private Map<String, Integer> sources() {
    return archived(sources, Map.of());
  }

  private <T> T archived(Supplier<T> asked, T otherwise) {
    boolean archive = readiness.parts().stream()
        .allMatch(part -> !part.name().equals(Readiness.ARCHIVE) || part.state() == State.READY);
    try {
      return archive ? asked.get() : otherwise;
    } catch (RuntimeException away) {
      return otherwise;
    }
  }

  private long seconds(Part part) {
    Instant now = clock.instant();
    return Math.max(0, Duration.between(part.since(), now).toSeconds());
  }

  private static String figure(Words words, long figure) {
    return figure < 0 ? "–" : words.number(figure);
  }
}
