package vn.chitra.hub.inbound.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.FileArrivals;

@Component
class JdbcFileArrivals implements FileArrivals {

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  JdbcFileArrivals(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public Optional<Long> known(String partner, String contentKey) {
    return jdbc.queryForList("select file_id from file where direction = 'IN' and partner = ? and content_key = ?", Long.class, partner,
        contentKey).stream().findFirst();
  }

  @Override
  public Optional<Long> understood(String partner, String sha256) {
    return jdbc.queryForList("select min(file_id) from file where direction = 'IN' and partner = ? and sha256 = ?"
        + " and state in ('DONE', 'IGNORED') having count(*) > 0", Long.class, partner, sha256).stream().findFirst();
  }

  @Override
  public boolean mayMakeSenseAs(long fileId, String folder, String name) {
    return Boolean.TRUE.equals(jdbc.queryForObject("select state in ('ARCHIVED', 'SET_ASIDE') and (folder, name) <> (?, ?)"
        + " from file where file_id = ?", Boolean.class, folder, name, fileId));
  }

  @Override
  public List<Long> supersededBy(long fileId, boolean nameSays) {
    return jdbc.queryForList("select b.file_id from file g join file b on b.direction = 'IN' and b.partner = g.partner"
        + " and b.state = 'SET_ASIDE' and b.file_id < g.file_id and (b.sha256 = g.sha256 or ? and (b.folder, b.name) = (g.folder, g.name))"
        + " where g.file_id = ?", Long.class, nameSays, fileId);
  }

  @Override
  public int count(String partner, String folder, String name) {
    return Objects.requireNonNull(jdbc.queryForObject("select count(*) from file_arrival a join file f using (file_id)"
        + " where f.partner = ? and a.folder = ? and a.name = ?", Integer.class, partner, folder, name));
  }

  @Override
  public void note(long fileId, String folder, String name) {
    jdbc.update("insert into file_arrival (file_id, folder, name, arrived_at) values (?, ?, ?, ?)", fileId, folder, name,
        Timestamp.from(businessClock.instant()));
  }
}
