package io.fengsui.portal.workbench;

import io.fengsui.crawler.source.YamlText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Pattern;

/**
 * The files of the sources. One that is saved is there whole or not at all, never over a version that its editor has not seen, and
 * its last version stays beside it as {@code .yaml.bak}. Safe for several threads.
 */
public final class SourceFolder {
  private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final int LONGEST_ID = 80;

  private final Path folder;
  private final Runnable follow;

  /** @param follow called after each change, to have it taken up */
  public SourceFolder(Path folder, Runnable follow) {
    this.folder = folder;
    this.follow = follow;
  }

  /** Whether it may be an id: then it is a file's name too, and leads nowhere else. */
  static boolean isId(String id) {
    return id.length() <= LONGEST_ID && ID.matcher(id).matches();
  }

  /** Where the source is, or would be. */
  Path file(String id) {
    if (!isId(id))
      throw new IllegalArgumentException("no id of a source: " + id);
    return folder.resolve(id + ".yaml");
  }

  /**
   * The text of a source.
   *
   * @throws IOException where there is a file that cannot be read
   */
  SourceText read(String id) throws IOException {
    try (InputStream in = Files.newInputStream(file(id))) {
      return SourceText.of(in.readNBytes(YamlText.LARGEST + 1));
    } catch (NoSuchFileException none) {
      return SourceText.NONE;
    }
  }

  /** Saves a text that has no faults, if the file is still the version that its editor saw. */
  synchronized Saved save(String id, String yaml, String seen) {
    try {
      SourceText now = read(id);
      if (!now.version().equals(seen))
        return new Saved.Changed(now);
      write(file(id), yaml.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      return new Saved.Unwritable(inWords(e));
    }
    follow.run();
    return new Saved.Done();
  }

  private void write(Path file, byte[] bytes) throws IOException {
    // Not .yaml, so that nobody takes it for a source half-way.
    Path written = file.resolveSibling(file.getFileName() + ".new");
    try (var out = FileChannel.open(written, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING,
        StandardOpenOption.WRITE)) {
      for (var rest = ByteBuffer.wrap(bytes); rest.hasRemaining();)
        out.write(rest);
      out.force(true);
    }
    if (Files.exists(file))
      Files.copy(file, file.resolveSibling(file.getFileName() + ".bak"), StandardCopyOption.REPLACE_EXISTING);
    Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String inWords(IOException e) {
    String reason = e instanceof FileSystemException fault ? fault.getReason() : null;
    String kind = e.getClass().getSimpleName().replaceFirst("Exception$", "");
    return e.getMessage() + (reason == null ? " (" + kind + ")" : "");
  }
}
