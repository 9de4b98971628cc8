package io.fengsui.crawler.read;

import io.fengsui.crawler.notice.Notice;
import io.fengsui.crawler.source.Source;
import io.fengsui.crawler.source.SourceCatalog;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads recorded files with a source on one thread, and tells how fast, how complete and what was refused. For people. */
public final class ReadingRecorded {
  private ReadingRecorded() {}

  /** Arguments: the project's {@code config}, the folder of recordings, and ids of sources; without ids all of the manifest. */
  public static void main(String... arguments) throws IOException {
    Path config = Path.of(arguments[0]);
    var catalog = SourceCatalog.load(config.resolve("sources"));
    catalog.faults().forEach(System.out::println);
    var files = files(config.resolve("recorded.yaml"), Path.of(arguments[1]));
    var wanted = List.of(arguments).subList(2, arguments.length);
    for (var entry : files.entrySet())
      if (wanted.isEmpty() || wanted.contains(entry.getKey()))
        catalog.source(entry.getKey()).ifPresentOrElse(source -> time(source, entry.getValue()),
            () -> System.out.println("no source " + entry.getKey()));
  }

  private static void time(Source source, List<Path> files) {
    var bodies = new LinkedHashMap<Path, byte[]>();
    files.forEach(file -> bodies.put(file, bytes(file)));
    long begin = cpu();
    var tally = read(source, bodies);
    tally.print(source, bodies, (cpu() - begin) / 1e9);
  }

  /** Time of this thread: other work on the machine does not count. */
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  /** The files of each source, by the manifest. */
  static Map<String, List<Path>> files(Path manifest, Path folder) throws IOException {
    Map<String, List<Map<String, Object>>> yaml;
    try (var reader = Files.newBufferedReader(manifest)) {
      yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(reader);
    }
    var files = new LinkedHashMap<String, List<Path>>();
    for (var recording : yaml.get("recordings"))
      files.computeIfAbsent(String.valueOf(recording.get("source")), id -> new ArrayList<>())
          .addAll(matching(folder, String.valueOf(recording.get("files"))));
    return files;
  }

  private static List<Path> matching(Path folder, String template) throws IOException {
    var matcher = FileSystems.getDefault()
        .getPathMatcher("glob:" + folder + "/" + template.replaceAll("\\{[^}]*}", "*"));
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(matcher::matches).sorted().toList();
    }
  }

  static byte[] bytes(Path file) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      return file.toString().endsWith(".gz") ? new GZIPInputStream(in).readAllBytes() : in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Tally read(Source source, Map<Path, byte[]> bodies) {
    var tally = new Tally();
    bodies.forEach((file, bytes) -> {
      if (Readers.read(source, Responses.of(bytes), tally::add) instanceof Reading.End.Broken broken)
        tally.broken.add(file.getFileName() + ": " + broken);
    });
    return tally;
  }

  private static final class Tally {
    private final Map<String, Integer> filled = new TreeMap<>();
    private final Map<String, Integer> rejected = new TreeMap<>();
    private final Map<String, String> samples = new TreeMap<>();
    private final List<String> broken = new ArrayList<>();
    private int found;

    void add(Reading reading) {
      switch (reading) {
        case Reading.Rejected(String problem, String excerpt) -> rejected.merge(problem, 1, Integer::sum);
        case Reading.Found(Notice notice, String detail) -> found(notice);
      }
    }

    private void found(Notice notice) {
      found++;
      fill("text", notice.text());
      fill("origin", notice.origin());
      fill("hazards", notice.hazards());
      fill("measures", notice.measures());
      fill("categories", notice.categories());
      fill("products", notice.products());
      fill("class", notice.publisherClass());
      fill("links", notice.links());
      fill("language " + notice.language(), "x");
      fill("kind " + notice.kind().code(), "x");
      notice.dates()
          .forEach((role, date) -> fill(date.date() == null ? role + " in words" : role.code(), date.given()));
      samples.putIfAbsent("notice", notice.toString());
    }

    private void fill(String field, Object value) {
      if (value == null || value.toString().isEmpty() || value.equals(List.of()))
        return;
      filled.merge(field, 1, Integer::sum);
      samples.putIfAbsent(field, value.toString());
    }

    void print(Source source, Map<Path, byte[]> bodies, double seconds) {
      long size = bodies.values().stream().mapToLong(bytes -> bytes.length).sum();
      System.out.printf("%s: %d files, %.1f MB, %d notices in %.2f s of CPU: %.0f notices/s, %.1f MB/s%n", source.id(),
          bodies.size(), size / 1e6, found, seconds, found / seconds, size / 1e6 / seconds);
      System.out.println("  rejected " + rejected + ", broken " + broken.stream().limit(5).toList());
      System.out.println("  filled " + filled);
      System.out.println("  first " + samples.get("notice"));
      samples.forEach((field, sample) -> {
        if (field.endsWith("in words"))
          System.out.println("  " + field + ": " + sample);
      });
    }
  }
}
