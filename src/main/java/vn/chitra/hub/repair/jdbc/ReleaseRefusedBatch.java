package vn.chitra.hub.repair.jdbc;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.repair.Actor;
import vn.chitra.hub.repair.RepairActionHandler;

/** Payments that came back from a refused file travel in a new file with the same endToEndIds. */
@Component
class ReleaseRefusedBatch implements RepairActionHandler {

  private static final String WAITING = "came_back_from = ? and state = 'PLANNED' and released_at is null and frozen_for_batch is null";

  private final JdbcTemplate jdbc;
  private final Clock businessClock;

  ReleaseRefusedBatch(JdbcTemplate jdbc, Clock businessClock) {
    this.jdbc = jdbc;
    this.businessClock = businessClock;
  }

  @Override
  public RepairAction action() {
    return RepairAction.RELEASE_REFUSED_BATCH;
  }

  @Override
  public Preview look(String id, String parameter) {
    Optional<Long> batch = Ids.number(id);
    List<Long> dong = batch.isEmpty() ? List.of()
        : jdbc.queryForList("select amount_vnd from payment where " + WAITING + " order by payment_id for update", Long.class, batch.get());
    long total = dong.stream().mapToLong(Long::longValue).sum();
    return dong.isEmpty() ? new Preview.Impossible("Tệp số " + id + " không có khoản chi nào chờ cho đi lại.")
        : new Preview.Possible(dong.size(), total, "Tệp số " + id + ": " + dong.size() + " khoản, " + total
        + " đồng đi lại trong tệp mới.");
  }

  @Override
  public void perform(String id, String parameter, String reason, Actor by) {
    Timestamp now = Timestamp.from(businessClock.instant());
    jdbc.update("update payment set released_at = ?, updated_at = ? where " + WAITING, now, now, Long.parseLong(id));
  }
}
