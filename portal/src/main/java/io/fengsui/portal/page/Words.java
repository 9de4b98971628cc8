package io.fengsui.portal.page;

import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.support.ResourceBundleMessageSource;

/** The portal's own words in one language, from {@code messages_zh.properties} and {@code messages_en.properties}. */
public final class Words {
  private final MessageSource messages;
  private final Locale locale;

  public Words(MessageSource messages, Locale locale) {
    this.messages = messages;
    this.locale = locale;
  }

  /** The messages that pages are made with; the templates take the same. */
  public static MessageSource messages() {
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("messages");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    return messages;
  }

  /** The message of that key; fails where there is none. */
  public String say(String key, Object... arguments) {
    return messages.getMessage(key, arguments, locale);
  }

  /** The message of that key, or other words where there is none. */
  public String sayOr(String key, String otherwise) {
    String said = messages.getMessage(key, null, otherwise, locale);
    return said == null ? otherwise : said;
  }

  /** The parts as a list in a sentence. */
  public String join(Collection<String> parts) {
    return String.join(say("list.separator"), parts);
  }

  /** A number with its thousands set apart. */
  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  /** Two texts side by side, in the punctuation of the language. */
  public Locale locale() {
    return locale;
  }
}
