package io.fengsui.indexer.engine;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Which of several processes starts, watches and ends the engine of a folder. The operating system lets go of it for the dead. */
final class Ownership implements AutoCloseable {
  private final Folder folder;
  private @Nullable FileChannel channel;

  Ownership(Folder folder) {
    this.folder = folder;
  }

  /** Whether it is ours, now or already. */
  boolean take() {
    if (channel != null)
      return true;
    folder.create();
    try {
      FileChannel opened = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (locks(opened))
        channel = opened;
      else
        opened.close();
    } catch (IOException e) {
      throw new EngineFailure("The folder " + folder.base() + " cannot be used: " + e.getMessage()
          + ". It belongs to another user, perhaps; set fengsui.elasticsearch.data to another one", e);
    }
    return channel != null;
  }

  private static boolean locks(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  boolean isOurs() {
    return channel != null;
  }

  @Override
  public void close() {
    try {
      if (channel != null)
        channel.close();
    } catch (IOException e) {
      // The lock goes with the process at the latest.
    }
    channel = null;
  }
}
