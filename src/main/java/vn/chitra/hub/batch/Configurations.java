package vn.chitra.hub.batch;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

/** The stored versions of route and mapping files with which batches were built. */
@Component
public class Configurations {

  private static final String KEEP = SqlText.of("batch/keep-configuration");

  private final JdbcClient jdbc;

  public Configurations(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  /**
   * Once for each set.
   *
   * @param sha256 of the lines
   * @param lines one a file, in the form of {@code sha256sum}
   */
  public void keep(String sha256, String lines) {
    jdbc.sql(KEEP).param("sha256", sha256).param("files", lines).update();
  }
}
