package io.fengsui.portal.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs that people use today, run on the same site in the same minutes. Python with scrapy and feedparser. */
final class Peers {
  private static final String SWEEP = """
      import sys, time, feedparser
      site, feeds, sweeps = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
      tags = [feedparser.parse(f'{site}/feed{i}.xml').etag for i in range(feeds)]
      for ask in [lambda i: feedparser.parse(f'{site}/feed{i}.xml'),
                  lambda i: feedparser.parse(f'{site}/feed{i}.xml', etag=tags[i])]:
          for _ in range(sweeps):
              start = time.time()
              for i in range(feeds):
                  ask(i)
              print(feeds / (time.time() - start))
      """;

  private final String python;
  private final Path folder;
  private final Path work;

  /**
   * @param folder with {@code scrapy_spider.py}
   * @param work   for what they write
   */
  Peers(String python, Path folder, Path work) {
    this.python = python;
    this.folder = folder;
    this.work = work;
  }

  /** The race of reading one feed, with feedparser. */
  FeedRace.Result feeds(double seconds) throws IOException {
    return new FeedRace(FeedSample.bytes(), seconds, python, folder.resolve("feed_peer.py")).run();
  }

  /** Scrapy's crawl of the whole site, process included; returns its seconds. */
  double scrapy(String site, int notices) throws IOException {
    Path items = work.resolve("scrapy-items.jl");
    Files.deleteIfExists(items);
    long start = System.nanoTime();
    run(List.of(python, "-m", "scrapy", "runspider", folder.resolve("scrapy_spider.py").toAbsolutePath().toString(),
        "-a",
        "site=" + site, "-O", items.toString()));
    double seconds = (System.nanoTime() - start) / 1e9;
    try (Stream<String> lines = Files.lines(items)) {
      long found = lines.count();
      if (found != notices)
        throw new IOException("scrapy found " + found + " of " + notices + " notices");
    }
    return seconds;
  }

  /**
   * feedparser's feeds per second, for each sweep over unchanged feeds: first as it is mostly used, without ETags, then as often with.
   */
  List<Double> sweep(String site, int feeds, int sweeps) throws IOException {
    return run(List.of(python, "-c", SWEEP, site, "" + feeds, "" + sweeps)).lines().map(Double::valueOf).toList();
  }

  private String run(List<String> command) throws IOException {
    Path errors = work.resolve("peer.log");
    Process process = new ProcessBuilder(command).directory(work.toFile()).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes());
    try {
      if (process.waitFor() != 0)
        throw new IOException(command + " failed; see " + errors);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IllegalStateException(e);
    }
    return output;
  }
}
