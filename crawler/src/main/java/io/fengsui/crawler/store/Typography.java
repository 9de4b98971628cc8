package io.fengsui.crawler.store;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/** What a publisher may change without saying anything else: white space, case, punctuation, HTML entities, width. */
final class Typography {
  /** A point or comma between digits is part of a number, and no typography. */
  private static final Pattern SILENT = Pattern.compile("(?<!\\d)[.,]|[.,](?!\\d)|[\\p{P}\\p{Z}\\s\\p{Cf}&&[^.,]]");

  private Typography() {}

  /** Whether the two lists say the same, in whatever order. */
  static boolean same(List<String> a, List<String> b) {
    return words(a).equals(words(b));
  }

  private static List<String> words(List<String> texts) {
    return texts.stream().map(Typography::words).sorted().toList();
  }

  private static String words(String text) {
    String plain = Normalizer.normalize(Parser.unescapeEntities(text, false), Normalizer.Form.NFKC);
    return SILENT.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("");
  }
}
