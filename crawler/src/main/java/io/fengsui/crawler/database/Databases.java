package io.fengsui.crawler.database;

/** Decides which PostgreSQL is used. */
public final class Databases {
  private Databases() {}

  /** The operator's server where an address is set, else the embedded one. Does no I/O. */
  public static Database choose(DatabaseSettings settings) {
    String url = settings.url();
    return url == null || url.isBlank() ? new EmbeddedDatabase(settings) : new ExternalDatabase(settings, url.strip());
  }
}
