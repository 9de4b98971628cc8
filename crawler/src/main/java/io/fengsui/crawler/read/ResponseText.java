package io.fengsui.crawler.read;

import io.fengsui.crawler.clean.Charsets;
import io.fengsui.crawler.fetch.Fetched;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import org.jspecify.annotations.Nullable;

/** The characters of a response. Malformed bytes become U+FFFD; a byte order mark is left out. For one thread. */
final class ResponseText {
  private static final int HEAD = 4096;
  private static final int BUFFER = 1 << 13;
  private static final int SMALL = 1 << 18;
  private final Fetched.Content content;
  private final Charset charset;
  private @Nullable String text;
  private boolean looked;

  private ResponseText(Fetched.Content content, Charset charset) {
    this.content = content;
    this.charset = charset;
  }

  static ResponseText of(Fetched.Content content, @Nullable String charset) throws IOException {
    return new ResponseText(content, Charsets.of(content.body()::open, charset, content.header("content-type")));
  }

  String address() {
    return content.address();
  }

  /** Small responses are decoded once, for the look at their beginning and for the parser. */
  Reader open() throws IOException {
    if (!looked) {
      looked = true;
      text = content.body().size() > SMALL ? null : small();
    }
    return text == null ? stream() : new StringReader(text);
  }

  /** Null where the body turns out to be large, or cannot be read to its end: then its beginning is read as a stream. */
  private @Nullable String small() {
    try (var in = content.body().open()) {
      byte[] bytes = in.readNBytes(SMALL + 1);
      if (bytes.length > SMALL)
        return null;
      var all = new String(bytes, charset);
      return all.startsWith("\uFEFF") ? all.substring(1) : all;
    } catch (IOException damaged) {
      return null;
    }
  }

  private Reader stream() throws IOException {
    var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPLACE)
        .onUnmappableCharacter(CodingErrorAction.REPLACE);
    var reader = new BufferedReader(new InputStreamReader(content.body().open(), decoder), BUFFER);
    reader.mark(1);
    if (reader.read() != '\uFEFF')
      reader.reset();
    return reader;
  }

  /** The first characters, without white space before them. */
  String head() throws IOException {
    try (Reader reader = open()) {
      char[] head = new char[HEAD];
      int length = 0;
      for (int read = 0; read >= 0 && length < HEAD; read = reader.read(head, length, HEAD - length))
        length += read;
      return new String(head, 0, length).stripLeading();
    }
  }
}
