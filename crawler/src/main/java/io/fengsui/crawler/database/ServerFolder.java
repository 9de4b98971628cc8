package io.fengsui.crawler.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The folder of the embedded server: {@code data} (PostgreSQL's own), {@code programs}, {@code log}, and the files
 * {@code port}, {@code password} and {@code lock}. Who holds the lock runs the server; who does not uses it.
 */
final class ServerFolder {
  /** A lock of the operating system is lost when any file of it is closed in this process, so this process keeps count. */
  private static final Set<Path> HELD = new HashSet<>();

  private final Path folder;
  private @Nullable FileChannel lock;

  ServerFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
  }

  Path path() {
    return folder;
  }

  Path data() {
    return folder.resolve("data");
  }

  Path programs() {
    return folder.resolve("programs");
  }

  Path log() {
    return folder.resolve("log");
  }

  Path passwordFile() {
    return folder.resolve("password");
  }

  /** True where this object is now, or was already, the one that runs the server. */
  boolean lock() throws IOException {
    synchronized (HELD) {
      if (lock != null)
        return true;
      Files.createDirectories(log());
      if (HELD.contains(folder))
        return false;
      FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
          StandardOpenOption.WRITE);
      FileLock taken = channel.tryLock();
      if (taken == null) {
        channel.close();
        return false;
      }
      lock = channel;
      HELD.add(folder);
      return true;
    }
  }

  boolean locked() {
    synchronized (HELD) {
      return lock != null;
    }
  }

  void unlock() throws IOException {
    synchronized (HELD) {
      if (lock == null)
        return;
      lock.close();
      lock = null;
      HELD.remove(folder);
    }
  }

  /** The port in use, 0 where none was chosen yet. */
  int port() throws IOException {
    Path file = folder.resolve("port");
    return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : 0;
  }

  void port(int port) throws IOException {
    Files.writeString(folder.resolve("port"), port + "\n");
  }

  /** The password of the server's only user; made at the first call of the one who runs it. */
  String password() throws IOException {
    Path file = passwordFile();
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path fresh = folder.resolve("password.new");
      Files.deleteIfExists(fresh);
      Files.createFile(fresh, ownerOnly());
      Files.writeString(fresh, HexFormat.of().formatHex(random));
      Files.move(fresh, file);
    }
    return Files.readString(file).strip();
  }

  private FileAttribute<?>[] ownerOnly() {
    boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[]{PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))}
        : new FileAttribute<?>[0];
  }

  static boolean free(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  static int anyFreePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
