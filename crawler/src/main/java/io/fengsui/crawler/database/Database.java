package io.fengsui.crawler.database;

import javax.sql.DataSource;

/** The PostgreSQL in use: ours, embedded, or the operator's. The choice is made in {@link Databases} and nowhere else. */
public sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {
  /**
   * Starts or reaches the server, brings the schema up to date, and returns when it can be used. A server that is not
   * there yet is waited for, and what is waited for is logged.
   *
   * @throws DatabaseException where waiting does not help; the message names the setting or folder to look at
   */
  void start();

  /**
   * Connections to it; a failing server makes them fail at once, a restarted one makes them work again. The same object
   * for the life of this database; it may be handed on before {@link #start()}.
   */
  DataSource dataSource();

  /** What an operator wants to know, in one line: address, version, state. */
  String describe();

  /** Whether it answers now. Takes two seconds at most. */
  boolean up();

  @Override
  void close();
}
