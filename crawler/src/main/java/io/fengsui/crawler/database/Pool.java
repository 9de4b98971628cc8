package io.fengsui.crawler.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Pooled connections to a server that may not be there yet, or not now: then asking for one fails at once and says why. */
final class Pool implements DataSource, AutoCloseable {
  private final int connections;
  private volatile @Nullable HikariDataSource pool;
  private volatile @Nullable String down = "it is starting";

  Pool(int connections) {
    this.connections = connections;
  }

  /** From now on, connections come from there. */
  synchronized void up(String url, @Nullable String username, @Nullable String password) {
    HikariDataSource old = pool;
    if (old == null || !url.equals(old.getJdbcUrl())) {
      pool = open(url, username, password);
      if (old != null)
        old.close();
    }
    down = null;
  }

  /** From now on, asking for a connection fails with that reason. */
  void down(String reason) {
    down = reason;
  }

  boolean isUp() {
    return down == null && pool != null;
  }

  private HikariDataSource open(String url, @Nullable String username, @Nullable String password) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("fengsui");
    config.setJdbcUrl(url);
    config.setUsername(username);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(Math.min(2, connections));
    config.setConnectionTimeout(10_000);
    config.setValidationTimeout(2_000);
    config.setKeepaliveTime(60_000);
    config.setInitializationFailTimeout(-1);
    // An abandoned connection to another machine must not hang a crawl or the index for ever.
    config.addDataSourceProperty("connectTimeout", "5");
    config.addDataSourceProperty("tcpKeepAlive", "true");
    config.addDataSourceProperty("ApplicationName", "fengsui");
    return new HikariDataSource(config);
  }

  @Override
  public Connection getConnection() throws SQLException {
    String reason = down;
    HikariDataSource open = pool;
    if (reason != null || open == null)
      throw new SQLTransientConnectionException("the database cannot be reached now: " + reason, "08001");
    return open.getConnection();
  }

  @Override
  public Connection getConnection(String username, String password) throws SQLException {
    throw new SQLFeatureNotSupportedException("the pool has one user");
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) throws SQLException {
    throw new SQLFeatureNotSupportedException("logs go to SLF4J");
  }

  @Override
  public void setLoginTimeout(int seconds) throws SQLException {
    throw new SQLFeatureNotSupportedException("the pool's own timeout counts");
  }

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("logs go to SLF4J");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (type.isInstance(this))
      return type.cast(this);
    throw new SQLException("not a " + type.getName());
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }

  @Override
  public synchronized void close() {
    down = "it is closed";
    HikariDataSource open = pool;
    if (open != null)
      open.close();
  }
}
