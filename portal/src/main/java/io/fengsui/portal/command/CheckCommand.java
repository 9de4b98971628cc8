package io.fengsui.portal.command;

import io.fengsui.crawler.Probe;
import io.fengsui.crawler.ProbeReport;
import io.fengsui.crawler.SavedResponse;
import io.fengsui.crawler.source.Fault;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import io.fengsui.portal.wiring.Parts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a source would gather. */
@Command(name = "check", mixinStandardHelpOptions = true, description = {
    "Reads the YAML of a source, fetches once and shows what it would gather, field by field, with fill rates, the records",
    "that are rejected, and the paths that found nothing. Faults of the YAML are reported with file and line.",
    "Stores nothing and starts no engine."})
final class CheckCommand implements Callable<Integer> {
  @Parameters(arity = "0..1", paramLabel = "SOURCE", description = "id of a source, or a YAML file anywhere; without it, only the YAML of all sources is checked")
  private @Nullable String source;

  @Option(names = "--replay", paramLabel = "DIR", description = "answer from recordings instead of the network")
  private @Nullable Path replay;

  @Option(names = "--response", paramLabel = "FILE", description = "read this saved response instead of asking; .gz is unpacked")
  private @Nullable Path response;

  @Option(names = "--show", paramLabel = "N", description = "notices to show whole (default: ${DEFAULT-VALUE})")
  private int show = 3;

  @Option(names = "--table", description = "print a table for people instead of JSON")
  private boolean table;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** All sources at a glance. */
  record Catalogue(int sources, List<String> faults) {}

  /** A description that cannot be read. */
  record Unread(String source, List<LineFault> faults) {}

  /** A mistake and where it stands. */
  record LineFault(String file, int line, String message) {}

  @Override
  public Integer call() throws IOException {
    if (show < 0 || replay != null && response != null || source == null && (replay != null || response != null))
      throw new ParameterException(spec.commandLine(),
          "--replay and --response are alternatives, for one source; --show is 0 or more");
    Map<String, Object> overrides = new HashMap<>();
    if (replay != null)
      overrides.put("fengsui.fetch.replay", replay.toAbsolutePath().toString());
    Parts parts = Parts.of(overrides);
    String asked = source;
    return asked == null ? catalogue(parts.catalog()) : probe(parts, asked);
  }

  private static int catalogue(SourceCatalog catalog) {
    Answer.print(new Catalogue(catalog.sources().size(), catalog.faults().stream().map(Fault::toString).toList()));
    catalog.faults().forEach(fault -> System.err.println(fault));
    return catalog.faults().isEmpty() ? 0 : 1;
  }

  private int probe(Parts parts, String asked) throws IOException {
    return switch (find(parts.catalog(), asked)) {
      case SourceReading.Good(Source found) -> probe(parts, found);
      case SourceReading.Faulty(List<Fault> faults) -> {
        faults.forEach(fault -> System.err.println(fault));
        if (!table)
          Answer.print(new Unread(asked, faults.stream()
              .map(fault -> new LineFault(fault.file().toString(), fault.line(), fault.message())).toList()));
        yield 1;
      }
    };
  }

  private int probe(Parts parts, Source found) throws IOException {
    try (var fetcher = parts.fetcher()) {
      Probe probe = new Probe(fetcher, Clock.systemUTC(), System.getenv());
      ProbeReport report = report(probe, found).located(Files.readString(found.file()));
      if (table)
        CheckTable.print(report);
      else
        Answer.print(report);
      if (report.cause() != null)
        System.err.println(found.id() + ": " + report.cause().code() + ": " + report.message());
      return report.cause() == null && report.read() > 0 ? 0 : 1;
    }
  }

  private ProbeReport report(Probe probe, Source found) throws IOException {
    if (response == null)
      return probe.probe(found, show);
    var content = SavedResponse.of(response, probe.address(found), found.fetch().maxBytes());
    try (var body = content.body()) {
      return probe.read(found, content, show);
    }
  }

  private SourceReading find(SourceCatalog catalog, String asked) {
    Path file = Path.of(asked);
    if (asked.endsWith(".yaml") || asked.endsWith(".yml") || Files.isRegularFile(file))
      return SourceCatalog.read(file);
    List<Fault> faults = catalog.faults().stream().filter(fault -> fault.file().endsWith(asked + ".yaml")).toList();
    if (!faults.isEmpty())
      return new SourceReading.Faulty(faults);
    return catalog.source(asked).<SourceReading>map(SourceReading.Good::new)
        .orElseThrow(() -> new ParameterException(spec.commandLine(),
            "no source " + asked + " in " + catalog.folder() + ", and no such file"));
  }
}
