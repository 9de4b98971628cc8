package io.fengsui.crawler.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A real PostgreSQL in a child process, on loopback, with its data under our own folder. Of several JVMs on one folder
 * one runs the server and the others use it; when that one is gone, the next that needs it takes over. A server that was
 * left behind by a killed JVM is taken over as it runs.
 */
final class EmbeddedDatabase implements Database {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final String VERSION = "18";
  private static final Duration LOOK = Duration.ofMillis(500);

  /** A server that lived this long is not blamed for having died before. */
  private static final Duration RECOVERED = Duration.ofMinutes(1);

  private final DatabaseSettings settings;
  private final ServerFolder folder;
  private final Server server;
  private final Pool pool;
  private volatile boolean closed;
  private volatile int port;
  private @Nullable Thread watch;

  EmbeddedDatabase(DatabaseSettings settings) {
    this.settings = settings;
    this.folder = new ServerFolder(settings.data().resolve("postgres-" + VERSION));
    this.server = new Server(folder, settings.connections());
    this.pool = new Pool(settings.connections());
  }

  @Override
  public void start() {
    try {
      bringUp();
    } catch (IOException | SQLException e) {
      throw new DatabaseException("the embedded PostgreSQL in %s does not start: %s".formatted(folder.path(),
          e.getMessage()), e);
    }
    Schema.migrate(pool);
    watch = Thread.ofPlatform().daemon().name("postgres-watch").start(this::watch);
  }

  /** Returns with a server that answers: taken over, started, or another JVM's. */
  private synchronized void bringUp() throws IOException, SQLException {
    if (closed)
      throw new IOException("it is closed");
    if (folder.lock())
      run();
    else
      attach();
  }

  private void run() throws IOException, SQLException {
    String password = folder.password();
    if (server.alive() && server.port().isPresent() && ours(server.port().get(), password)) {
      port = server.port().get();
      LOG.info("PostgreSQL is still running at port {}: taken over", port);
    } else {
      List<String> prefix = Unprivileged.prefix(folder.path());
      Path programs = Programs.unpack(folder.programs());
      server.make(programs, prefix);
      server.stop(programs, prefix);
      port = choosePort();
      server.start(programs, prefix, port);
      LOG.info("PostgreSQL started at port {}, data in {}", port, folder.data());
    }
    createDatabase(password);
    pool.up(url("fengsui"), "fengsui", password);
  }

  private int choosePort() throws IOException {
    int chosen = settings.port() != 0 ? settings.port() : folder.port();
    if (settings.port() != 0 && !ServerFolder.free(chosen))
      throw new IOException("port %d is taken; choose another, or 0 for a free one".formatted(chosen));
    if (chosen == 0 || !ServerFolder.free(chosen))
      chosen = ServerFolder.anyFreePort();
    folder.port(chosen);
    return chosen;
  }

  /** Whether the server at that port is the one of this folder: it knows our password and names our data. */
  private boolean ours(int candidate, String password) {
    port = candidate;
    for (int attempt = 0; attempt < 20 && server.alive(); attempt++) {
      try {
        return Path.of(Servers.ask(url("postgres"), properties(password), "show data_directory"))
            .equals(folder.data());
      } catch (SQLException e) {
        pause();
      }
    }
    return false;
  }

  private void attach() throws IOException, SQLException {
    for (int attempt = 0; attempt < 240 && !closed; attempt++) {
      if (folder.lock()) {
        run();
        return;
      }
      port = folder.port();
      if (port != 0 && Servers.answers(url("fengsui"), properties(folder.password()))) {
        LOG.info("PostgreSQL at port {} is run by another process: using it", port);
        pool.up(url("fengsui"), "fengsui", folder.password());
        return;
      }
      pause();
    }
    throw new IOException("another process holds %s and its server does not answer".formatted(folder.path()));
  }

  private void createDatabase(String password) throws SQLException {
    Properties properties = properties(password);
    if (!Servers.ask(url("postgres"), properties, "select 1 from pg_database where datname = 'fengsui'").isEmpty())
      return;
    try (var connection = Servers.connect(url("postgres"), properties, 60);
        var statement = connection.createStatement()) {
      statement.execute("create database fengsui");
    }
  }

  /** Notices within a second that the server is gone, and brings it back. */
  private void watch() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(60));
    Instant since = Instant.now();
    while (!closed) {
      pause();
      if (closed || server.alive())
        continue;
      pool.down("the embedded PostgreSQL has stopped and is being restarted");
      LOG.error("PostgreSQL in {} has stopped unasked, see its log in {}", folder.data(), folder.log());
      if (since.plus(RECOVERED).isBefore(Instant.now()))
        backoff.reset();
      bringBack(backoff);
      since = Instant.now();
    }
  }

  private void bringBack(Backoff backoff) {
    while (!closed) {
      backoff.sleep();
      try {
        bringUp();
        return;
      } catch (IOException | SQLException | RuntimeException e) {
        LOG.error("PostgreSQL cannot be restarted yet: {}", e.getMessage());
      }
    }
  }

  private void pause() {
    try {
      Thread.sleep(LOOK);
    } catch (InterruptedException e) {
      closed = true;
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
  }

  private static Properties properties(String password) {
    Properties properties = new Properties();
    properties.setProperty("user", "fengsui");
    properties.setProperty("password", password);
    return properties;
  }

  @Override
  public DataSource dataSource() {
    return pool;
  }

  @Override
  public String describe() {
    return "embedded PostgreSQL %s at 127.0.0.1:%d, %s, data in %s".formatted(VERSION, port, up() ? "up" : "down",
        folder.data());
  }

  @Override
  public boolean up() {
    try {
      return pool.isUp() && Servers.answers(url("fengsui"), properties(folder.password()));
    } catch (IOException e) {
      return false;
    }
  }

  /** Stops the server, where it is this JVM that runs it. */
  @Override
  public void close() {
    closed = true;
    if (watch != null)
      watch.interrupt();
    pool.close();
    stop();
  }

  private synchronized void stop() {
    try {
      if (!folder.locked())
        return;
      server.stop(Programs.unpack(folder.programs()), Unprivileged.prefix(folder.path()));
      folder.unlock();
    } catch (IOException e) {
      LOG.error("PostgreSQL in {} does not stop: {}", folder.data(), e.getMessage());
    }
  }
}
