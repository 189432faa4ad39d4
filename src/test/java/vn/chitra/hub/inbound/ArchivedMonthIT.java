package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.NewPayouts;
import vn.chitra.hub.payout.OldMonths;
import vn.chitra.hub.payout.OldMonths.Reason;
import vn.chitra.hub.reconciliation.statement.FileDebits;
import vn.chitra.hub.reconciliation.statement.PaymentCredits;
import vn.chitra.hub.support.SqlText;

/** A month moves to the archive and back, and the rules of money hold across that border. */
class ArchivedMonthIT {

  private static final YearMonth NOVEMBER = HubStory.NOVEMBER;
  private static final LocalDate TWO_YEARS_LATER = LocalDate.of(2028, 12, 15);
  private static final int KEEP = 24;
  private static final List<String> KINDS = List.of("payout", "payment", "payment_status", "payout_result");

  private HubStory story;
  private Books books;
  private JdbcTemplate sql;
  private OldMonths months;
  private List<String> ids;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    sql = story.sql();
    months = new OldMonths(story.bean(DataSource.class));
  }

  @Test
  void aMonthLeavesAndComesBackWithEveryRowAsItWas() {
    paidMonth();
    Map<String, String> before = rows();
    archive(2);
    assertThat(count("payout")).isZero();
    assertThat(count("payment")).isZero();
    assertThat(count("archive.payment_status_2026_11")).isEqualTo(5);
    assertThat(months.sums(NOVEMBER)).isEqualTo(new OldMonths.Sums(5, 1_500_000, 0, 0));
    unarchive(2);
    assertThat(rows()).isEqualTo(before);
    assertThat(count("archived_payout") + count("archived_payment") + count("archived_month")).isZero();
    assertThat(sql.queryForList("select tablename from pg_tables where schemaname = 'archive'")).isEmpty();
  }

  @Test
  void aMoveThatIsStoppedAnywhereGoesOn() {
    paidMonth();
    Map<String, String> before = rows();
    months.begin(NOVEMBER, story.instant());
    TransactionTemplate dies = new TransactionTemplate(story.bean(PlatformTransactionManager.class));
    dies.executeWithoutResult(status -> {
      sql.queryForList("select * from archive_payouts('2026-11-01', 0, 2, '2028-12-31')");
      status.setRollbackOnly();
    });
    assertThat(withoutSlimRows(rows())).isEqualTo(withoutSlimRows(before));
    months.move(NOVEMBER, 0, 2, TWO_YEARS_LATER);
    assertThat(count("payout")).isEqualTo(3);
    assertThat(count("archived_payout")).isEqualTo(2);
    archive(2);
    assertThat(count("payout")).isZero();
    months.beginUnarchiving(NOVEMBER);
    assertThat(months.unarchive(NOVEMBER, 2)).isEqualTo(2);
    assertThat(count("payout")).isEqualTo(2);
    assertThat(obstacles()).containsExactly(Reason.RETURNING);
    unarchive(2);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void whatIsNotWhollyOverStays() {
    paidMonth();
    sql.update("update payment set frozen = true where end_to_end_id = ?", ids.get(0));
    sql.update("insert into refused_payment (payment_id, batch_id) select payment_id, batch_id from payment where end_to_end_id = ?",
        ids.get(1));
    archive(10);
    assertThat(sql.queryForList("select end_to_end_id from payment order by 1", String.class))
        .containsExactlyInAnyOrder(ids.get(0), ids.get(1));
    assertThat(count("archived_payout")).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
      "NOT_CLOSED # delete from period_close",
      "PAYOUT_OPEN # update payout set state = 'OPEN' where line_no = 1",
      "CASE_OPEN # insert into case_record (kind, subject, evidence, state, opened_at)"
          + " select 'PAYOUT_HELD', 'payout:' || min(payout_id), 'x', 'OPEN', now() from payout",
      "CASE_OPEN # insert into case_record (kind, subject, evidence, state, opened_at)"
          + " select 'OUTCOME_UNKNOWN', 'batch:' || min(batch_id), 'x', 'OPEN', now() from payment",
      "PROPOSAL_WAITING # insert into repair_proposal (action, subject, reason, item_count, amount_vnd, proposed_by, proposed_at, state)"
          + " select 'HOLD_PAYOUT', 'payout:' || min(payout_id), 'x', 1, 1, 'lan', now(), 'PROPOSED' from payout",
      "FILE_OWED # update batch set still_owed = true",
      "RECEIPT_OWED # update payroll set receipt_revision = receipt_revision + 1",
      "RESULT_OWED # update result_change set written = false",
      "PAID_LATELY # update payment set paid_on = '2028-11-20' where batch_line = 1"})
  void aMonthIsRefusedForEachReasonByName(Reason reason, String change) {
    paidMonth();
    assertThat(obstacles()).isEmpty();
    sql.update(change);
    assertThat(obstacles()).containsExactly(reason);
  }

  @Test
  void aMonthThatIsTooNewOrEmptyIsRefused() {
    paidMonth();
    assertThat(months.obstacles(NOVEMBER, LocalDate.of(2028, 10, 31), KEEP)).extracting(OldMonths.Obstacle::reason)
        .containsExactly(Reason.TOO_NEW);
    assertThat(months.obstacles(YearMonth.of(2020, 1), TWO_YEARS_LATER, KEEP)).extracting(OldMonths.Obstacle::reason)
        .containsExactly(Reason.NOTHING);
  }

  @Test
  void theSettlementAndTheSumsOfTheMonthStayWhatTheyWere() {
    paidMonth();
    List<Map<String, Object>> before = sums();
    archive(2);
    assertThat(sums()).isEqualTo(before);
    books.balance();
  }

  @Test
  void aSecondLineForAnArchivedMonthIsRefused() {
    paidMonth();
    String entitlement = books.entitlement(ids.get(0));
    archive(10);
    assertThatThrownBy(() -> story.payouts().take(NOVEMBER, new StoryPayouts.Line(entitlement, Channel.BANK, "970405", 100_000)))
        .hasMessageContaining("the payout key is that of archived payout");
    assertThat(refusalOf(entitlement, "2026-11-01", "2026-11-30")).startsWith("DUPLICATE Trùng với dòng 1");
    assertThat(refusalOf(entitlement, "2026-10-01", "2026-11-30")).startsWith("MONTH_ALREADY_PAID Tháng 11/2026");
    assertThat(refusalOf(entitlement, "2026-12-01", "2026-12-31")).isEqualTo("none");
    assertThat(refusalOf("another", "2026-11-01", "2026-11-30")).isEqualTo("none");
  }

  @Test
  void aLineThatIsTakenWhileItsMonthMovesIsRefused() throws Exception {
    paidMonth();
    String entitlement = books.entitlement(ids.get(0));
    months.begin(NOVEMBER, story.instant());
    try (Connection moving = HubFixture.get().connect(); Statement move = moving.createStatement()) {
      move.executeQuery("select * from archive_payouts('2026-11-01', 0, 10, '2028-12-31')").close();
      CompletableFuture<Throwable> taking = CompletableFuture.supplyAsync(() -> {
        try {
          story.payouts().take(NOVEMBER, new StoryPayouts.Line(entitlement, Channel.BANK, "970405", 100_000));
          return new AssertionError("taken twice");
        } catch (DataAccessException e) {
          return e;
        }
      });
      Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> sql.queryForObject(
          "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()", Integer.class) > 0);
      moving.commit();
      assertThat(taking.get(20, TimeUnit.SECONDS)).hasMessageContaining("the payout key is that of archived payout");
    }
  }

  @ParameterizedTest
  @CsvSource({"00", "20", "06"})
  void aStatusAboutAnArchivedPaymentDoesWhatItDoesWithoutAnArchive(String code) {
    Map<String, String> without = afterStatus(code, false);
    begin();
    Map<String, String> with = afterStatus(code, true);
    assertThat(with).isEqualTo(without);
  }

  private Map<String, String> afterStatus(String code, boolean archived) {
    paidMonth();
    if (archived) {
      archive(10);
    }
    story.feed(BankMessages.part(batch, 2, true, Line.of(ids.get(1), 200_000, code)));
    assertThat(books.payment(ids.get(1))).isEqualTo(code.equals("20") ? "RETURNED" : "PAID");
    return books();
  }

  @Test
  void aLatePaidOfAnArchivedFirstAttemptIsMoneyPaidInError() {
    Map<String, String> without = latePaidOfTheFirstAttempt(false);
    begin();
    assertThat(latePaidOfTheFirstAttempt(true)).isEqualTo(without);
    assertThat(books.payment(ids.get(0))).isEqualTo("PAID_IN_ERROR");
    assertThat(books.cases()).contains("PAID_IN_ERROR");
  }

  private Map<String, String> latePaidOfTheFirstAttempt(boolean archived) {
    ids = new ArrayList<>(story.sent(Channel.BANK, 500_000, 600_000));
    batch = books.batchOf(ids.get(0));
    story.feed(BankMessages.part(batch, 1, true, Line.of(ids.get(0), 500_000, "06"), Line.of(ids.get(1), 600_000, "00")));
    String second = story.payouts().anotherPayment(ids.get(0), Channel.BANK);
    story.send();
    story.feed(BankMessages.part(books.batchOf(second), 1, true, Line.of(second, 500_000, "00")));
    over();
    if (archived) {
      archive(10);
      assertThat(count("archived_payment")).isEqualTo(3);
    }
    story.feed(BankMessages.part(batch, 2, true, Line.of(ids.get(0), 500_000, "00")));
    return books();
  }

  @Test
  void aListThatChangesAfterItsMonthWasArchivedIsTheSameCaseAsWithoutAnArchive() {
    Map<String, String> without = listChangedAfterwards(false);
    begin();
    assertThat(listChangedAfterwards(true)).isEqualTo(without);
    assertThat(books.cases()).containsExactly("CHANGED_AFTER_CLOSE");
  }

  private Map<String, String> listChangedAfterwards(boolean archived) {
    ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    batch = books.batchOf(ids.get(0));
    story.feed(CashReports.postOffice(batch, 1, true, CashReports.Line.paid(ids.get(0), 500_000),
        CashReports.Line.paid(ids.get(1), 600_000)));
    over();
    if (archived) {
      archive(10);
      assertThat(count("archived_payout")).isEqualTo(2);
    }
    story.feed(CashReports.postOffice(batch, 2, true, CashReports.Line.unpaid(ids.get(0), 500_000, "K1"),
        CashReports.Line.paid(ids.get(1), 600_000)));
    assertThat(count("archived_payout")).isZero();
    return books();
  }

  @Test
  void anEventOfABanksApiAboutAnArchivedPaymentDoesWhatItDoesWithoutAnArchive() {
    Map<String, String> without = lateEvent(false);
    begin();
    assertThat(lateEvent(true)).isEqualTo(without);
    assertThat(books.payment(ids.get(0))).isEqualTo("RETURNED");
  }

  private Map<String, String> lateEvent(boolean archived) {
    ids = story.handOverTo(ApiMessages.BIN, Channel.BANK, 500_000, 600_000);
    story.send();
    batch = books.batchOf(ids.get(0));
    story.feed(ApiMessages.page(batch, 1, true, ApiMessages.result(ids.get(0), 500_000, "PAID", "00"),
        ApiMessages.result(ids.get(1), 600_000, "PAID", "00")));
    over();
    if (archived) {
      archive(10);
      assertThat(count("archived_payout")).isEqualTo(2);
    }
    story.feedUnbalanced(ApiMessages.event(ids.get(0), 500_000, "RETURNED", "20"));
    assertThat(count("archived_payout")).isEqualTo(archived ? 1 : 0);
    if (archived) {
      unarchive(10);   // the books are compared whole
    }
    books.agree();
    return books();
  }

  @Test
  void aMessageAboutAMonthThatIsNotInTheDatabaseWaitsAndIsReadWhenItIsBack() {
    paidMonth();
    archive(10);
    sql.execute("create schema away");
    try {
      KINDS.forEach(kind -> sql.execute("alter table archive." + kind + "_2026_11 set schema away"));
      assertThat(story.feedUnbalanced(BankMessages.part(batch, 2, true, Line.of(ids.get(1), 200_000, "20")))).isEqualTo("ARCHIVED");
      assertThat(books.cases()).containsExactly("PAYMENT_ARCHIVED");
      assertThat(count("payment_status")).isZero();
      KINDS.forEach(kind -> sql.execute("alter table away." + kind + "_2026_11 set schema archive"));
    } finally {
      sql.execute("drop schema away cascade");
    }
    story.confirm();
    assertThat(books.payment(ids.get(1))).isEqualTo("RETURNED");
    assertThat(books.cases()).doesNotContain("PAYMENT_ARCHIVED");
    books.agree();
  }

  @Test
  void aCreditThatNamesAnArchivedPaymentReturnsItFirst() {
    paidMonth();
    archive(10);
    statement(ids.get(2), 300_000);
    inTransaction(() -> story.bean(PaymentCredits.class).match(HubStory.BANK));
    assertThat(books.payment(ids.get(2))).isEqualTo("PAID");
    assertThat(inTransactionGive(() -> story.bean(PaymentCredits.class).unmatched(HubStory.BANK, TWO_YEARS_LATER)))
        .extracting(PaymentCredits.Unmatched::why).containsExactly(PaymentCredits.Why.NOT_RETURNED);
    assertThat(count("archived_payout")).isEqualTo(4);
  }

  @Test
  void theDebitsOfAFileAreComparedWithAllItsPayments() {
    paidMonth();
    Set<Long> one = Set.of(sql.queryForObject("select min(batch_id) from batch", Long.class));
    inTransaction(() -> story.bean(FileDebits.class).count(one));
    List<Map<String, Object>> before = sql.queryForList("select * from statement_debit order by 1, 2");
    assertThat(before).isNotEmpty();
    archive(10);
    inTransaction(() -> story.bean(FileDebits.class).count(one));
    assertThat(sql.queryForList("select * from statement_debit order by 1, 2")).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
      "delete from payment_status",
      "delete from payout_result",
      "delete from payment",
      "update payment_status set amount_vnd = amount_vnd + 1",
      "insert into archived_payout (payout_id, period, payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code,"
          + " entitlement_key, kind, for_from, for_to, amount_vnd, state, content_md5) select payout_id, period, payroll_id, line_no,"
          + " current_payroll_id, current_line_no, programme, commune_code, md5('x')::uuid, kind, for_from, for_to, amount_vnd, state, 'x'"
          + " from payout where payout_id = (select min(payout_id) from payout)"})
  void nothingIsDeletedOrChangedInTheWorkingTables(String change) {
    paidMonth();
    sql.update("insert into archived_month (period, state, last_month, began_at) values ('2026-11-01', 'MOVING', '2026-11-01', now())");
    Map<String, String> before = rows();
    assertThatThrownBy(() -> sql.update(change)).isInstanceOf(DataAccessException.class);
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void aDeletionIsRefusedWhenTheCopyDiffersOrTheSlimRowIsMissing() {
    paidMonth();
    months.begin(NOVEMBER, story.instant());
    sql.update("insert into archive.payment_2026_11 select * from payment");
    assertThatThrownBy(() -> inTransaction(() -> {
      sql.queryForList("select set_config('hub.archived_month', '2026_11', true)");
      sql.update("delete from payment_status");
    })).hasMessageContaining("rows have no equal row in the archive");
    assertThatThrownBy(() -> inTransaction(() -> {
      sql.queryForList("select set_config('hub.archived_month', '2026_11', true)");
      sql.update("insert into archive.payment_status_2026_11 select * from payment_status");
      sql.update("delete from payment_status");
    })).hasMessageContaining("rows have no equal row in the archive");
    assertThat(count("payment_status")).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '#', quoteCharacter = '`', value = {
      "delete from archived_payment # is not back",
      "update archived_payout set amount_vnd = 1 # append-only",
      "update archived_payment set state = 'REJECTED' # append-only",
      "truncate archived_payment # append-only",
      "insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
          + " select period, 'agribank', programme, 'PAID', payout_id, 1, amount_vnd, '2028-12-15' from archived_payout # does not stand here"})
  void whatIsArchivedIsNeitherForgottenNorChangedNorBooked(String change, String why) {
    paidMonth();
    archive(10);
    assertThatThrownBy(() -> sql.update(change)).hasMessageContaining(why);
  }

  @ParameterizedTest
  @CsvSource(quoteCharacter = '`', value = {"payout, amount_vnd = amount_vnd + 1", "payment, state = 'RETURNED'",
      "payment_status, partner_ref = 'x'", "payout_result, revision = revision + 1"})
  void anArchiveThatWasChangedDoesNotComeBack(String kind, String change) {
    paidMonth();
    archive(10);
    sql.update("update archive." + kind + "_2026_11 set " + change);
    assertThatThrownBy(() -> unarchive(10)).hasMessageContaining("in the archive is not what was archived");
    assertThat(count("payout")).isZero();
  }

  @Test
  void aPaymentWithTheIdOfAnArchivedOneIsRefused() {
    paidMonth();
    archive(10);
    String other = story.handOver(Channel.BANK, 100_000).get(0);
    assertThatThrownBy(() -> sql.update("insert into payment (payout_id, attempt, end_to_end_id, channel, partner, amount_vnd, state,"
        + " updated_at) select payout_id, 2, ?, channel, partner, amount_vnd, 'CANCELLED', now() from payment where end_to_end_id = ?",
        ids.get(0), other)).hasMessageContaining("is that of an archived payment");
  }

  private Books.BatchRow batch;

  /** November paid by the bank, written back, closed; the business clock stands two years later. */
  private void paidMonth() {
    ids = story.sent(Channel.BANK, 100_000, 200_000, 300_000, 400_000, 500_000);
    batch = books.batchOf(ids.get(0));
    Line[] lines = new Line[5];
    for (int i = 0; i < 5; i++) {
      lines[i] = Line.of(ids.get(i), (i + 1) * 100_000L, "00");
    }
    story.feed(BankMessages.part(batch, 1, true, lines));
    over();
  }

  private void over() {
    sql.update("update case_record set state = 'CLOSED'");
    sql.update("update result_change set written = true");
    sql.update("update payroll set receipt_status = 'SETTLED', receipt_written = receipt_revision");
    story.close(NOVEMBER);
    story.itIs(TWO_YEARS_LATER);
  }

  private void archive(int most) {
    assertThat(obstacles()).isEmpty();
    months.begin(NOVEMBER, story.instant());
    OldMonths.Step step = months.move(NOVEMBER, 0, most, OldMonths.paidUntil(TWO_YEARS_LATER, KEEP));
    while (step.lastId() != null) {
      step = months.move(NOVEMBER, step.lastId(), most, OldMonths.paidUntil(TWO_YEARS_LATER, KEEP));
    }
    months.end(NOVEMBER, story.instant());
  }

  private void unarchive(int most) {
    months.beginUnarchiving(NOVEMBER);
    int back = months.unarchive(NOVEMBER, most);
    while (back > 0) {
      back = months.unarchive(NOVEMBER, most);
    }
    months.endUnarchiving(NOVEMBER);
  }

  private List<Reason> obstacles() {
    return months.obstacles(NOVEMBER, TWO_YEARS_LATER, KEEP).stream().map(OldMonths.Obstacle::reason).toList();
  }

  /** Every table by a hash over all its rows. */
  private Map<String, String> rows() {
    Map<String, String> all = new TreeMap<>();
    for (String table : sql.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class)) {
      all.put(table, hash("select * from " + table));
    }
    return all;
  }

  private static Map<String, String> withoutSlimRows(Map<String, String> rows) {
    Map<String, String> rest = new TreeMap<>(rows);
    rest.keySet().removeIf(table -> table.startsWith("archived_"));
    return rest;
  }

  /** What the money rules are about, without times of the wall clock. */
  private Map<String, String> books() {
    Map<String, String> all = new TreeMap<>();
    List.of("payout", "payment", "payment_status", "booking", "payout_result", "funding_need", "refused_payment", "duplicate_payment",
        "paid_batch", "payment_paid_outside", "case_record").forEach(table -> all.put(table, hash("select * from " + table)));
    all.put("paid_day", hash("select partner, paid_on, sum(paid_vnd), sum(in_error_vnd) from paid_day group by 1, 2"
        + " having sum(paid_vnd) <> 0 or sum(in_error_vnd) <> 0"));
    all.put("batch", hash("select batch_id, state, answered, still_owed from batch"));
    return all;
  }

  private String hash(String rows) {
    return sql.queryForObject("select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text)), '') from (" + rows
        + ") t", String.class);
  }

  private List<Map<String, Object>> sums() {
    List<Map<String, Object>> all = new ArrayList<>();
    for (String text : List.of("reconciliation/find-settlement-rows", "reconciliation/sum-cashless",
        "operations/sum-payouts-by-channel", "operations/sum-payouts-of-payroll", "operations/list-batches-of-payroll",
        "operations/sum-payments-of-batch")) {
      List<Map<String, Object>> rows = sql.queryForList(SqlText.of(text).replace(":period", "date '2026-11-01'")
          .replace(":payroll", "(select min(payroll_id) from payroll)").replace(":batch", "(select min(batch_id) from batch)"));
      assertThat(rows).as(text).isNotEmpty();
      all.addAll(rows);
    }
    all.addAll(sql.queryForList("select stated, written, moved_on from (" + SqlText.of("operations/show-payroll")
        .replace(":payroll", "(select min(payroll_id) from payroll)") + ") shown"));
    return all;
  }

  private String refusalOf(String entitlement, String from, String to) {
    TransactionTemplate undone = new TransactionTemplate(story.bean(PlatformTransactionManager.class));
    return undone.execute(status -> {
      status.setRollbackOnly();
      String payroll = sql.queryForObject("select min(payroll_id) from payroll", String.class);
      sql.execute(SqlText.of("payroll/open-stage"));
      sql.update("insert into taken_line (line_no, amount_vnd, entitlement_id, kind, for_from, for_to, beneficiary_id, beneficiary_name,"
          + " circumstance, no_transfer, cash_place, payee_name, payee_relation, channel, partner) values (99, 100000, ?, 'REGULAR',"
          + " ?::date, ?::date, 'NGUOI-01', 'Đỗ Thị Hường', 'NONE', false, 'HOME', 'Đỗ Thị Hường', 'SELF', 'BANK', 'agribank')",
          entitlement, from, to);
      story.bean(NewPayouts.class).make(new NewPayouts.Origin(payroll, "BTXH", HubStory.COMMUNE_FOLDER, LocalDate.of(2026, 11, 1),
          LocalDate.of(2026, 11, 2), LocalDate.of(2026, 11, 17)), Instant.parse("2028-12-15T01:00:00Z"));
      sql.update(SqlText.of("payroll/book-lines/02-refuse-taken-keys").replace(":payroll", "'" + payroll + "'"));
      return sql.queryForList("select reason_code || ' ' || reason_text from payroll_refusal where line_no = 99", String.class).stream()
          .findFirst().orElse("none");
    });
  }

  private void statement(String payment, long amount) {
    long file = sql.queryForObject("insert into file (direction, partner, name, sha256, size_bytes, content_key, state, received_at, kind)"
        + " values ('IN', 'agribank', 'SK_1', 'x', 1, 'x', 'DONE', now(), 'STATEMENT') returning file_id", Long.class);
    long statement = sql.queryForObject("insert into statement (partner, account, day, opening_vnd, closing_vnd, file_id, state, taken_at,"
        + " chained_at) values ('agribank', '1', '2028-12-14', 0, ?, ?, 'CHAINED', now(), now()) returning statement_id", Long.class, amount,
        file);
    sql.update("insert into statement_entry (statement_id, line_no, no, side, amount_vnd, reference, kind, end_to_end_id)"
        + " values (?, 1, 1, 'C', ?, ?, 'RETURN', ?)", statement, amount, payment, payment);
  }

  private void inTransaction(Runnable work) {
    new TransactionTemplate(story.bean(PlatformTransactionManager.class)).executeWithoutResult(status -> work.run());
  }

  private <T> T inTransactionGive(Supplier<T> work) {
    return new TransactionTemplate(story.bean(PlatformTransactionManager.class)).execute(status -> work.get());
  }

  private int count(String table) {
    return sql.queryForObject("select count(*) from " + table, Integer.class);
  }
}
