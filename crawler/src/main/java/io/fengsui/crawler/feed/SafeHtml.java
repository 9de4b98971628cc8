package io.fengsui.crawler.feed;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * HTML from outside made safe to show: only known elements and attributes stay, no scripts, styles, frames, forms that run
 * something, handlers or addresses with a dangerous scheme. Addresses become absolute, attributes stand in alphabetical order, texts
 * stay as they are. Unclosed elements stay unclosed.
 */
final class SafeHtml {
  /** Elements that stay. */
  static final Set<String> ELEMENTS = words(
      "a abbr acronym address area article aside audio b bdi bdo big blockquote br"
          + " button canvas caption center cite code col colgroup command datagrid datalist dd del details dfn dialog dir div dl"
          + " dt em event-source fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hr i img input ins kbd"
          + " keygen label legend li m main map mark menu meter multicol nav nextid noscript ol optgroup option output p picture"
          + " pre progress q rp rt ruby s samp section select small sound source spacer span strike strong sub summary sup table"
          + " tbody td textarea tfoot th thead time tr track tt u ul var video wbr");
  /** Elements that stay without what is not theirs: they have no content. */
  private static final Set<String> VOID = words(
      "area base basefont br col command embed frame hr img input isindex keygen"
          + " link meta param source track wbr");
  /** Elements that go with all that is in them. */
  private static final Set<String> SILENT = words("script style applet");
  private static final Set<String> ATTRIBUTES = words(
      "abbr accept accept-charset accesskey action align alt autocomplete"
          + " autofocus axis background balance bgcolor bgproperties border bordercolor bordercolordark bordercolorlight"
          + " bottompadding cellpadding cellspacing ch challenge char charoff charset checked choff cite class clear color cols"
          + " colspan compact contenteditable controls coords data datafld datapagesize datasrc datetime default delay dir"
          + " disabled draggable dynsrc enctype end face for form frame galleryimg gutter headers height hidden hidefocus high"
          + " href hreflang hspace icon id inputmode ismap keytype label lang leftspacing list longdesc loop loopcount loopend"
          + " loopstart low lowsrc max maxlength media method min multiple name nohref noshade nowrap open optimum pattern ping"
          + " point-size poster pqg preload prompt radiogroup readonly rel repeat-max repeat-min replace required rev"
          + " rightspacing rows rowspan rules scope selected shape size span src start step style summary suppress tabindex"
          + " target template title toppadding type unselectable urn usemap valign value variable volume vrml vspace width wrap"
          + " xml:lang");
  private static final Set<String> ADDRESSES = words("action background cite data dynsrc href icon longdesc lowsrc ping"
      + " poster src urn usemap vrml");
  private static final Pattern BARE = Pattern.compile("&(?!#\\d+;|#[xX][0-9a-fA-F]+;|\\w+;)");
  private final Markup markup;
  private final @Nullable String base;
  private final boolean xhtml;
  private final StringBuilder out;

  private SafeHtml(String html, @Nullable String base, boolean xhtml) {
    this.markup = new Markup(html);
    this.base = base;
    this.xhtml = xhtml;
    this.out = new StringBuilder(html.length() + 16);
  }

  private static Set<String> words(String words) {
    return Set.of(words.split(" "));
  }

  /**
   * The harmless part of a fragment.
   *
   * @param base  that addresses are relative to, null where nothing says
   * @param xhtml whether {@code <b/>} is an empty element also where it has attributes
   */
  static String of(String html, @Nullable String base, boolean xhtml) {
    String bounded = html.length() > 4 << 20 ? html.substring(0, 4 << 20) : html;
    if (bounded.indexOf('<') < 0 && bounded.indexOf('&') < 0)
      return bounded.strip();
    return new SafeHtml(bounded.replace("<![CDATA[", "&lt;![CDATA["), base, xhtml).clean().strip().replace("\r\n",
        "\n");
  }

  private String clean() {
    for (Markup.Part part = markup.next(); part != Markup.Part.END; part = markup.next())
      switch (part) {
        case TEXT -> text(markup.text());
        case OPEN -> open(markup.lowerName());
        case CLOSE -> close(markup.lowerName());
        case DECLARATION -> declaration();
        default -> {
        }
      }
    return out.toString();
  }

  /** References stay references; what is none must not become one, and no tag. */
  private void text(String text) {
    int from = 0;
    for (int i = 0; i < text.length(); i++)
      if (text.charAt(i) == '<') {
        out.append(text, from, i).append("&lt;");
        from = i + 1;
      } else if (text.charAt(i) == '&') {
        int end = endOfName(text, i + 1);
        String name = text.substring(i + 1, end);
        boolean reference = isReference(name);
        out.append(text, from, i).append(reference ? reference(name) : name.isEmpty() ? "&" : "&amp;");
        from = !reference ? i + 1 : end < text.length() && text.charAt(end) == ';' ? end + 1 : end;
      }
    out.append(text, from, text.length());
  }

  private static int endOfName(String text, int from) {
    int i = from < text.length() && text.charAt(from) == '#' ? from + 1 : from;
    while (i < text.length() && i - from < 32 && Character.isLetterOrDigit(text.charAt(i)))
      i++;
    return i;
  }

  private static boolean isReference(String name) {
    return !name.isEmpty() && (name.equals("apos") || Entities.reference(name, Map.of()) != null);
  }

  private static String reference(String name) {
    if (name.equals("#39"))
      return "'";
    if (name.equals("#34"))
      return "\"";
    if (!name.startsWith("#"))
      return "&" + name + ";";
    String lower = name.toLowerCase(Locale.ROOT);
    int code = lower.startsWith("#x") ? Integer.parseInt(lower.substring(2), 16) : Integer.parseInt(lower.substring(1));
    return code >= 0x80 && code < 0xA0
        ? "&#x" + Integer.toHexString(String.valueOf(Entities.reference(name, Map.of())).charAt(0)) + ";"
        : "&" + lower + ";";
  }

  private void open(String tag) {
    if (SILENT.contains(tag) && !markup.isEmpty())
      markup.skipTo("</" + tag);
    if (!ELEMENTS.contains(tag))
      return;
    var kept = new TreeMap<String, String>();
    List<String> given = markup.attributes();
    for (int i = 0; i < given.size(); i += 2)
      keep(kept, given.get(i).toLowerCase(Locale.ROOT), given.get(i + 1));
    out.append('<').append(tag);
    kept.forEach((name, value) -> out.append(' ').append(name).append("=\"").append(value).append('"'));
    out.append(VOID.contains(tag) ? " />" : ">");
    if (markup.isEmpty() && !VOID.contains(tag) && (xhtml || given.isEmpty()))
      out.append("</").append(tag).append('>');
  }

  private void keep(Map<String, String> kept, String name, String value) {
    if (!ATTRIBUTES.contains(name))
      return;
    String safe = name.equals("style")
        ? SafeStyle.of(Entities.decode(value, Map.of()))
        : ADDRESSES.contains(name) ? address(value) : value;
    if (!name.equals("style") || !safe.isEmpty())
      kept.putIfAbsent(name, escaped(safe));
  }

  private String address(String value) {
    if (value.isBlank())
      return value;
    if (!Addresses.isSafe(Entities.decode(value, Map.of())))
      return "";
    String bare = value.strip();
    String resolved = base == null ? bare : Addresses.resolve(base, bare);
    return Addresses.isSafe(resolved) ? resolved : "";
  }

  private static String escaped(String value) {
    String bare = value.replace("&#39;", "'").replace("&#34;", "\"");
    return BARE.matcher(bare).replaceAll("&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
  }

  private void close(String tag) {
    if (ELEMENTS.contains(tag) && !VOID.contains(tag))
      out.append("</").append(tag).append('>');
  }

  /** A document type goes; what only begins like one is text. */
  private void declaration() {
    boolean type = markup.text().regionMatches(true, 0, "doctype", 0, 7) || markup.text().startsWith("[");
    if (type && !markup.isCutOff())
      return;
    out.append("&lt;!");
    markup.goTo(markup.start());
  }
}
