package io.fengsui.portal.page;

import java.time.ZoneId;
import java.util.Locale;

/**
 * For whom a page is made.
 *
 * @param locale one of the portal's two: {@link #CHINESE} or {@link #ENGLISH}
 * @param zone   in which moments are shown
 */
public record Visitor(Locale locale, ZoneId zone) {
  /** Chinese as written in mainland China: the portal's first language. */
  public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;

  /** English. */
  public static final Locale ENGLISH = Locale.ENGLISH;

  /** The BCP 47 tag for {@code lang} attributes and for looking up names. */
  public String language() {
    return locale.toLanguageTag();
  }

  boolean chinese() {
    return locale.equals(CHINESE);
  }
}
