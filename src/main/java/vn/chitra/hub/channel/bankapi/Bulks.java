package vn.chitra.hub.channel.bankapi;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.ApiTerms;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.PaymentBatching;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Zone;

/** The data of a bulk that its batch does not hold: the bank's id for it, and the times of our queries. */
@Component
public final class Bulks {

  private static final String KEEP_ID = SqlText.of("channel/bankapi/keep-bulk-id");
  private static final String DUE = SqlText.of("channel/bankapi/find-due-bulks");
  private static final String NOTE_QUERY = SqlText.of("channel/bankapi/note-query");
  private static final String ALL_NAMED = SqlText.of("channel/bankapi/mark-all-named");
  private static final String IDS_STAND = SqlText.of("channel/bankapi/mark-ids-stand");
  private static final String QUERY_EARLIER_ONCE = SqlText.of("channel/bankapi/query-earlier-bulks-once");

  private final JdbcClient jdbc;
  private final PaymentBatching payments;

  Bulks(JdbcTemplate jdbc, PaymentBatching payments) {
    this.jdbc = JdbcClient.create(jdbc);
    this.payments = payments;
  }

  public Optional<String> idOf(long batchId) {
    return of("select bulk_id from api_bulk where batch_id = :batch", batchId).query(String.class).optional();
  }

  public void keepId(long batchId, String bulkId) {
    of(KEEP_ID, batchId).param("bulk", bulkId).update();
  }

  /** Batches that are due for a query, the longest unqueried first. @param now business time */
  public List<Long> due(PartnerProfile partner, Instant now, int most) {
    ApiTerms terms = partner.apiTerms();
    Timestamp since = before(now, terms.returnsWithin().plus(partner.answerWithin()));
    return jdbc.sql(DUE).param("partner", partner.id()).param("queried_before", before(now, terms.askEvery()))
        .param("returns_queried_before", before(now, terms.askReturnsEvery()))
        .param("sent_since", since).param("paid_since", Date.valueOf(LocalDate.ofInstant(since.toInstant(), Zone.VIETNAM)))
        .param("most", most).query(Long.class).list();
  }

  private static Timestamp before(Instant now, Duration pause) {
    return Timestamp.from(now.minus(pause));
  }

  /** @param at business time */
  public void queried(long batchId, Instant at) {
    of(NOTE_QUERY, batchId).param("at", Timestamp.from(at)).update();
  }

  /** Records that the last page of a query was parsed in which every page was DONE. */
  public void namedAll(long batchId) {
    of(ALL_NAMED, batchId).update();
  }

  public boolean isNamedAll(long batchId) {
    return holds("select named_all from api_bulk where batch_id = :batch", batchId);
  }

  /**
   * Records that the bank refused the whole bulk because some of its ids exist already. Statuses of its payments then prove nothing about
   * this bulk, and the bulks in which those payments travelled before are queried. If the payments are taken back later, those with named
   * ids stay frozen until a person decides.
   */
  public void idsStand(long batchId, Collection<String> endToEndIds) {
    of(IDS_STAND, batchId).update();
    payments.freeze(batchId, endToEndIds);
    jdbc.sql(QUERY_EARLIER_ONCE).param("end_to_end_ids", new SqlArrayValue("varchar", endToEndIds.toArray())).update();
  }

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
