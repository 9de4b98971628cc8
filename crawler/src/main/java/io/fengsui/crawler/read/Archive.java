package io.fengsui.crawler.read;

import io.fengsui.crawler.fetch.Body;
import io.fengsui.crawler.fetch.Cause;
import io.fengsui.crawler.fetch.Fetched;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;

/** An entry of a ZIP archive in place of the archive. It is streamed anew each time that it is opened, and nothing is written. */
final class Archive {
  private static final int LISTED = 10;

  private Archive() {}

  /** What is wrong with an archive while it is read. */
  static final class Damaged extends IOException {
    private static final long serialVersionUID = 1L;
    private final Cause reason;

    Damaged(Cause reason, String message) {
      super(message);
      this.reason = reason;
    }

    Cause reason() {
      return reason;
    }
  }

  /**
   * The response with the bytes of the first entry whose name the pattern finds; the response itself where it is no archive, so
   * that a page of excuses is told as one.
   *
   * @throws Unreadable where no entry fits
   */
  static Fetched.Content entry(Fetched.Content content, Pattern name) throws IOException, Unreadable {
    if (!isArchive(content.body()))
      return content;
    var seen = new ArrayList<String>();
    try (InputStream found = open(content.body(), name, seen)) {
      return new Fetched.Content(content.address(), content.status(), content.headers(),
          new Entry(content.body(), name), content.at(), content.recording(), content.cut());
    } catch (NoSuchEntry e) {
      throw new Unreadable(Cause.CHANGED_FORMAT, "no entry of the archive fits " + name + "; it has " + seen);
    }
  }

  private static boolean isArchive(Body body) throws IOException {
    try (InputStream in = body.open()) {
      return in.read() == 'P' && in.read() == 'K';
    }
  }

  private static final class NoSuchEntry extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private static InputStream open(Body archive, Pattern name, List<String> seen) throws IOException {
    var zip = new ZipInputStream(archive.open());
    try {
      for (int i = 0; i < Limits.ENTRIES; i++) {
        ZipEntry entry = zip.getNextEntry();
        if (entry == null)
          break;
        if (!entry.isDirectory() && name.matcher(entry.getName()).find())
          return new Bounded(zip);
        if (seen.size() < LISTED)
          seen.add(entry.getName());
      }
      throw new NoSuchEntry();
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      zip.close();
      throw new Damaged(Cause.MALFORMED, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      zip.close();
      throw e;
    }
  }

  /** Of the entry only what it unpacks to is known: nobody asks for a size or a hash while reading. */
  private record Entry(Body archive, Pattern name) implements Body {
    @Override
    public long size() {
      return archive.size();
    }

    @Override
    public InputStream open() throws IOException {
      return Archive.open(archive, name, new ArrayList<>());
    }

    @Override
    public String sha256() {
      return archive.sha256();
    }

    @Override
    public void close() {
      archive.close();
    }
  }

  /** Ends with an error where an entry unpacks to more than any publisher's. */
  private static final class Bounded extends FilterInputStream {
    private long left = Limits.ENTRY;

    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      try {
        int count = super.read(bytes, offset, length);
        left -= Math.max(0, count);
        if (left < 0)
          throw new Damaged(Cause.BOMB, "an entry unpacks to more than " + Limits.ENTRY + " bytes");
        return count;
      } catch (ZipException | EOFException e) {
        throw new Damaged(Cause.MALFORMED, String.valueOf(e.getMessage()));
      }
    }
  }
}
