package io.fengsui.crawler.source;

/** A name in the portal's two languages; neither is blank. */
public record Names(String zh, String en) {
  /** The name in that BCP 47 language: Chinese for any {@code zh…}, else English. */
  public String in(String language) {
    return language.startsWith("zh") ? zh : en;
  }
}
