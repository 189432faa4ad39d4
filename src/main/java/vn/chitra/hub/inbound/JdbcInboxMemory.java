package vn.chitra.hub.inbound;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.support.SqlText;

@Component
class JdbcInboxMemory implements InboxMemory {

  private static final String REMEMBER = SqlText.of("inbound/remember-fetched-file");

  private final JdbcClient jdbc;

  JdbcInboxMemory(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  @Override
  public List<Fetched> of(String partner) {
    return jdbc.sql("select path, look, done_name from inbox_memory where partner = :partner").param("partner", partner)
        .query((r, n) -> new Fetched(r.getString("path"), r.getString("look"), r.getString("done_name"))).list();
  }

  @Override
  public void remember(String partner, Fetched file) {
    jdbc.sql(REMEMBER).param("partner", partner).param("path", file.path()).param("look", file.look())
        .param("done_name", file.doneName()).update();
  }

  @Override
  public void forget(String partner, String path) {
    jdbc.sql("delete from inbox_memory where partner = :partner and path = :path").param("partner", partner).param("path", path).update();
  }
}
