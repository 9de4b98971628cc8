package io.fengsui.crawler.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/** Short questions to a server, outside the pool. */
final class Servers {
  private Servers() {}

  static String version(String url, Properties properties) throws SQLException {
    return ask(url, properties, "show server_version");
  }

  static boolean answers(String url, Properties properties) {
    try {
      return !ask(url, properties, "select 1").isEmpty();
    } catch (SQLException e) {
      return false;
    }
  }

  static String ask(String url, Properties properties, String question) throws SQLException {
    try (Connection connection = connect(url, properties, 2);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery(question)) {
      return answer.next() ? answer.getString(1) : "";
    }
  }

  /** A connection that waits that many seconds for an answer, at most. */
  static Connection connect(String url, Properties properties, int seconds) throws SQLException {
    Properties bounded = new Properties();
    bounded.putAll(properties);
    bounded.setProperty("connectTimeout", "2");
    bounded.setProperty("loginTimeout", "2");
    bounded.setProperty("socketTimeout", String.valueOf(seconds));
    return DriverManager.getConnection(url, bounded);
  }
}
