package io.fengsui.crawler.capture;

import io.fengsui.crawler.fetch.Fetched;
import io.fengsui.crawler.fetch.Spool;
import io.fengsui.crawler.source.Fault;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.zip.GZIPInputStream;

/** Turns plain files and the addresses they belong to into recordings. */
public final class Pack {
  private static final long FULL = 1L << 30;
  /** Larger than any file that a publisher is known to offer. */
  private static final long MOST_BYTES = 2L << 30;

  private final Path manifest;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Integer> counts = new TreeMap<>();
  private long bytes;

  private Pack(Path manifest) {
    this.manifest = manifest;
  }

  /**
   * Packs the files of a manifest. The same files give the same recordings with the same ids, however often they are packed.
   *
   * @param root folder that the manifest's paths start from
   * @param out  folder for {@code recordings-00001.warc.gz} and on; those of an earlier run are replaced
   * @return counts and faults; a missing file is a fault, and the rest is packed
   * @throws IOException where the out folder cannot be written
   */
  public static PackReport pack(Path manifest, Path root, Path out) throws IOException {
    var pack = new Pack(manifest);
    var loaded = Manifest.load(manifest);
    pack.faults.addAll(loaded.faults());
    Files.createDirectories(out);
    for (var old : recordings(out))
      Files.delete(old);
    try (var appender = new WarcAppender(number -> out.resolve("recordings-%05d.warc.gz".formatted(number)), FULL,
        Clock.systemUTC())) {
      for (var entry : loaded.entries())
        pack.pack(entry, root, appender);
    }
    return new PackReport(pack.counts, pack.bytes, pack.faults);
  }

  private static List<Path> recordings(Path out) throws IOException {
    try (var files = Files.list(out)) {
      return files.filter(file -> file.getFileName().toString().matches("recordings-\\d{5}\\.warc\\.gz")).toList();
    }
  }

  private void pack(ManifestEntry entry, Path root, WarcAppender appender) throws IOException {
    var files = entry.files().find(root);
    if (files.isEmpty())
      fault(entry, "no file matches " + root.resolve(entry.files().toString()));
    for (var match : files)
      pack(entry, match, appender);
  }

  private void pack(ManifestEntry entry, FilePattern.Match match, WarcAppender appender) throws IOException {
    Spool.Spooled payload;
    Instant at;
    try (InputStream stream = Files.newInputStream(match.file())) {
      payload = Spool.fill(match.path().endsWith(".gz") ? new GZIPInputStream(stream, 64 << 10) : stream, null,
          MOST_BYTES);
      at = entry.captured() != null ? entry.captured() : Files.getLastModifiedTime(match.file()).toInstant();
    } catch (IOException e) {
      fault(entry, match.file() + ": " + e.getMessage());
      return;
    }
    try (var body = payload.body()) {
      if (payload.cut() != null)
        fault(entry, match.file() + ": " + payload.cut().message());
      else
        write(entry, match, new Fetched.Content(entry.address().fill(match.values()).orElseThrow(), entry.status(),
            Map.of("content-type", List.of(entry.type())), body, at, null), appender);
    }
  }

  private void write(ManifestEntry entry, FilePattern.Match match, Fetched.Content content, WarcAppender appender)
      throws IOException {
    var name = content.address() + "\n" + match.path() + "\n" + content.body().sha256();
    var id = UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    appender.append(WarcRecords.response(id, content), content.body().size());
    counts.merge(entry.source(), 1, Integer::sum);
    bytes += content.body().size();
  }

  private void fault(ManifestEntry entry, String message) {
    faults.add(new Fault(manifest, entry.line(), message));
  }
}
