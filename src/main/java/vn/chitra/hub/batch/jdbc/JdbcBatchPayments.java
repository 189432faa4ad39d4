package vn.chitra.hub.batch.jdbc;

import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import vn.chitra.hub.batch.BankInstruction;
import vn.chitra.hub.batch.BankRemark;
import vn.chitra.hub.batch.Batch;
import vn.chitra.hub.batch.BatchPayments;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.batch.PaymentGroup;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.RefusedFiles;
import vn.chitra.hub.support.NameFolding;

@Component
class JdbcBatchPayments implements BatchPayments {

  private static final int FETCH = 1_000;
  private static final int CREDIT_NAME_LENGTH = 50;
  private static final int ID_TAIL = 6;

  /** Where the bank tells names, none goes before its name was compared. */
  private static final String READY = " l.partner = :partner and l.planned and not l.frozen and l.released_at <= :upTo"
      + " and (l.name_checked_at is not null or l.bank_bin is null or l.bank_bin <> all (:nameFirst))"
      + " and not exists (select from payment_already_out o where o.end_to_end_id = l.end_to_end_id) ";

  /** Each row is used up: a payment that comes back from a refused file travels again. */
  private static final String REATTACH = """
      with again as (
        update payment set state = 'SENT', batch_id = o.batch_id, batch_line = o.batch_line, updated_at = ? from payment_already_out o
        where o.end_to_end_id = payment.end_to_end_id and payment.state in ('PLANNED', 'SENT', 'ACCEPTED') returning payment.end_to_end_id)
      delete from payment_already_out where end_to_end_id in (select end_to_end_id from again)""";

  private static final String FILL = """
      with picked as (
        select l.payment_id from payment l join payout p using (payout_id)
        where %s and l.folder = :folder and (:programme::text is null or p.programme = :programme)
          and (:period::date is null or p.period = :period) and (:period::date is not null or p.pay_from = any (:payFroms))
        order by p.commune_code, p.current_payroll_id, p.current_line_no limit :max for update of l skip locked),
      numbered as (
        select payment_id, row_number() over (order by p.commune_code, p.current_payroll_id, p.current_line_no) as line
        from picked join payment using (payment_id) join payout p using (payout_id))
      update payment set state = 'BATCHED', batch_id = :batch, batch_line = numbered.line, updated_at = :now
      from numbered where payment.payment_id = numbered.payment_id""".formatted(READY);

  private static final String NUMBER_ANEW = """
      update payment set batch_line = n.line
      from (select payment_id, row_number() over (order by batch_line) as line from payment where batch_id = ? and state = 'BATCHED') n
      where n.payment_id = payment.payment_id and n.line <> payment.batch_line""";

  private static final String BANK_LINES = """
      select l.batch_line, l.end_to_end_id, l.account_no, l.account_name, l.bank_bin, l.amount_vnd, p.for_from, p.for_to
      from payment l join payout p using (payout_id) where l.batch_id = ? and l.state in ('BATCHED', 'SENT') order by l.batch_line""";

  private static final String CASH_LINES = """
      select l.batch_line, l.end_to_end_id, p.beneficiary_name, p.birth_year, p.address, p.commune_code, p.cash_place,
        coalesce(p.authorised_name, case when p.payee_relation <> 'SELF' then p.payee_name end) as receiver_name,
        case when p.authorised_name is not null then p.authorised_no
             when p.payee_relation <> 'SELF' then p.payee_no else p.beneficiary_no end as receiver_no,
        p.authorisation_doc, p.authorised_until, p.authorised_until < p.pay_until as ends_early, l.amount_vnd, p.for_from, p.for_to
      from payment l join payout p using (payout_id) where l.batch_id = ? and l.state in ('BATCHED', 'SENT') order by l.batch_line""";

  private final NamedParameterJdbcTemplate named;
  private final JdbcTemplate jdbc;
  private final JdbcTemplate cursor;
  private final RefusedFiles refusedFiles;
  private final Partners partners;
  private final Clock businessClock;

  JdbcBatchPayments(NamedParameterJdbcTemplate named, DataSource dataSource, RefusedFiles refusedFiles, Partners partners,
      Clock businessClock) {
    this.refusedFiles = refusedFiles;
    this.partners = partners;
    this.named = named;
    this.jdbc = named.getJdbcTemplate();
    this.cursor = new JdbcTemplate(dataSource);
    this.cursor.setFetchSize(FETCH);
    this.businessClock = businessClock;
  }

  @Override
  public List<Waiting> waiting(String partner, Instant releasedUpTo) {
    return named.query("select l.folder, p.programme, p.period, p.pay_from, max(p.pay_until) from payment l join payout p using (payout_id)"
            + " where" + READY + "group by 1, 2, 3, 4 order by 1, 2, 3, 4",
        new MapSqlParameterSource("partner", partner).addValue("upTo", Timestamp.from(releasedUpTo))
            .addValue("nameFirst", nameFirst(partner)),
        (r, n) -> new Waiting(r.getString(1), r.getString(2), day(r, 3), day(r, 4), day(r, 5)));
  }

  @Override
  public Load fill(Batch batch, PaymentGroup group, Instant releasedUpTo, int max) {
    named.update(FILL, new MapSqlParameterSource("partner", batch.partner()).addValue("folder", group.folder())
        .addValue("programme", group.programme()).addValue("period", group.period())
        .addValue("payFroms", group.payFroms().stream().map(Date::valueOf).toArray(Date[]::new))
        .addValue("upTo", Timestamp.from(releasedUpTo)).addValue("nameFirst", nameFirst(batch.partner())).addValue("max", max)
        .addValue("batch", batch.id()).addValue("now", now()));
    return load(batch.id());
  }

  private String[] nameFirst(String partner) {
    return partners.byId(partner).map(PartnerProfile::api).map(terms -> terms.nameCheckBins().toArray(String[]::new))
        .orElseGet(() -> new String[0]);
  }

  @Override
  public Load load(long batchId) {
    Load load = Objects.requireNonNull(jdbc.queryForObject("select count(*), coalesce(sum(amount_vnd), 0)"
        + " from (select amount_vnd from payment where batch_id = ? order by payment_id for update) l",
        (r, n) -> new Load(r.getInt(1), r.getLong(2)), batchId));
    jdbc.update(NUMBER_ANEW, batchId);
    return load;
  }

  @Override
  public Stream<BankInstruction> bankInstructions(long batchId) {
    return cursor.queryForStream(BANK_LINES, (r, n) -> bankInstruction(r), batchId);
  }

  private static BankInstruction bankInstruction(ResultSet r) throws SQLException {
    return new BankInstruction(r.getInt("batch_line"), r.getString("end_to_end_id"), r.getString("account_no"),
        NameFolding.bankName(r.getString("account_name"), CREDIT_NAME_LENGTH), r.getString("bank_bin"), r.getLong("amount_vnd"),
        BankRemark.of(month(r, "for_from"), month(r, "for_to")));
  }

  @Override
  public Stream<CashEntry> cashEntries(long batchId) {
    return cursor.queryForStream(CASH_LINES, (r, n) -> cashEntry(r), batchId);
  }

  private static CashEntry cashEntry(ResultSet r) throws SQLException {
    Date until = r.getDate("authorised_until");
    return new CashEntry(r.getInt("batch_line"), r.getString("end_to_end_id"), r.getString("beneficiary_name"),
        r.getObject("birth_year", Integer.class), tail(r.getString("receiver_no")), r.getString("address"), r.getString("commune_code"),
        "HOME".equals(r.getString("cash_place")), r.getString("receiver_name"), r.getString("authorisation_doc"),
        until == null ? null : until.toLocalDate(), r.getBoolean("ends_early"), r.getLong("amount_vnd"), month(r, "for_from"),
        month(r, "for_to"));
  }

  @Override
  public int reattach() {
    return jdbc.update(REATTACH, now());
  }

  @Override
  public int sent(long batchId) {
    return jdbc.update("update payment set state = 'SENT', updated_at = ? where batch_id = ? and state = 'BATCHED'", now(), batchId);
  }

  @Override
  public int replan(long batchId) {
    return jdbc.update("update payment set state = 'PLANNED', batch_id = null, batch_line = null, came_back_from = batch_id,"
        + " released_at = null, updated_at = ? where batch_id = ? and state = 'BATCHED'", now(), batchId);
  }

  @Override
  public int takeBackRefused(long batchId) {
    jdbc.query("select 1 from payment where batch_id = ? order by payment_id for update", rs -> { }, batchId);
    refusedFiles.refused(batchId);
    return jdbc.update("update payment set state = 'PLANNED', batch_id = null, batch_line = null, came_back_from = batch_id,"
        + " released_at = null, updated_at = ? where batch_id = ? and state in ('SENT', 'ACCEPTED')"
        + " and not exists (select from payment_status f where f.payment_id = payment.payment_id"
        + " and f.reported in ('PAID', 'REJECTED', 'UNCOLLECTED', 'RETURNED') and f.effect <> 'REFUSED_FILE' and not f.provisional)",
        now(), batchId);
  }

  @Override
  public int nextSeq(Batch batch) {
    return Objects.requireNonNull(jdbc.queryForObject("""
        insert into file_sequence (partner, kind, folder, last_seq) values (?, ?, ?, 1)
        on conflict (partner, kind, folder) do update set last_seq = file_sequence.last_seq + 1 returning last_seq""",
        Integer.class, batch.partner(), batch.kind().name(), batch.folder()));
  }

  private Timestamp now() {
    return Timestamp.from(businessClock.instant());
  }

  private static LocalDate day(ResultSet r, int column) throws SQLException {
    return r.getDate(column).toLocalDate();
  }

  private static YearMonth month(ResultSet r, String column) throws SQLException {
    return YearMonth.from(r.getDate(column).toLocalDate());
  }

  private static @Nullable String tail(@Nullable String number) {
    return number == null ? null : number.substring(Math.max(0, number.length() - ID_TAIL));
  }
}
