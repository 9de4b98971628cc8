package io.fengsui.crawler.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** All sources of a folder of YAML files, and what is wrong with the rest. Immutable. */
public final class SourceCatalog {
  private final Map<String, Source> sources = new LinkedHashMap<>();
  private final List<Fault> faults;

  private SourceCatalog(List<Source> sources, List<Fault> faults) {
    sources.stream().sorted(Comparator.comparing(Source::id)).forEach(source -> this.sources.put(source.id(), source));
    this.faults = List.copyOf(faults);
  }

  /**
   * Reads every {@code *.yaml} of the folder. A file with a fault is left out; the others are not touched by it. A folder that
   * cannot be read is a fault too.
   */
  public static SourceCatalog load(Path folder) {
    var sources = new ArrayList<Source>();
    var faults = new ArrayList<Fault>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".yaml")).sorted().toList())
        switch (read(file)) {
          case SourceReading.Good good -> sources.add(good.source());
          case SourceReading.Faulty faulty -> faults.addAll(faulty.faults());
        }
    } catch (IOException e) {
      faults.add(new Fault(folder, 1, "the folder of sources cannot be read: " + e.getMessage()));
    }
    return new SourceCatalog(sources, faults);
  }

  /** Reads one file. Never throws for what the file contains, or because it cannot be read. */
  public static SourceReading read(Path file) {
    return new SourceFile(file).read();
  }

  /** The sources without a fault, by id. */
  public List<Source> sources() {
    return List.copyOf(sources.values());
  }

  /** The source with that id. */
  public Optional<Source> source(String id) {
    return Optional.ofNullable(sources.get(id));
  }

  /** Every fault found, by file and line. */
  public List<Fault> faults() {
    return faults;
  }
}
