package io.fengsui.crawler.capture;

import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** The gzip members of a WARC file, each a record, copied as they are. */
final class Members {
  private static final int HEADER = 10;
  private static final int TRAILER = 8;
  private static final int CHUNK = 16 << 10;
  private static final int HEAD = 512;

  private Members() {}

  /** Copies the record that starts at the offset, and the request records right after it. */
  static void copy(Path path, long offset, OutputStream out) throws IOException {
    try (var file = new RandomAccessFile(path.toFile(), "r")) {
      var response = member(file, offset, "response");
      copy(file, offset, response.end(), out);
      for (long next = response.end(); next < file.length();) {
        var member = beside(file, next);
        if (!member.type().equals("request"))
          return;
        copy(file, next, member.end(), out);
        next = member.end();
      }
    }
  }

  /** What follows may be half of a record, left by a process that was killed: then it is not part of this one. */
  private static Member beside(RandomAccessFile file, long offset) {
    try {
      return member(file, offset, "");
    } catch (IOException e) {
      return new Member(offset, "");
    }
  }

  /** Where a member ends, and the WARC-Type of its record. */
  private record Member(long end, String type) {}

  private static Member member(RandomAccessFile file, long offset, String wanted) throws IOException {
    file.seek(offset);
    byte[] header = new byte[HEADER];
    file.readFully(header);
    if (header[0] != 0x1f || header[1] != (byte) 0x8b || header[3] != 0)
      throw new IOException("no record starts at " + offset);
    var inflater = new Inflater(true);
    try {
      var head = new StringBuilder();
      inflate(file, inflater, head);
      long end = offset + HEADER + inflater.getBytesRead() + TRAILER;
      if (end > file.length())
        throw new EOFException("the record at " + offset + " is cut off");
      var type = type(head.toString());
      if (!wanted.isEmpty() && !type.equals(wanted))
        throw new IOException("the record at " + offset + " is a " + type + ", not a " + wanted);
      return new Member(end, type);
    } catch (DataFormatException e) {
      throw new IOException("the record at " + offset + " is damaged: " + e.getMessage(), e);
    } finally {
      inflater.end();
    }
  }

  private static void inflate(RandomAccessFile file, Inflater inflater, StringBuilder head)
      throws IOException, DataFormatException {
    byte[] in = new byte[CHUNK];
    byte[] out = new byte[CHUNK];
    while (!inflater.finished()) {
      if (inflater.needsInput()) {
        int count = file.read(in);
        if (count < 0)
          throw new EOFException("the record is cut off");
        inflater.setInput(in, 0, count);
      }
      int count = inflater.inflate(out);
      if (head.length() < HEAD)
        head.append(new String(out, 0, Math.min(count, HEAD), StandardCharsets.ISO_8859_1));
    }
  }

  private static String type(String head) {
    for (var line : head.split("\r\n"))
      if (line.regionMatches(true, 0, "WARC-Type:", 0, 10))
        return line.substring(10).strip();
    return "";
  }

  private static void copy(RandomAccessFile file, long from, long to, OutputStream out) throws IOException {
    byte[] chunk = new byte[CHUNK];
    file.seek(from);
    for (long left = to - from; left > 0;) {
      int count = file.read(chunk, 0, (int) Math.min(chunk.length, left));
      if (count < 0)
        throw new EOFException("the file became shorter");
      out.write(chunk, 0, count);
      left -= count;
    }
  }
}
