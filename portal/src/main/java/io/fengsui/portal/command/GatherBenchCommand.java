package io.fengsui.portal.command;

import io.fengsui.portal.bench.GatherBenchmark;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures gathering beside its peers and floors. */
@Command(name = "gather", mixinStandardHelpOptions = true, description = {
    "Crawls a site on this machine, sweeps unchanged feeds, reads feeds and pages, with peers (scrapy, feedparser) and floors",
    "(a bare HttpClient + jsoup loop, a bare StAX pass, bare jsoup) in turn, and reports the ratios. Takes some minutes."})
final class GatherBenchCommand implements Callable<Integer> {
  @Option(names = "--peers", paramLabel = "DIR", description = "folder with scrapy_spider.py and feed_peer.py; without it, the peers are left out")
  private @Nullable Path peers;

  @Option(names = "--python", paramLabel = "PROGRAM", description = "that has scrapy and feedparser (default: ${DEFAULT-VALUE})")
  private String python = "/usr/bin/python3";

  @Option(names = "--rounds", paramLabel = "N", description = "rounds of everything (default: ${DEFAULT-VALUE})")
  private int rounds = 3;

  @Option(names = "--large", paramLabel = "PAGES", description = "crawl a site of so many pages too, to watch the heap (default: ${DEFAULT-VALUE})")
  private int large;

  @Option(names = "--work", paramLabel = "DIR", description = "empty folder to work in; default: a temporary one")
  private @Nullable Path work;

  @Override
  public Integer call() throws Exception {
    Path folder = work == null ? Files.createTempDirectory("fengsui-bench") : Files.createDirectories(work);
    Answer.print(new GatherBenchmark(folder.toAbsolutePath(), rounds, peers, python, large).run());
    return 0;
  }
}
