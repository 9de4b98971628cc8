package io.fengsui.crawler.feed;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Keeps of a style attribute what changes the look of a text and nothing else: no addresses, no scripts, no positions. */
final class SafeStyle {
  private static final int LONGEST = 10_000;
  private static final Pattern ADDRESS = Pattern.compile("(?i)url\\s*\\(\\s*[^\\s)]+\\s*\\)\\s*");
  /** One unit of a harmless style; a hyphen stands between letters only, brackets hold numbers only. */
  private static final Pattern HARMLESS = Pattern.compile(
      "(?:[:,;#%.\\sa-zA-Z0-9!]|(?<=\\w)-(?=\\w)|'[\\s\\w]+'|\"[\\s\\w]+\"|\\([\\d,%\\s]+\\))*+");
  private static final Pattern DECLARATION = Pattern.compile("\\s*([-\\w]+)\\s*:\\s*([^:;]*)(?:;|$)");
  private static final Set<String> PROPERTIES = Set.of("azimuth", "background-color", "border-bottom-color",
      "border-collapse", "border-color", "border-left-color", "border-right-color", "border-top-color", "clear",
      "color",
      "cursor", "direction", "display", "elevation", "float", "font", "font-family", "font-size", "font-style",
      "font-variant", "font-weight", "height", "letter-spacing", "line-height", "overflow", "pause", "pause-after",
      "pause-before", "pitch", "pitch-range", "richness", "speak", "speak-header", "speak-numeral", "speak-punctuation",
      "speech-rate", "stress", "text-align", "text-decoration", "text-indent", "unicode-bidi", "vertical-align",
      "voice-family", "volume", "white-space", "width");
  private static final Set<String> BOXES = Set.of("background", "border", "margin", "padding");
  private static final Set<String> WORDS = Set.of("!important", "aqua", "auto", "black", "block", "blue", "bold",
      "both",
      "bottom", "brown", "center", "collapse", "dashed", "dotted", "fuchsia", "gray", "green", "italic", "left", "lime",
      "maroon", "medium", "navy", "none", "normal", "nowrap", "olive", "pointer", "purple", "red", "right", "silver",
      "solid", "teal", "top", "transparent", "underline", "white", "yellow");
  private static final Pattern MEASURE = Pattern.compile(
      "#[0-9a-fA-F]{3,8}|rgb\\(\\d+%?,\\d*%?,?\\d*%?\\)?|\\d{0,2}\\.?\\d{0,2}(?:cm|em|ex|in|mm|pc|pt|px|%|,|\\))?");

  private SafeStyle() {}

  /** The declarations that are harmless; empty for none. */
  static String of(String given) {
    if (given.length() > LONGEST)
      return "";
    String style = ADDRESS.matcher(given).replaceAll(" ");
    if (!HARMLESS.matcher(style).matches())
      return "";
    List<String> kept = new ArrayList<>();
    Matcher declaration = DECLARATION.matcher(style);
    int end = 0;
    while (declaration.find() && declaration.start() == end) {
      end = declaration.end();
      if (!declaration.group(2).isEmpty()
          && isKept(declaration.group(1).toLowerCase(Locale.ROOT), declaration.group(2)))
        kept.add(declaration.group(1) + ": " + declaration.group(2) + ";");
    }
    return style.substring(end).isBlank() ? String.join(" ", kept) : "";
  }

  private static boolean isKept(String property, String value) {
    if (PROPERTIES.contains(property))
      return true;
    int hyphen = property.indexOf('-');
    if (!BOXES.contains(hyphen < 0 ? property : property.substring(0, hyphen)))
      return false;
    for (String word : value.strip().split("\\s+"))
      if (!WORDS.contains(word) && !MEASURE.matcher(word).matches())
        return false;
    return true;
  }
}
