package io.fengsui.crawler.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Makes a space of each NUL and remembers whether the text ended with a line break. */
final class CsvCharacters extends FilterReader {
  private char last;

  CsvCharacters(Reader in) {
    super(in);
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    for (int i = offset; i < offset + read; i++)
      if (buffer[i] == '\0')
        buffer[i] = ' ';
    if (read > 0)
      last = buffer[offset + read - 1];
    return read;
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  /** Valid when all was read. */
  boolean endedWithLine() {
    return last == '\n' || last == '\r';
  }
}
