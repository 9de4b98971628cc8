package io.fengsui.crawler.capture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the WARC files of a replay are: in its folder, or packed from the plain files there. */
final class PackedFolder {
  private static final Logger LOG = LoggerFactory.getLogger(PackedFolder.class);

  private PackedFolder() {}

  static Path of(Path folder, Path data) {
    var manifest = folder.resolve("recordings.yaml");
    if (!Files.exists(manifest))
      return existing(folder);
    try {
      var out = data.resolve("replay-" + fingerprint(folder));
      return Files.isDirectory(out) ? out : pack(manifest, folder, out);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot pack " + manifest + " into " + data, e);
    }
  }

  private static Path pack(Path manifest, Path folder, Path out) throws IOException {
    // Whole or not at all: another process, or the next after a kill, may find the folder.
    var half = out.resolveSibling("packing-" + UUID.randomUUID());
    var report = Pack.pack(manifest, folder, half);
    report.faults().forEach(fault -> LOG.warn("{}", fault));
    LOG.info("{} files of {} packed", report.total(), folder);
    try {
      return Files.move(half, out, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (Files.isDirectory(out))
        return half;
      throw e;
    }
  }

  /** Changes with any file of the folder. */
  private static String fingerprint(Path folder) throws IOException {
    var listing = new StringBuilder();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList())
        listing.append(folder.relativize(file)).append(' ').append(Files.size(file)).append(' ')
            .append(Files.getLastModifiedTime(file).toMillis()).append('\n');
    }
    return UUID.nameUUIDFromBytes(listing.toString().getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static Path existing(Path folder) {
    if (!Files.isDirectory(folder))
      throw new IllegalStateException("fengsui.fetch.replay names " + folder + ", which is no folder");
    return folder;
  }
}
