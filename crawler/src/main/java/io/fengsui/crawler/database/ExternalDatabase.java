package io.fengsui.crawler.database;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's PostgreSQL. It is waited for, never started or stopped. */
final class ExternalDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(ExternalDatabase.class);

  private final DatabaseSettings settings;
  private final String url;
  private final Pool pool;
  private volatile boolean closed;
  private volatile String version = "version unknown";

  ExternalDatabase(DatabaseSettings settings, String url) {
    this.settings = settings;
    this.url = url;
    this.pool = new Pool(settings.connections());
  }

  @Override
  public void start() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(10));
    while (!closed) {
      try {
        version = Servers.version(url, properties());
        pool.up(url, settings.username(), settings.password());
        Schema.migrate(pool);
        return;
      } catch (SQLException e) {
        fail(e);
        LOG.warn("Waiting for PostgreSQL at {} (spring.datasource.url): {}", shown(), e.getMessage());
        backoff.sleep();
      }
    }
    throw new DatabaseException("closed before PostgreSQL at " + shown() + " was reached", null);
  }

  /** Waiting does not help against a wrong name, password or database, or an address that no driver understands. */
  private void fail(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    if (!url.startsWith("jdbc:postgresql:"))
      throw new DatabaseException(
          "spring.datasource.url is no address of a PostgreSQL (jdbc:postgresql://…): " + shown(),
          e);
    if (state.startsWith("28") || state.startsWith("3D"))
      throw new DatabaseException("PostgreSQL at %s refuses us, see spring.datasource.url, .username, .password: %s"
          .formatted(shown(), e.getMessage()), e);
  }

  /** Without what may hold a password. */
  private String shown() {
    return url.replaceAll("\\?.*", "").replaceAll("//[^/@]*@", "//");
  }

  private Properties properties() {
    Properties properties = new Properties();
    put(properties, "user", settings.username());
    put(properties, "password", settings.password());
    return properties;
  }

  private static void put(Properties properties, String name, @Nullable String value) {
    if (value != null && !value.isEmpty())
      properties.setProperty(name, value);
  }

  @Override
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public String describe() {
    return "PostgreSQL %s at %s, %s".formatted(version, shown(), up() ? "up" : "not reached");
  }

  @Override
  public boolean up() {
    return pool.isUp() && Servers.answers(url, properties());
  }

  @Override
  public void close() {
    closed = true;
    pool.close();
  }
}
