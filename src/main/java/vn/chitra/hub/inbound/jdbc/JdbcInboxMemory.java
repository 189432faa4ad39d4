package vn.chitra.hub.inbound.jdbc;

import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.InboxMemory;

@Component
class JdbcInboxMemory implements InboxMemory {

  private final JdbcClient jdbc;

  JdbcInboxMemory(JdbcTemplate jdbc) {
    this.jdbc = JdbcClient.create(jdbc);
  }

  @Override
  public Set<String> of(String partner) {
    return jdbc.sql("select look from inbox_memory where partner = :partner").param("partner", partner).query(String.class).set();
  }

  @Override
  public void remember(String partner, String look) {
    change("insert into inbox_memory (partner, look) values (:partner, :look) on conflict do nothing", partner, look);
  }

  @Override
  public void forget(String partner, String look) {
    change("delete from inbox_memory where partner = :partner and look = :look", partner, look);
  }

  private void change(String sql, String partner, String look) {
    jdbc.sql(sql).param("partner", partner).param("look", look).update();
  }
}
