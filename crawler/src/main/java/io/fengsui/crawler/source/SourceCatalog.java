package io.fengsui.crawler.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All sources of a folder of YAML files as they were last read, and what is wrong with the rest. Safe for several threads; each
 * answer is of one reading.
 */
public final class SourceCatalog {
  private final Path folder;
  private volatile Shelf shelf;

  /** One reading of the folder. */
  private record Shelf(Map<String, Source> sources, List<Fault> faults) {}

  private SourceCatalog(Path folder) {
    this.folder = folder;
    this.shelf = readAll(folder);
  }

  /**
   * Reads every {@code *.yaml} of the folder. A file with a fault is left out; the others are not touched by it. A folder that
   * cannot be read is a fault too.
   */
  public static SourceCatalog load(Path folder) {
    return new SourceCatalog(folder);
  }

  /** Reads the folder again. A file that has a fault now is left out, even if its last version had none. */
  public void reload() {
    shelf = readAll(folder);
  }

  /** Reads one file. Never throws for what the file contains, or because it cannot be read. */
  public static SourceReading read(Path file) {
    return new SourceFile(file).read();
  }

  /** Reads what a file may hold soon, as if it did. Never throws for what it contains. */
  public static SourceReading read(Path file, byte[] yaml) {
    return new SourceFile(file).read(yaml);
  }

  /** Where the files are. */
  public Path folder() {
    return folder;
  }

  /** The sources without a fault, by id. */
  public List<Source> sources() {
    return List.copyOf(shelf.sources().values());
  }

  /** The source with that id. */
  public Optional<Source> source(String id) {
    return Optional.ofNullable(shelf.sources().get(id));
  }

  /** Every fault found, by file and line. */
  public List<Fault> faults() {
    return shelf.faults();
  }

  private static Shelf readAll(Path folder) {
    var sources = new ArrayList<Source>();
    var faults = new ArrayList<Fault>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList())
        switch (read(file)) {
          case SourceReading.Good good -> sources.add(good.source());
          case SourceReading.Faulty faulty -> faults.addAll(faulty.faults());
        }
    } catch (IOException | UncheckedIOException e) {
      faults.add(new Fault(folder, 1, "the folder of sources cannot be read: " + e.getMessage()));
    }
    var byId = new LinkedHashMap<String, Source>();
    sources.stream().sorted(Comparator.comparing(Source::id)).forEach(source -> byId.put(source.id(), source));
    return new Shelf(byId, List.copyOf(faults));
  }
}
