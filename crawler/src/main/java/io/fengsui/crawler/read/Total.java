package io.fengsui.crawler.read;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The number of notices that a publisher states. */
final class Total {
  private static final Pattern NUMBER = Pattern
      .compile("(?<![\\d.,])(\\d{1,3}(?:[,.'’\\u00A0\\u202F ]\\d{3})+|\\d{1,15})(?:\\.0+)?(?![\\d])");

  private Total() {}

  /** The first number in what stands at the path of the document; null where there is none. */
  static @Nullable Long of(Item root, String path) {
    for (String text : root.texts("^" + path)) {
      var number = NUMBER.matcher(text);
      if (number.find())
        return Long.valueOf(number.group(1).replaceAll("\\D", ""));
    }
    return null;
  }
}
