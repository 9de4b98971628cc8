package io.fengsui.portal.command;

import io.fengsui.crawler.capture.Pack;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Turns plain files and the addresses they belong to into recordings that can be replayed. */
@Command(name = "pack", mixinStandardHelpOptions = true, description = {
    "Packs plain files into WARC, to be replayed with fengsui.fetch.replay or the replay command.",
    "The manifest says which file answers which address; docs/sources.md describes it."})
final class PackCommand implements Callable<Integer> {
  @Parameters(paramLabel = "MANIFEST", description = "YAML file such as config/recorded.yaml")
  private Path manifest = Path.of("recordings.yaml");

  @Option(names = "--root", paramLabel = "DIR", description = "folder that the manifest's paths start from; default: the manifest's")
  private Path root = Path.of("");

  @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the WARC files")
  private Path out = Path.of("");

  @Override
  public Integer call() throws Exception {
    Path from = root.toString().isEmpty() ? manifest.resolveSibling("") : root;
    var report = Pack.pack(manifest, from, out);
    Answer.print(report);
    report.faults().forEach(fault -> System.err.println(fault));
    return report.faults().isEmpty() ? 0 : 1;
  }
}
