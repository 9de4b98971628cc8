package io.fengsui.crawler.feed;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A title, summary or content: by its type plain text, HTML that was escaped, or elements (RFC 4287, section 3.1). */
final class FeedText {
  private static final Pattern CLOSED = Pattern.compile("</\\w+>|&#?\\w+;");
  private static final Pattern TAG = Pattern.compile("</?(\\w+)");
  private static final Pattern ENTITY = Pattern.compile("&(\\w+);");
  private static final Pattern DOUBLED = Pattern.compile("[\\u00C2-\\u00F4][\\u0080-\\u00BF]");
  private final StringBuilder out = new StringBuilder();
  private String type;

  private FeedText(String type) {
    this.type = type;
  }

  /** A text and whether it is one that a reader can show. */
  record Value(String text, boolean readable) {}

  /**
   * The value of an element.
   *
   * @param otherwise the type where the element does not say
   * @param atom      whether the feed is of a format that says its types and means it
   * @param strips    whether the enclosing div is not part of the value (Atom 1.0)
   */
  static Value of(FeedElement element, String otherwise, boolean atom, boolean strips, @Nullable String outer) {
    var text = new FeedText(type(element.attribute("type", otherwise)));
    boolean coded = element.attribute("mode", "").equals("base64") || !text.isText();
    List<Object> content = element.content();
    FeedElement div = strips && text.type.equals("application/xhtml+xml") ? onlyDiv(content) : null;
    text.append(div == null ? content : div.content());
    String plain = text.out.toString().strip();
    String value = coded ? decoded(plain) : plain;
    if (!atom && text.type.equals("text/plain") && looksLikeHtml(value))
      text.type = "text/html";
    String base = element.base() == null ? outer : element.base();
    String safe = text.isHtml() ? SafeHtml.of(value, base, !text.type.equals("text/html")) : value;
    return new Value(mended(safe), text.isHtml() || text.type.equals("text/plain"));
  }

  private static String type(String given) {
    String bare = given.indexOf(';') < 0 ? given : given.substring(0, given.indexOf(';')).strip();
    return switch (bare) {
      case "", "text", "plain" -> "text/plain";
      case "html" -> "text/html";
      case "xhtml" -> "application/xhtml+xml";
      default -> bare;
    };
  }

  private boolean isText() {
    return type.startsWith("text/") || type.endsWith("+xml") || type.endsWith("/xml");
  }

  private boolean isHtml() {
    return type.equals("text/html") || type.equals("application/xhtml+xml");
  }

  private static @Nullable FeedElement onlyDiv(List<Object> content) {
    FeedElement only = null;
    for (Object child : content)
      if (child instanceof FeedElement element && only == null && element.local().equalsIgnoreCase("div"))
        only = element;
      else if (child instanceof FeedElement || !child.toString().isBlank())
        return null;
    return only;
  }

  /** Elements inside show that it is XHTML, whatever the type says; a div may stand around anything. */
  private void append(List<Object> content) {
    for (Object child : content)
      if (child instanceof FeedElement element)
        append(element);
      else
        out.append(type.endsWith("xml") ? escaped(child.toString()) : child);
  }

  private void append(FeedElement element) {
    String tag = element.local().toLowerCase(Locale.ROOT);
    if (!type.endsWith("xml") && tag.equals("div")) {
      append(element.content());
      return;
    }
    type = "application/xhtml+xml";
    out.append('<').append(tag);
    String[] attributes = element.attributes();
    for (int i = 0; i < attributes.length; i += 2)
      out.append(' ').append(attributes[i].toLowerCase(Locale.ROOT)).append("=\"")
          .append(escaped(attributes[i + 1]).replace("\"", "&quot;")).append('"');
    out.append('>');
    append(element.content());
    out.append("</").append(tag).append('>');
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String decoded(String text) {
    try {
      byte[] bytes = Base64.getMimeDecoder().decode(text);
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
    } catch (IllegalArgumentException | CharacterCodingException e) {
      return text;
    }
  }

  /** RSS does not say whether a title is HTML: one with an end tag or a reference, all of them HTML's, is. */
  private static boolean looksLikeHtml(String text) {
    if (text.indexOf('<') < 0 && text.indexOf('&') < 0 || !CLOSED.matcher(text).find())
      return false;
    for (Matcher tag = TAG.matcher(text); tag.find();)
      if (!SafeHtml.ELEMENTS.contains(tag.group(1).toLowerCase(Locale.ROOT)))
        return false;
    for (Matcher entity = ENTITY.matcher(text); entity.find();)
      if (Entities.named(entity.group(1)) == null)
        return false;
    return true;
  }

  /** Publishers encode UTF-8 as if it were Latin-1, and take windows-1252 for it: both can be seen and undone. */
  static String mended(String text) {
    String once = text;
    if (DOUBLED.matcher(text).find() && text.chars().allMatch(c -> c < 0x100))
      try {
        once = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)))
            .toString();
      } catch (CharacterCodingException e) {
        once = text;
      }
    return Entities.windows(once);
  }
}
