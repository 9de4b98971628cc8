package io.fengsui.crawler.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.ds.PGSimpleDataSource;

/** One embedded PostgreSQL for all tests of the module; a database of its own, with the schema, for each that asks. */
public final class TestDatabase {
  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Path FOLDER = folder();
  private static final Database SERVER = start();

  private TestDatabase() {}

  /** A fresh database. */
  public static PGSimpleDataSource fresh() {
    String name = "test_" + COUNT.incrementAndGet();
    Jdbi.create(SERVER.dataSource()).useHandle(handle -> handle.execute("create database " + name));
    try (var connection = SERVER.dataSource().getConnection()) {
      PGSimpleDataSource database = new PGSimpleDataSource();
      database.setUrl(connection.getMetaData().getURL().replace("/fengsui", "/" + name));
      database.setUser("fengsui");
      database.setPassword(Files.readString(FOLDER.resolve("postgres-18/password")).strip());
      Schema.migrate(database);
      return database;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory(Files.createDirectories(Path.of("target").toAbsolutePath()), "postgres-test-");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Database start() {
    Database database = Databases.choose(new DatabaseSettings(null, null, null, FOLDER, 0, 4));
    database.start();
    Runtime.getRuntime().addShutdownHook(new Thread(database::close));
    return database;
  }
}
