package vn.chitra.hub.config.command;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import vn.chitra.hub.config.HubSettings;

/** Connections of commands to a database of the settings. */
final class Databases {

  private static final String SECONDS = "10";

  private Databases() {}

  /** A session in which PostgreSQL itself refuses every change; the caller closes it. */
  static Connection readOnly(HubSettings.Database database) throws SQLException {
    Properties properties = properties(database);
    properties.setProperty("options", "-c default_transaction_read_only=on -c statement_timeout=60000");
    return DriverManager.getConnection(database.url(), properties);
  }

  /** A session that may write, without a limit of time for a statement; the caller closes it. */
  static Connection writing(HubSettings.Database database) throws SQLException {
    return DriverManager.getConnection(database.url(), properties(database));
  }

  private static Properties properties(HubSettings.Database database) {
    Properties properties = new Properties();
    properties.setProperty("user", database.username());
    properties.setProperty("password", database.password());
    properties.setProperty("connectTimeout", SECONDS);
    properties.setProperty("loginTimeout", SECONDS);
    properties.setProperty("ApplicationName", "chitra-hub command");
    return properties;
  }
}
