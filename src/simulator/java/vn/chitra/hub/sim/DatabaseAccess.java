package vn.chitra.hub.sim;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** The access data of one simulated database in one role. */
public record DatabaseAccess(String url, String username, String password) {

  /** A connection of its own, in auto-commit; the caller closes it. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, username, password);
  }

  /** Unpooled: a connection per use. */
  public DataSource dataSource() {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(url);
    source.setUser(username);
    source.setPassword(password);
    source.setReWriteBatchedInserts(true);
    return source;
  }

  @Override
  public String toString() {
    return username + "@" + url;
  }
}
