package io.fengsui.crawler.read;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** Ends the reading of a page whose tree would fill the memory: a tag of three characters becomes an element of a hundred bytes. */
final class PageBound extends FilterReader {
  private static final int CHARACTERS = 16 << 20;
  private static final int TAGS = 1 << 20;
  static final String MESSAGE = "the page is larger than " + (CHARACTERS >> 20)
      + " million characters or has more than "
      + (TAGS >> 20) + " million tags";
  private int characters;
  private int tags;

  PageBound(Reader in) {
    super(in);
  }

  /** The page is too large to be read. */
  static final class Exceeded extends IOException {
    private static final long serialVersionUID = 1L;

    Exceeded() {
      super(MESSAGE);
    }
  }

  @Override
  public int read() throws IOException {
    char[] one = new char[1];
    return read(one, 0, 1) < 0 ? -1 : one[0];
  }

  @Override
  public int read(char[] into, int offset, int length) throws IOException {
    int read = super.read(into, offset, length);
    for (int i = offset; i < offset + read; i++)
      tags += into[i] == '<' ? 1 : 0;
    characters += Math.max(0, read);
    if (characters > CHARACTERS || tags > TAGS)
      throw new Exceeded();
    return read;
  }
}
