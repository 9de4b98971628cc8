package io.fengsui.portal.command;

import io.fengsui.portal.bench.FeedSweep;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A part of {@code bench gather} that runs in a process of its own. */
@Command(name = "sweep", hidden = true, mixinStandardHelpOptions = true, description = "Sweeps the feeds of bench gather.")
final class SweepBenchCommand implements Callable<Integer> {
  @Option(names = "--site", required = true, description = "address of their site")
  private String site = "";

  @Option(names = "--feeds", required = true, description = "how many")
  private int feeds;

  @Option(names = "--rounds", required = true, description = "sweeps")
  private int rounds;

  @Option(names = "--work", required = true, description = "folder for database and captures")
  private Path work = Path.of("");

  @Override
  public Integer call() throws Exception {
    Answer.print(new FeedSweep(site, feeds, work.toAbsolutePath()).run("sweep", rounds));
    return 0;
  }
}
