package io.fengsui.portal.command;

import io.fengsui.crawler.Probe;
import io.fengsui.crawler.ProbeReport;
import io.fengsui.crawler.source.Fault;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import io.fengsui.portal.wiring.Parts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a source would gather. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
    "Reads the YAML of a source, fetches once and shows what it would gather, field by field, with fill rates.",
    "Faults of the YAML are reported with file and line. Stores nothing and starts no engine."})
final class CheckCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "SOURCE", description = "id of a source, or a YAML file; without it, only the YAML of all sources is checked")
  private @Nullable String source;

  @Option(names = "--replay", paramLabel = "DIR", description = "answer from recordings instead of the network")
  private @Nullable Path replay;

  @Option(names = "--show", paramLabel = "N", description = "notices to show whole (default: ${DEFAULT-VALUE})")
  private int show = 3;

  /** All sources at a glance. */
  record Catalogue(int sources, List<String> faults) {}

  @Override
  public Integer call() {
    Map<String, Object> overrides = new HashMap<>();
    if (replay != null)
      overrides.put("fengsui.fetch.replay", replay.toAbsolutePath().toString());
    Parts parts = Parts.of(overrides);
    String asked = source;
    return asked == null ? catalogue(parts.catalog()) : probe(parts, asked);
  }

  private static int catalogue(SourceCatalog catalog) {
    Answer.print(new Catalogue(catalog.sources().size(), catalog.faults().stream().map(Fault::toString).toList()));
    return catalog.faults().isEmpty() ? 0 : 1;
  }

  private int probe(Parts parts, String asked) {
    return switch (find(parts.catalog(), asked)) {
      case SourceReading.Good(Source found) -> probe(parts, found);
      case SourceReading.Faulty(List<Fault> faults) -> {
        faults.forEach(fault -> System.err.println(fault));
        yield 1;
      }
    };
  }

  private int probe(Parts parts, Source found) {
    try (var fetcher = parts.fetcher()) {
      ProbeReport report = new Probe(fetcher, Clock.systemUTC(), System.getenv()).probe(found, show);
      Answer.print(report);
      if (report.cause() != null)
        System.err.println(found.id() + ": " + report.cause().code() + ": " + report.message());
      return report.cause() == null && report.read() > 0 ? 0 : 1;
    }
  }

  private static SourceReading find(SourceCatalog catalog, String asked) {
    if (asked.endsWith(".yaml") || Files.exists(Path.of(asked)))
      return SourceCatalog.read(Path.of(asked));
    List<Fault> faults = catalog.faults().stream().filter(fault -> fault.file().endsWith(asked + ".yaml")).toList();
    return faults.isEmpty()
        ? catalog.source(asked).<SourceReading>map(SourceReading.Good::new)
            .orElseThrow(() -> new IllegalArgumentException("no source " + asked + " in config/sources"))
        : new SourceReading.Faulty(faults);
  }
}
