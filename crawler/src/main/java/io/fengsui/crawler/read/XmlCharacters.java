package io.fengsui.crawler.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Leaves out white space before the document and makes a space of each character that XML 1.0 forbids. */
final class XmlCharacters extends FilterReader {
  private boolean begun;

  XmlCharacters(Reader in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] buffer, int offset, int length) throws IOException {
    int read = in.read(buffer, offset, length);
    while (!begun && read > 0) {
      int blank = 0;
      while (blank < read && buffer[offset + blank] <= ' ')
        blank++;
      begun = blank < read;
      System.arraycopy(buffer, offset + blank, buffer, offset, read - blank);
      read = begun ? read - blank : in.read(buffer, offset, length);
    }
    for (int i = offset; i < offset + read; i++)
      if (buffer[i] < ' ' && buffer[i] != '\n' && buffer[i] != '\t' && buffer[i] != '\r' || buffer[i] >= '\uFFFE')
        buffer[i] = ' ';
    return read;
  }
}
