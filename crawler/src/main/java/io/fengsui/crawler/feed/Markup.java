package io.fengsui.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cuts a text with mark-up into its parts, whatever it looks like: nothing is an error, and each character is looked at a bounded
 * number of times. What looks like a tag but is none is text.
 */
final class Markup {
  /** What a part is. */
  enum Part {
    TEXT, OPEN, CLOSE, COMMENT, CDATA, DECLARATION, INSTRUCTION, END
  }

  private static final int LONGEST_VALUE = 1 << 20;
  private final String source;
  private final List<String> attributes = new ArrayList<>();
  private int at;
  private int start;
  private int end;
  private String name = "";
  private boolean empty;
  /** Where the next tag ends: many declarations may begin before it. */
  private int nextEnd = -1;
  private boolean noComment;
  private boolean noSection;

  Markup(String source) {
    this.source = source;
  }

  /** Goes to the next part. */
  Part next() {
    if (at >= source.length())
      return Part.END;
    start = at;
    if (source.charAt(at) != '<' || !isMarkup(at + 1))
      return words();
    char c = source.charAt(at + 1);
    if (c == '!')
      return declaration();
    if (c == '?')
      return until(">", 2, Part.INSTRUCTION);
    return c == '/' ? close() : open();
  }

  /** The text of a text, comment or section; the inside of a declaration. */
  String text() {
    return source.substring(start, end);
  }

  /** The name of an element as it is written. */
  String name() {
    return name;
  }

  /** Whether a tag says that its element is empty. */
  boolean isEmpty() {
    return empty;
  }

  /** Names and raw values of the attributes in turn. */
  List<String> attributes() {
    return attributes;
  }

  /** Where the next part begins. */
  int position() {
    return at;
  }

  /** Whether the source ended before this part did. */
  boolean isCutOff() {
    return end >= source.length();
  }

  /** Where the text of this part begins. */
  int start() {
    return start;
  }

  /** Goes behind the next tag that begins so, in any case; to the end where there is none. */
  void skipTo(String tag) {
    int i = source.indexOf("</", at);
    while (i >= 0 && !source.regionMatches(true, i, tag, 0, tag.length()))
      i = source.indexOf("</", i + 2);
    int close = i < 0 ? -1 : source.indexOf('>', i);
    at = close < 0 ? source.length() : close + 1;
  }

  /** Goes on from there. */
  void goTo(int position) {
    at = position;
  }

  private boolean isMarkup(int i) {
    if (i >= source.length())
      return false;
    char c = source.charAt(i);
    return isLetter(c) || c == '!' || c == '?' || c == '/' && i + 1 < source.length() && isLetter(source.charAt(i + 1));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c > 0x7F && Character.isLetter(c);
  }

  private Part words() {
    int next = source.indexOf('<', at + 1);
    while (next >= 0 && !isMarkup(next + 1))
      next = source.indexOf('<', next + 1);
    at = next < 0 ? source.length() : next;
    end = at;
    return Part.TEXT;
  }

  private Part until(String mark, int skip, Part part) {
    int found = source.indexOf(mark, at + skip);
    start = at + skip;
    end = found < 0 ? source.length() : found;
    at = found < 0 ? source.length() : found + mark.length();
    return part;
  }

  private Part declaration() {
    if (source.startsWith("<!--", at))
      return comment();
    if (source.startsWith("<![CDATA[", at))
      return section();
    if (nextEnd < at)
      nextEnd = source.indexOf('>', at);
    if (nextEnd < 0)
      nextEnd = Integer.MAX_VALUE;
    start = at + 2;
    end = Math.max(start, Math.min(nextEnd, source.length()));
    at = Math.min(end + 1, source.length());
    return Part.DECLARATION;
  }

  /** One that never ends goes as far as the next tag's end: the rest of the page is not lost to it. */
  private Part comment() {
    if (!noComment && source.indexOf("-->", at + 4) >= 0)
      return until("-->", 4, Part.COMMENT);
    noComment = true;
    return until(">", 4, Part.COMMENT);
  }

  /** One that never ends goes as far as the next end tag. */
  private Part section() {
    if (!noSection && source.indexOf("]]>", at + 9) >= 0)
      return until("]]>", 9, Part.CDATA);
    noSection = true;
    start = at + 9;
    int found = source.indexOf("</", start);
    end = found < 0 ? source.length() : found;
    at = end;
    return Part.CDATA;
  }

  private Part close() {
    int from = at + 2;
    name = source.substring(from, endOfName(from));
    int i = from;
    while (i < source.length() && source.charAt(i) != '>' && source.charAt(i) != '<')
      i++;
    // </b<i>: the tag ends where the next begins.
    at = i < source.length() && source.charAt(i) == '>' ? i + 1 : i;
    return Part.CLOSE;
  }

  private int endOfName(int from) {
    int i = from;
    while (i < source.length() && isNamed(source.charAt(i)))
      i++;
    return i;
  }

  private static boolean isNamed(char c) {
    return c > ' ' && c != '>' && c != '/' && c != '<' && c != '=';
  }

  private Part open() {
    int i = endOfName(at + 1);
    name = source.substring(at + 1, i);
    attributes.clear();
    empty = false;
    while (i < source.length()) {
      char c = source.charAt(i);
      if (c == '>' || c == '<') {
        at = c == '>' ? i + 1 : i;
        return Part.OPEN;
      }
      empty = c == '/';
      i = c == '/' || c <= ' ' ? i + 1 : attribute(i);
      if (c <= ' ' && i < source.length() && source.charAt(i) == '>' && endsEmpty(i))
        empty = true;
    }
    at = source.length();
    return Part.OPEN;
  }

  private boolean endsEmpty(int close) {
    int i = close - 1;
    while (source.charAt(i) <= ' ')
      i--;
    return source.charAt(i) == '/';
  }

  /** Takes an attribute and returns where it ends. */
  private int attribute(int from) {
    int i = Math.max(endOfName(from), from + 1);
    String key = source.substring(from, i);
    int j = blank(i);
    if (j >= source.length() || source.charAt(j) != '=') {
      add(key, key);
      return i;
    }
    j = blank(j + 1);
    char quote = j < source.length() ? source.charAt(j) : ' ';
    int close = quote == '"' || quote == '\'' ? source.indexOf(quote, j + 1) : -1;
    if (close >= 0 && close - j <= LONGEST_VALUE) {
      add(key, source.substring(j + 1, close));
      return close + 1;
    }
    int stop = j;
    while (stop < source.length() && source.charAt(stop) > ' ' && source.charAt(stop) != '>'
        && source.charAt(stop) != '<')
      stop++;
    boolean slash = stop < source.length() && source.charAt(stop) == '>' && stop > j && source.charAt(stop - 1) == '/';
    add(key, source.substring(j, slash ? stop - 1 : stop));
    return Math.max(slash ? stop - 1 : stop, from + 1);
  }

  private void add(String key, String value) {
    if (attributes.size() < 2_000) {
      attributes.add(key);
      attributes.add(value);
    }
  }

  private int blank(int from) {
    int i = from;
    while (i < source.length() && source.charAt(i) <= ' ')
      i++;
    return i;
  }

  /** The name in lower case. */
  String lowerName() {
    return name.toLowerCase(Locale.ROOT);
  }
}
