package io.fengsui.portal.bench;

import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import com.sun.management.OperatingSystemMXBean;
import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.read.Readers;
import io.fengsui.crawler.read.Reading;
import io.fengsui.crawler.source.Format;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import io.fengsui.crawler.source.SourceReading;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads one feed over and over: ours from bytes to notices with plain texts, the JDK's bare StAX, rome, and feedparser in a process
 * of its own, in turn. Counts CPU seconds of the process, so that the garbage collector's threads count too.
 */
final class FeedRace {
  private static final int ROUNDS = 3;
  private static final int PEER_RUNS = 3;
  private static final OperatingSystemMXBean SYSTEM = (OperatingSystemMXBean) ManagementFactory
      .getOperatingSystemMXBean();
  private final byte[] feed;
  private final double seconds;
  private final @Nullable String python;
  private final @Nullable Path peer;

  /**
   * @param feed    its bytes, such as {@link FeedSample#bytes()}
   * @param seconds of CPU for each contestant in each round
   * @param python  command that has feedparser, null to leave it out
   * @param peer    the script that runs it: takes a file and seconds, prints feeds per CPU-second
   */
  FeedRace(byte[] feed, double seconds, @Nullable String python, @Nullable Path peer) {
    this.feed = feed.clone();
    this.seconds = seconds;
    this.python = python;
    this.peer = peer;
  }

  /**
   * Feeds per CPU-second, medians of all rounds; the ratios are medians of the rounds' ratios. Those to feedparser are null where it
   * did not run.
   */
  record Result(int bytes, int notices, double ours, double bareStax, double rome, @Nullable Double feedparser,
      double toBareStax, double toRome, @Nullable Double toFeedparser) {}

  /** Reads the feed once. */
  private interface Contestant {
    void read() throws IOException, FeedException;
  }

  Result run() throws IOException {
    Source source = source();
    Contestant[] all = {() -> notices(source), () -> BareParser.parse(Format.FEED, new ByteArrayInputStream(feed)),
        () -> new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)))};
    // Warm: the compiler is done with each before any is counted.
    for (Contestant each : all)
      rate(each);
    List<double[]> rounds = new ArrayList<>();
    for (int i = 0; i < ROUNDS; i++)
      rounds.add(new double[]{rate(all[0]), rate(all[1]), rate(all[2]), feedparser()});
    boolean ran = !Double.isNaN(rounds.getFirst()[3]);
    return new Result(feed.length, notices(source), median(rounds, 0, -1), median(rounds, 1, -1), median(rounds, 2, -1),
        ran ? median(rounds, 3, -1) : null, median(rounds, 0, 1), median(rounds, 0, 2),
        ran ? median(rounds, 0, 3) : null);
  }

  private static double median(List<double[]> rounds, int of, int to) {
    return rounds.stream().mapToDouble(round -> to < 0 ? round[of] : round[of] / round[to]).sorted()
        .toArray()[rounds.size() / 2];
  }

  private double rate(Contestant contestant) throws IOException {
    long start = SYSTEM.getProcessCpuTime();
    long end = start + (long) (seconds * 1e9);
    int read = 0;
    try {
      for (; SYSTEM.getProcessCpuTime() < end; read += 10)
        for (int i = 0; i < 10; i++)
          contestant.read();
    } catch (FeedException e) {
      throw new IOException("rome cannot read the feed", e);
    }
    return read / ((SYSTEM.getProcessCpuTime() - start) / 1e9);
  }

  private int notices(Source source) {
    int[] found = {0};
    Readers.read(source, new Fetched.Content("https://publisher.example/feed", 200, Map.of(), new Bytes(feed),
        Instant.EPOCH, null), reading -> found[0] += reading instanceof Reading.Found ? 1 : 0);
    return found[0];
  }

  private record Bytes(byte[] bytes) implements Body {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(bytes);
    }

    @Override
    public String sha256() {
      return "";
    }

    @Override
    public void close() {
      // Nothing is held.
    }
  }

  private static Source source() throws IOException {
    Path folder = Files.createTempDirectory("fengsui-feed");
    Path file = folder.resolve("bench-feed.yaml");
    try {
      Files.writeString(file, FeedSample.SOURCE);
      if (SourceCatalog.read(file) instanceof SourceReading.Good(Source good))
        return good;
      throw new IllegalStateException("the benchmark's own source is faulty: " + SourceCatalog.read(file));
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  /** Not a number where it cannot be run. */
  private double feedparser() throws IOException {
    if (python == null || peer == null)
      return Double.NaN;
    Path file = Files.createTempFile("fengsui-feed", ".xml");
    try {
      Files.write(file, feed);
      Process process = new ProcessBuilder(python, peer.toString(), file.toString(),
          String.valueOf(seconds / PEER_RUNS))
          .redirectError(ProcessBuilder.Redirect.INHERIT).start();
      try (var lines = process.inputReader()) {
        return lines.lines().filter(line -> line.startsWith("feedparser ")).mapToDouble(FeedRace::figure).sorted()
            .skip(PEER_RUNS / 2).findFirst().orElse(Double.NaN);
      }
    } finally {
      Files.deleteIfExists(file);
    }
  }

  private static double figure(String line) {
    return Double.parseDouble(line.split(" ")[1]);
  }
}
