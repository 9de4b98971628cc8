package io.fengsui.crawler.feed;

import java.io.IOException;
import java.io.PushbackReader;
import java.io.Reader;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What stands before the document's element: left out, so that no parser ever sees a document type. Entities that are declared
 * there as a plain text or one character are kept, all others are not, so that none explodes or fetches anything.
 *
 * @param text     from the document's element on
 * @param entities declared, by name
 * @param proper   whether it is as XML wants it
 */
record Prolog(Reader text, Map<String, String> entities, boolean proper) {
  private static final int MOST = 1 << 20;
  private static final Pattern ENTITY = Pattern
      .compile("<!ENTITY\\s+([\\p{L}_][\\w.-]*)\\s+(?:\"([^\"%&<]*|&#\\w+;)\"|'([^'%&<]*|&#\\w+;)')\\s*>");

  static Prolog of(Reader in) throws IOException {
    var head = new Head(in);
    boolean declared = head.at("<?xml");
    head.skipBlank();
    // White space before the document is allowed, before its declaration it is not.
    boolean proper = declared || !head.at("<?xml ");
    var entities = new HashMap<String, String>();
    boolean more = true;
    while (more) {
      head.skipBlank();
      if (head.at("<?"))
        more = head.skipPast("?>");
      else if (head.at("<!--"))
        more = head.skipPast("-->");
      else if (head.at("<!")) {
        boolean ends = doctype(head, entities);
        proper &= ends;
        more = ends || head.skipPast(">");
      } else if (head.at("<") || head.isOver())
        more = false;
      else {
        proper = false;
        more = head.skipTo('<');
      }
    }
    return new Prolog(head.rest(), Map.copyOf(entities), proper);
  }

  private static boolean doctype(Head head, Map<String, String> entities) throws IOException {
    String declaration = head.declaration();
    Matcher entity = ENTITY.matcher(declaration);
    while (entity.find() && entities.size() < 1_000) {
      String value = entity.group(2) == null ? entity.group(3) : entity.group(2);
      entities.putIfAbsent(entity.group(1), Entities.decode(value, Map.of()));
    }
    return !declaration.isEmpty();
  }

  /** The first characters, as far as they are needed. */
  private static final class Head {
    private final Reader in;
    private final StringBuilder text = new StringBuilder();
    private int at;

    Head(Reader in) {
      this.in = in;
    }

    /** Reads on; false at the end or where a prolog cannot be that long. */
    private boolean more() throws IOException {
      char[] block = new char[4096];
      int read = text.length() < MOST ? in.read(block) : -1;
      if (read > 0)
        text.append(block, 0, read);
      return read > 0;
    }

    boolean at(String word) throws IOException {
      while (text.length() - at < word.length())
        if (!more())
          return false;
      for (int i = 0; i < word.length(); i++)
        if (text.charAt(at + i) != word.charAt(i))
          return false;
      return true;
    }

    boolean isOver() throws IOException {
      return at >= text.length() && !more();
    }

    void skipBlank() throws IOException {
      while (!isOver() && (text.charAt(at) <= ' ' || text.charAt(at) == '\uFEFF' || text.charAt(at) == '\u00A0'))
        at++;
    }

    /** Goes behind the word; stays and returns false where it never comes. */
    boolean skipPast(String word) throws IOException {
      int from = at;
      int found = text.indexOf(word, from);
      while (found < 0) {
        from = Math.max(at, text.length() - word.length());
        if (!more())
          return false;
        found = text.indexOf(word, from);
      }
      at = found + word.length();
      return true;
    }

    boolean skipTo(char mark) throws IOException {
      boolean found = skipPast(String.valueOf(mark));
      at = found ? at - 1 : at;
      return found;
    }

    /** Goes behind a declaration and returns it, with its brackets; empty where it never ends. */
    String declaration() throws IOException {
      int from = at;
      int depth = 0;
      char quote = 0;
      for (int i = from; i < text.length() || more(); i++) {
        char c = text.charAt(i);
        if (quote != 0)
          quote = c == quote ? 0 : quote;
        else if (depth > 0 && (c == '"' || c == '\''))
          quote = c;
        else if (c == '[' || c == ']')
          depth += c == '[' ? 1 : -1;
        else if (c == '>' && depth <= 0) {
          at = i + 1;
          return text.substring(from, at);
        }
      }
      return "";
    }

    Reader rest() throws IOException {
      if (at >= text.length())
        return in;
      var reader = new PushbackReader(in, text.length() - at);
      reader.unread(text.substring(at).toCharArray());
      return reader;
    }
  }
}
