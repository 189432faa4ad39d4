package vn.chitra.hub.channel.bankapi.jdbc;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.channel.bankapi.Bulks;
import vn.chitra.hub.partner.ApiTerms;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.jdbc.BatchedPayments;
import vn.chitra.hub.support.SqlText;

@Component
class JdbcBulks implements Bulks {

  private static final String KEEP_ID = SqlText.of("channel/bankapi/keep-bulk-id");
  private static final String DUE = SqlText.of("channel/bankapi/find-due-bulks");
  private static final String NOTE_QUERY = SqlText.of("channel/bankapi/note-query");
  private static final String ALL_NAMED = SqlText.of("channel/bankapi/mark-all-named");
  private static final String IDS_STAND = SqlText.of("channel/bankapi/mark-ids-stand");
  private static final String QUERY_EARLIER_ONCE = SqlText.of("channel/bankapi/query-earlier-bulks-once");

  private final JdbcClient jdbc;
  private final BatchedPayments payments;

  JdbcBulks(JdbcTemplate jdbc, BatchedPayments payments) {
    this.jdbc = JdbcClient.create(jdbc);
    this.payments = payments;
  }

  @Override
  public Optional<String> idOf(long batchId) {
    return of("select bulk_id from api_bulk where batch_id = :batch", batchId).query(String.class).optional();
  }

  @Override
  public void keepId(long batchId, String bulkId) {
    of(KEEP_ID, batchId).param("bulk", bulkId).update();
  }

  @Override
  public List<Long> due(PartnerProfile partner, Instant now, int most) {
    ApiTerms terms = partner.apiTerms();
    return jdbc.sql(DUE).param("partner", partner.id()).param("queried_before", before(now, terms.askEvery()))
        .param("returns_queried_before", before(now, terms.askReturnsEvery()))
        .param("sent_since", before(now, terms.returnsWithin().plus(partner.answerWithin()))).param("most", most).query(Long.class).list();
  }

  private static Timestamp before(Instant now, Duration pause) {
    return Timestamp.from(now.minus(pause));
  }

  @Override
  public void queried(long batchId, Instant at) {
    of(NOTE_QUERY, batchId).param("at", Timestamp.from(at)).update();
  }

  @Override
  public void namedAll(long batchId) {
    of(ALL_NAMED, batchId).update();
  }

  @Override
  public boolean isNamedAll(long batchId) {
    return holds("select named_all from api_bulk where batch_id = :batch", batchId);
  }

  @Override
  public void idsStand(long batchId, Collection<String> endToEndIds) {
    of(IDS_STAND, batchId).update();
    payments.freeze(batchId, endToEndIds);
    jdbc.sql(QUERY_EARLIER_ONCE).param("end_to_end_ids", new SqlArrayValue("varchar", endToEndIds.toArray())).update();
  }

  @Override
  public boolean hasExistingIds(long batchId) {
    return holds("select ids_stand from api_bulk where batch_id = :batch", batchId);
  }

  private boolean holds(String sql, long batchId) {
    return of(sql, batchId).query(Boolean.class).optional().orElse(false);
  }

  private StatementSpec of(String sql, long batchId) {
    return jdbc.sql(sql).param("batch", batchId);
  }
}
