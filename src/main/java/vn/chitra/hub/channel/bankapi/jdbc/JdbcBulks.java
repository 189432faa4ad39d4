package vn.chitra.hub.channel.bankapi.jdbc;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.Bulks;
import vn.chitra.hub.partner.ApiTerms;
import vn.chitra.hub.partner.PartnerProfile;

@Component
class JdbcBulks implements Bulks {

  /** Unanswered payments make a bulk due after the shorter pause; then, as long as a return may come, after the longer one. */
  private static final String DUE = """
      select b.batch_id from batch b left join api_bulk a using (batch_id)
      where b.partner = ? and b.kind = 'PAYMENT' and b.seq is not null and (a.query_once or b.state in ('SENT', 'ACKNOWLEDGED') and (
        (a.queried_at is null or a.queried_at <= ?) and exists (select from payment l where l.batch_id = b.batch_id
          and l.state in ('SENT', 'ACCEPTED'))
        or (a.queried_at is null or a.queried_at <= ?) and coalesce(b.sent_at, b.acknowledged_at) >= ?))
      order by a.queried_at nulls first, b.batch_id limit ?""";

  private static final String PUT = "insert into api_bulk (batch_id, %1$s) values (?, ?)"
      + " on conflict (batch_id) do update set %1$s = excluded.%1$s";

  private final JdbcTemplate jdbc;

  JdbcBulks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<String> idOf(long batchId) {
    return jdbc.queryForList("select bulk_id from api_bulk where batch_id = ?", String.class, batchId).stream().filter(Objects::nonNull)
        .findFirst();
  }

  @Override
  public void keepId(long batchId, String bulkId) {
    jdbc.update(PUT.formatted("bulk_id"), batchId, bulkId);
  }

  @Override
  public List<Long> due(PartnerProfile partner, Instant now, int most) {
    ApiTerms terms = partner.apiTerms();
    return jdbc.queryForList(DUE, Long.class, partner.id(), before(now, terms.askEvery()), before(now, terms.askReturnsEvery()),
        before(now, terms.returnsWithin().plus(partner.answerWithin())), most);
  }

  private static Timestamp before(Instant now, Duration pause) {
    return Timestamp.from(now.minus(pause));
  }

  @Override
  public void queried(long batchId, Instant at) {
    jdbc.update("insert into api_bulk (batch_id, queried_at) values (?, ?) on conflict (batch_id)"
        + " do update set queried_at = excluded.queried_at, query_once = false", batchId, Timestamp.from(at));
  }

  @Override
  public void namedAll(long batchId) {
    jdbc.update(PUT.formatted("named_all"), batchId, true);
  }

  @Override
  public boolean isNamedAll(long batchId) {
    return holds("named_all", batchId);
  }

  @Override
  public void idsStand(long batchId, Collection<String> endToEndIds) {
    jdbc.update(PUT.formatted("ids_stand"), batchId, true);
    jdbc.update("update payment set frozen = true where batch_id = ? and end_to_end_id = any (?::bpchar[])", batchId,
        endToEndIds.toArray(String[]::new));
    jdbc.update("insert into api_bulk (batch_id, query_once) select distinct old.batch_id, true from payment l join batch old"
            + " on old.batch_id = l.came_back_from where l.end_to_end_id = any (?::bpchar[]) on conflict (batch_id) do update"
            + " set query_once = true",
        (Object) endToEndIds.toArray(String[]::new));
  }

  @Override
  public boolean hasExistingIds(long batchId) {
    return holds("ids_stand", batchId);
  }

  private boolean holds(String column, long batchId) {
    return jdbc.queryForList("select " + column + " from api_bulk where batch_id = ?", Boolean.class, batchId).contains(true);
  }
}
