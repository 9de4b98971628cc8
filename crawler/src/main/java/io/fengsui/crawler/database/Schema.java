package io.fengsui.crawler.database;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. Flyway takes a lock in the database: several portals may do so at once. */
final class Schema {
  /** xid8 and pg_snapshot_xmin, which the change feed stands on, are in PostgreSQL since 13; 13 is no longer maintained. */
  private static final int OLDEST = 14;

  private Schema() {}

  static void migrate(DataSource database) {
    checkVersion(database);
    try {
      Flyway.configure(Schema.class.getClassLoader()).dataSource(database).locations("classpath:db/migration").load()
          .migrate();
    } catch (FlywayException e) {
      throw new DatabaseException("the schema cannot be brought up to date: " + e.getMessage(), e);
    }
  }

  private static void checkVersion(DataSource database) {
    try (var connection = database.getConnection()) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST)
        throw new DatabaseException("PostgreSQL %d or newer is needed, this is %d".formatted(OLDEST, version), null);
    } catch (SQLException e) {
      throw new DatabaseException("the database went away: " + e.getMessage(), e);
    }
  }
}
