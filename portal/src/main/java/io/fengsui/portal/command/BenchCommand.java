package io.fengsui.portal.command;

import io.fengsui.portal.bench.Benchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures the whole way of a notice, beside the floors of the same run. */
@Command(name = "bench", mixinStandardHelpOptions = true, description = {
    "Replays a folder of recorded responses into fresh engines and reports, for one run: notices per second read, stored,",
    "indexed and end to end; the floors (bare parsers, bare bulk loop); peak heap; search through the portal and straight.",
    "Start it with -Xmx512m to hold the portal to its heap. Gathering is measured by 'bench gather'."}, subcommands = {
        GatherBenchCommand.class, SiteBenchCommand.class, SweepBenchCommand.class})
final class BenchCommand implements Callable<Integer> {
  @Option(names = "--recorded", paramLabel = "DIR", description = "folder that the manifest's paths start from")
  private @Nullable Path recorded;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Option(names = "--manifest", paramLabel = "FILE", description = "default: ${DEFAULT-VALUE}")
  private Path manifest = Path.of("config/recorded.yaml");

  @Option(names = "--work", paramLabel = "DIR", description = "empty folder to work in; default: a temporary one")
  private @Nullable Path work;

  @Option(names = "--rounds", paramLabel = "N", description = "rounds of searches (default: ${DEFAULT-VALUE})")
  private int rounds = 20;

  @Override
  public Integer call() throws Exception {
    if (recorded == null)
      throw new ParameterException(spec.commandLine(), "name the folder of recordings: --recorded=DIR");
    Path folder = work == null ? Files.createTempDirectory("fengsui-bench") : work;
    Answer.print(new Benchmark(manifest, recorded, folder.toAbsolutePath(), rounds).run());
    return 0;
  }
}
