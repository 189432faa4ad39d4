package vn.chitra.hub.inbound.jdbc;

import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.inbound.BatchReplies;

@Component
class JdbcBatchReplies implements BatchReplies {

  private final JdbcTemplate jdbc;

  JdbcBatchReplies(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> hashOf(long batchId, Kind kind, int number) {
    return jdbc.queryForList("select sha256 from batch_reply where batch_id = ? and kind = ? and number = ?", String.class, batchId,
        kind.name(), number).stream().findFirst();
  }

  @Override
  public void hold(long batchId, Kind kind, int number, String sha256, boolean closing, long fileId) {
    jdbc.update("insert into batch_reply (batch_id, kind, number, sha256, closing, file_id) values (?, ?, ?, ?, ?, ?)", batchId,
        kind.name(), number, sha256, closing, fileId);
  }

  @Override
  public boolean partsComplete(long batchId) {
    return !jdbc.queryForList("""
        select 1 from (select min(number) as last from batch_reply where batch_id = ? and kind = 'PART' and closing) l
        where last = (select count(*) from batch_reply where batch_id = ? and kind = 'PART' and number <= last)""",
        Integer.class, batchId, batchId).isEmpty();
  }

  @Override
  public Unnamed unnamed(long batchId) {
    return Objects.requireNonNull(jdbc.queryForObject("select count(*), coalesce(sum(amount_vnd), 0) from payment l where l.batch_id = ?"
        + " and l.state in ('SENT', 'ACCEPTED') and not exists (select from payment_status f join file using (file_id)"
        + " where f.payment_id = l.payment_id and file.batch_id = l.batch_id)",
        (r, n) -> new Unnamed(r.getInt(1), r.getLong(2)), batchId));
  }

  @Override
  public boolean anyFinal(long batchId) {
    return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from payment l join payment_status f using (payment_id) where"
        + " l.batch_id = ?"
        + " and f.reported in ('PAID', 'REJECTED', 'UNCOLLECTED', 'RETURNED') and f.effect <> 'REFUSED_FILE' and not f.provisional)",
        Boolean.class, batchId));
  }
}
