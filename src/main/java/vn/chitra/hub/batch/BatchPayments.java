package vn.chitra.hub.batch;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.ApiTerms;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.PaymentBatching;
import vn.chitra.hub.support.NameFolding;
import vn.chitra.hub.support.SqlText;

/**
 * Access to payments for building batches: released payments to gather, gathered payments to write. Every move is one set-wise statement.
 */
@Component
public final class BatchPayments {

  /**
   * Released payments of a partner that can share a batch.
   *
   * @param payUntil the latest of the payouts meant
   * @param payments count
   */
  public record Waiting(String folder, String programme, LocalDate period, LocalDate payFrom, LocalDate payUntil, int payments) {

    PaymentBatching.Shared shared() {
      return new PaymentBatching.Shared(folder, programme, period, payFrom);
    }
  }

  /** @param payments count, @param totalVnd dong */
  public record Load(int payments, long totalVnd) {}

  private static final int FETCH = 1_000;
  private static final int CREDIT_NAME_LENGTH = 50;
  private static final int ID_TAIL = 6;

  private static final String WAITING = SqlText.of("batch/find-waiting-payments");
  private static final String BANK_LINES = SqlText.of("batch/find-bank-lines");
  private static final String CASH_LINES = SqlText.of("batch/find-cash-lines");
  private static final String NEXT_NUMBER = SqlText.of("batch/take-next-number");

  private final JdbcClient jdbc;
  private final JdbcClient cursor;
  private final PaymentBatching payments;
  private final Partners partners;

  BatchPayments(JdbcTemplate jdbc, DataSource dataSource, PaymentBatching payments, Partners partners) {
    this.jdbc = JdbcClient.create(jdbc);
    JdbcTemplate inChunks = new JdbcTemplate(dataSource);
    inChunks.setFetchSize(FETCH);
    this.cursor = JdbcClient.create(inChunks);
    this.payments = payments;
    this.partners = partners;
  }

  /** Released, not frozen payments of the partner that were released up to then. */
  public List<Waiting> waiting(String partner, Instant releasedUpTo) {
    return jdbc.sql(WAITING).param("partner", partner).param("released_until", Timestamp.from(releasedUpTo))
        .param("name_check_banks", new SqlArrayValue("varchar", nameCheckBanks(partner).toArray()))
        .query((r, n) -> new Waiting(r.getString("folder"), r.getString("programme"), day(r, "period"), day(r, "pay_from"),
            day(r, "pay_until"), r.getInt("payments"))).list();
  }

  /**
   * PLANNED → BATCHED: fills the batches of each group, one after another; what came since it was counted waits for the next time.
   *
   * @param batches new ones of the partner, of each group
   * @param most payments in one batch
   * @return count and total of each batch that got any, by its id
   */
  public Map<Long, Load> fill(String partner, Map<PaymentGroup, List<Batch>> batches, Instant releasedUpTo, int most) {
    List<PaymentBatching.Group> groups = batches.entrySet().stream().map(one -> new PaymentBatching.Group(
        one.getKey().waiting().stream().map(Waiting::shared).toList(), one.getValue().stream().map(Batch::id).toList())).toList();
    Map<Long, Load> loads = new HashMap<>();
    payments.gather(partner, releasedUpTo, nameCheckBanks(partner), groups, most).forEach((batch, load) -> loads.put(batch, load(load)));
    return loads;
  }

  private static Load load(PaymentBatching.Load gathered) {
    return new Load(gathered.payments(), gathered.totalVnd());
  }

  /** Payrolls in which the partner has no payment any more that was released up to then are not looked through again. */
  public void forgetGathered(String partner, Instant releasedUpTo) {
    payments.forgetGathered(partner, releasedUpTo);
  }

  private Collection<String> nameCheckBanks(String partner) {
    return partners.byId(partner).map(PartnerProfile::api).<Collection<String>>map(ApiTerms::nameCheckBins).orElseGet(List::of);
  }

  /**
   * Count and total of the batch, locked until the transaction ends: nobody takes a payment out of a file that is being written. This call
   * also locks every payment and numbers the lines of an open batch from 1 without a gap, after payments have left it.
   */
  public Load load(long batchId) {
    return load(payments.hold(batchId));
  }

  /** The batch's payments in line order; a cursor, to be closed. */
  public Stream<BankInstruction> bankInstructions(long batchId) {
    return cursor.sql(BANK_LINES).param("batch", batchId).query((r, n) -> bankInstruction(r)).stream();
  }

  private static BankInstruction bankInstruction(ResultSet r) throws SQLException {
    return new BankInstruction(r.getInt("batch_line"), r.getString("end_to_end_id"), r.getString("account_no"),
        NameFolding.bankName(r.getString("account_name"), CREDIT_NAME_LENGTH), r.getString("bank_bin"), r.getLong("amount_vnd"),
        BankRemark.of(month(r, "for_from"), month(r, "for_to")));
  }

  /** The batch's payments in line order; a cursor, to be closed. */
  public Stream<CashEntry> cashEntries(long batchId) {
    return cursor.sql(CASH_LINES).param("batch", batchId).query((r, n) -> cashEntry(r)).stream();
  }

  private static CashEntry cashEntry(ResultSet r) throws SQLException {
    Date until = r.getDate("authorised_until");
    return new CashEntry(r.getInt("batch_line"), r.getString("end_to_end_id"), r.getString("beneficiary_name"),
        r.getObject("birth_year", Integer.class), tail(r.getString("receiver_no")), r.getString("address"), r.getString("commune_code"),
        "HOME".equals(r.getString("cash_place")), r.getString("receiver_name"), r.getString("authorisation_doc"),
        until == null ? null : until.toLocalDate(), r.getBoolean("ends_early"), r.getLong("amount_vnd"), month(r, "for_from"),
        month(r, "for_to"));
  }

  /** Payments that left in a file which the database had forgotten go into that file's batch, and are SENT. @return how many */
  public int reattach() {
    List<String> again = payments.reattach();
    if (!again.isEmpty()) {   // each row is used up: a payment that comes back from a refused file travels again
      jdbc.sql("delete from payment_already_out where end_to_end_id = any (:end_to_end_ids::bpchar[])")
          .param("end_to_end_ids", new SqlArrayValue("varchar", again.toArray())).update();
    }
    return again.size();
  }

  /** Out of a batch that was cancelled before it left → PLANNED, and unreleased: a person decides first. @return how many */
  public int replan(long batchId) {
    return payments.replan(batchId);
  }

  /** SENT, ACCEPTED → PLANNED, unreleased, for payments without a final status: the whole file was refused. @return how many */
  public int takeBackRefused(long batchId) {
    return payments.takeBackRefused(batchId);
  }

  /** The next number of that partner and file kind, taken in the caller's transaction: no gap, for ever. */
  public int nextSeq(Batch batch) {
    return jdbc.sql(NEXT_NUMBER).param("partner", batch.partner()).param("kind", batch.kind().name()).param("folder", batch.folder())
        .query(Integer.class).single();
  }

  private static LocalDate day(ResultSet r, String column) throws SQLException {
    return r.getDate(column).toLocalDate();
  }

  private static YearMonth month(ResultSet r, String column) throws SQLException {
    return YearMonth.from(r.getDate(column).toLocalDate());
  }

  private static @Nullable String tail(@Nullable String number) {
    return number == null ? null : number.substring(Math.max(0, number.length() - ID_TAIL));
  }
}
