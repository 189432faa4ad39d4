package vn.chitra.hub.inbound.jdbc;

import java.util.HashSet;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.InboxMemory;

@Component
class JdbcInboxMemory implements InboxMemory {

  private final JdbcTemplate jdbc;

  JdbcInboxMemory(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Set<String> of(String partner) {
    return new HashSet<>(jdbc.queryForList("select look from inbox_memory where partner = ?", String.class, partner));
  }

  @Override
  public void remember(String partner, String look) {
    jdbc.update("insert into inbox_memory (partner, look) values (?, ?) on conflict do nothing", partner, look);
  }

  @Override
  public void forget(String partner, String look) {
    jdbc.update("delete from inbox_memory where partner = ? and look = ?", partner, look);
  }
}
