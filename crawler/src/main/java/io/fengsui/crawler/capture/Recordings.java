package io.fengsui.crawler.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The responses in the WARC files of a folder: where each is, not what it holds. In the natural order of the file names. */
final class Recordings {
  private static final Logger LOG = LoggerFactory.getLogger(Recordings.class);
  private static final int DEPTH = 8;

  private final List<Recording> all;
  private final Map<String, List<Recording>> byAddress = new LinkedHashMap<>();
  private final Map<String, List<Recording>> byTemplate = new ConcurrentHashMap<>();

  private Recordings(List<Recording> all) {
    this.all = List.copyOf(all);
    for (var recording : all)
      byAddress.computeIfAbsent(recording.address(), address -> new ArrayList<>()).add(recording);
  }

  /** Finds the records of all WARC files. What cannot be read to its end is used as far as it can. */
  static Recordings scan(Path folder) {
    var found = new ArrayList<Recording>();
    for (var file : files(folder))
      scan(file, found);
    LOG.info("{} recordings in {}", found.size(), folder);
    return new Recordings(found);
  }

  List<Recording> all() {
    return all;
  }

  /** How many there are in a file, as far as it can be read. */
  static int count(Path file) {
    var found = new ArrayList<Recording>();
    scan(file, found);
    return found.size();
  }

  /** Those of exactly this address. */
  List<Recording> at(String address) {
    return byAddress.getOrDefault(address, List.of());
  }

  /** Those whose address the template can make. */
  List<Recording> matching(String template) {
    return byTemplate.computeIfAbsent(template, text -> {
      var pattern = new AddressTemplate(text);
      return all.stream().filter(recording -> pattern.matches(recording.address())).toList();
    });
  }

  private static List<Path> files(Path folder) {
    try (var files = Files.walk(folder, DEPTH)) {
      return files.filter(file -> file.toString().endsWith(".warc.gz") || file.toString().endsWith(".warc"))
          .sorted(Comparator.comparing(file -> folder.relativize(file).toString(), NaturalOrder.INSTANCE)).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the recordings in " + folder, e);
    }
  }

  private static void scan(Path file, List<Recording> found) {
    try (var reader = new WarcReader(file)) {
      for (var record = reader.next(); record.isPresent(); record = reader.next()) {
        long offset = reader.position();
        if (!(record.get() instanceof WarcResponse response))
          continue;
        // A record counts when its end was seen: a writer that was killed leaves half of one.
        response.body().consume();
        if (response.target() != null)
          found.add(new Recording(response.id().toString(), response.target(), file, offset));
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} is damaged; the recordings before the damage are used: {}", file, e.toString());
    }
  }
}
