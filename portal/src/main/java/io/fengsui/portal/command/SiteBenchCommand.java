package io.fengsui.portal.command;

import io.fengsui.portal.bench.SiteRace;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** A part of {@code bench gather} that runs in a process of its own. */
@Command(name = "site", hidden = true, mixinStandardHelpOptions = true, description = "Crawls the site of bench gather.")
final class SiteBenchCommand implements Callable<Integer> {
  @Option(names = "--site", required = true, description = "its address")
  private String site = "";

  @Option(names = "--notices", required = true, description = "how many it has")
  private int notices;

  @Option(names = "--name", required = true, description = "of this run, not used before")
  private String name = "";

  @Option(names = "--rounds", required = true, description = "crawls")
  private int rounds;

  @Option(names = "--floor", description = "with the bare loop in turn")
  private boolean floor;

  @Option(names = "--work", required = true, description = "folder for database and captures")
  private Path work = Path.of("");

  @Override
  public Integer call() throws Exception {
    Answer.print(new SiteRace(site, notices, work.toAbsolutePath()).run(name, rounds, floor));
    return 0;
  }
}
