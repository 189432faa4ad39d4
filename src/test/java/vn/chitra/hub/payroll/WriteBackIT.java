package vn.chitra.hub.payroll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.fixture.WelfareFixture;
import vn.chitra.hub.support.MovableClock;

@SpringJUnitConfig(IntakeSetting.class)
class WriteBackIT {

  private static final String WRITTEN = "SELECT DISTINCT written FROM result_change JOIN payout_result USING (change_id)";
  private static final Duration FIRST_WAIT = Duration.ofSeconds(30);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
  private static final String NOV = "BTXH-04792-2026-11";

  @Autowired
  private WriteBack writeBack;
  @Autowired
  private TakePayroll takePayroll;
  @Autowired
  private WelfareFixture welfare;
  @Autowired
  private PlatformTransactionManager hubTransactions;
  @Autowired
  private IntakeSetting.OpenedCases cases;
  @Autowired
  private MovableClock wallClock;

  @BeforeEach
  void aPayrollIsTaken() {
    wallClock.pass(Duration.ofHours(1));   // rows that an earlier test left refused are due
    welfare.emptied().people(1, 2).payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2025-01").approve(NOV);
    takePayroll.take(NOV);
    cases.opened.clear();
  }

  @AfterEach
  void theProvinceTakesEverything() {
    welfare.province.execute("ALTER TABLE welfare.payout_result DROP CONSTRAINT IF EXISTS no_second_line");
    List.of("payroll_receipt", "payroll_refusal", "funding_need", "payout_result").forEach(this::removeCounting);
    welfare.province.execute("DROP SEQUENCE IF EXISTS welfare.tries");
  }

  @Test
  void theReceiptIsWrittenOnceAndAgainWhenItMoves() {
    assertThat(writeBack.writeReceipts()).isEqualTo(1);
    assertThat(receipt()).containsEntry("status", "TAKEN").containsEntry("accepted_count", 1).containsEntry("accepted_vnd", 500_000L)
        .containsEntry("refused_count", 1).containsEntry("refused_vnd", 500_000L);
    assertThat(receipt().get("message")).asString().startsWith("Từ chối 1 dòng");
    assertThat(writeBack.writeReceipts()).isZero();

    welfare.hub.update("UPDATE payroll SET receipt_status = 'DISPATCHED', receipt_revision = receipt_revision + 1");
    assertThat(writeBack.writeReceipts()).isEqualTo(1);
    assertThat(receipt()).containsEntry("status", "DISPATCHED");
  }

  @Test
  void whatIsWrittenCarriesTheTimeOfTheWall() {
    writeBack.writeReceipts();
    assertThat(welfare.province.queryForObject("SELECT updated_at = ?::timestamptz FROM welfare.payroll_receipt", Boolean.class,
        wallClock.instant().toString())).isTrue();
  }

  @Test
  void refusalsAreWrittenWithTheirReasons() {
    assertThat(writeBack.writeRefusals()).isEqualTo(1);
    assertThat(writeBack.writeRefusals()).isZero();
    assertThat(welfare.province.queryForMap("SELECT * FROM welfare.payroll_refusal")).containsEntry("payroll_id", NOV)
        .containsEntry("line_no", 2).containsEntry("reason_code", "OUTSIDE_PERIOD")
        .containsEntry("reason_text", "Tháng 01/2025 nằm ngoài kỳ 11/2026 của bảng.");
  }

  @Test
  void fundingNeedsFollowTheirRevisions() {
    need("buu-dien", 1, 500_000, 1);
    assertThat(writeBack.writeFundingNeeds()).isEqualTo(1);
    welfare.hub.update("UPDATE funding_need SET item_count = 0, total_vnd = 0, revision = 2");
    need("ngan-hang", 1, 500_000, 1);
    assertThat(writeBack.writeFundingNeeds()).isEqualTo(2);
    assertThat(welfare.province.queryForList(
        "SELECT partner || ' ' || item_count || ' ' || total_vnd || ' ' || revision FROM welfare.funding_need ORDER BY partner",
        String.class)).containsExactly("buu-dien 0 0 2", "ngan-hang 1 500000 1");
    assertThat(writeBack.writeFundingNeeds()).isZero();
  }

  @Test
  void aResultIsWrittenWithEveryColumn() {
    result(1, "PAID", 1);
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(welfare.province.queryForMap("SELECT * FROM welfare.payout_result")).containsEntry("payroll_id", NOV)
        .containsEntry("line_no", 1).containsEntry("outcome", "PAID").containsEntry("channel", "BANK")
        .containsEntry("partner", "ngan-hang").containsEntry("end_to_end_id", "H000000000000001").containsEntry("amount_vnd", 500_000L)
        .containsEntry("received_by", "Đỗ Thị Hường").containsEntry("partner_ref", "FT1").containsEntry("revision", 1)
        .containsEntry("reason_code", null);
    assertThat(writeBack.writeResults()).isZero();
  }

  @Test
  void aLowerRevisionNeverOverwritesAHigherOne() {
    result(1, "PAID", 2);
    writeBack.writeResults();
    changed("outcome = 'CARRIED_OVER', revision = 1");
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(outcomeInWelfare(1)).isEqualTo("PAID 2");
    assertThat(writeBack.writeResults()).isZero();

    need("buu-dien", 5, 1, 4);
    writeBack.writeFundingNeeds();
    welfare.hub.update("UPDATE funding_need SET item_count = 9, revision = 3, written_revision = 0");
    writeBack.writeFundingNeeds();
    assertThat(welfare.province.queryForObject("SELECT item_count FROM welfare.funding_need", Integer.class)).isEqualTo(5);
  }

  @Test
  void aHigherRevisionCorrectsTheRow() {
    result(1, "PAID", 1);
    writeBack.writeResults();
    changed("outcome = 'REOPENED', revision = 2");
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(outcomeInWelfare(1)).isEqualTo("REOPENED 2");
  }

  @Test
  void writtenButNotMarkedIsWrittenAgainToTheSameEnd() {
    result(1, "PAID", 1);
    writeBack.writeResults();
    welfare.hub.update("UPDATE result_change SET written = false");
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(outcomeInWelfare(1)).isEqualTo("PAID 1");
    assertThat(writeBack.writeResults()).isZero();
  }

  @Test
  void severalChangesAreWrittenEachOnce() {
    result(1, "PAID", 1);
    result(2, "CARRIED_OVER", 1);
    changed("revision = 2");
    assertThat(writeBack.writeResults()).as("the first two changes have no rows any more").isEqualTo(2);
    assertThat(welfare.hub.queryForList(WRITTEN, Boolean.class)).containsExactly(true);
    assertThat(outcomeInWelfare(2)).isEqualTo("CARRIED_OVER 2");
    assertThat(writeBack.writeResults()).isZero();
  }

  @Test
  void aRowThatTheProvinceRefusesHoldsUpNoOtherAndIsACase() {
    result(1, "PAID", 1);
    result(2, "CARRIED_OVER", 1);
    welfare.province.execute("ALTER TABLE welfare.payout_result ADD CONSTRAINT no_second_line CHECK (line_no <> 2)");
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(outcomeInWelfare(1)).isEqualTo("PAID 1");
    assertThat(cases.opened).singleElement().satisfies(one -> {
      assertThat(one.kind()).isEqualTo(CaseKind.WELFARE_ROW_REFUSED);
      assertThat(one.subject()).isEqualTo("payroll:" + NOV);
      assertThat(one.evidence()).contains("1 dòng kết quả", "dòng đầu 2", "SQLSTATE 23514", "no_second_line").doesNotContain("Hường");
    });
    wallClock.pass(FIRST_WAIT);
    assertThat(writeBack.writeResults()).as("due, and refused again").isZero();

    welfare.province.execute("ALTER TABLE welfare.payout_result DROP CONSTRAINT no_second_line");
    wallClock.pass(LONGEST_WAIT);
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(outcomeInWelfare(2)).isEqualTo("CARRIED_OVER 1");
    assertThat(writeBack.writeResults()).isZero();
    everythingElse();
    assertThat(cases.closedOthers).as("nothing stands any more").endsWith("WELFARE_ROW_REFUSED []");
  }

  /** Of a change of many results one is refused: the others are written once, and only the one is tried again. */
  @Test
  void oneRefusedRowOfAChangeLeavesTheOthersWritten() {
    result(1, "PAID", 1);
    result(2, "CARRIED_OVER", 1);
    changed("revision = 2");
    welfare.province.execute("ALTER TABLE welfare.payout_result ADD CONSTRAINT no_second_line CHECK (line_no <> 2)");
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(welfare.hub.queryForObject("SELECT count(*) FROM result_change JOIN payout_result USING (change_id) WHERE NOT written",
        Integer.class)).isEqualTo(1);
    assertThat(writeBack.writeResults()).isZero();

    changed("revision = 3");
    assertThat(writeBack.writeResults()).as("a newer change of the same rows").isEqualTo(1);
    assertThat(outcomeInWelfare(1)).isEqualTo("PAID 3");
  }

  @Test
  void aRefusedReceiptRefusalOrNeedHoldsUpNoOtherEither() {
    need("buu-dien", 1, 500_000, 1);
    need("ngan-hang", 1, 500_000, 1);
    welfare.province.execute("ALTER TABLE welfare.funding_need ADD CONSTRAINT no_post CHECK (partner <> 'buu-dien')");
    try {
      assertThat(writeBack.writeFundingNeeds()).isEqualTo(1);
      assertThat(writeBack.writeFundingNeeds()).isZero();
      assertThat(cases.opened).extracting(NewCase::kind).containsOnly(CaseKind.WELFARE_ROW_REFUSED);
    } finally {
      welfare.province.execute("ALTER TABLE welfare.funding_need DROP CONSTRAINT no_post");
    }
    wallClock.pass(LONGEST_WAIT);
    assertThat(writeBack.writeFundingNeeds()).isEqualTo(1);
    assertThat(writeBack.writeReceipts()).isEqualTo(1);
    assertThat(writeBack.writeRefusals()).isEqualTo(1);
  }

  /** More refused rows than one chunk holds, all before the one that would be taken. */
  @Test
  void refusedRowsAtTheHeadHoldUpNoneBehindThem() {
    welfare.hub.update("INSERT INTO payroll_refusal (payroll_id, line_no, amount_vnd, reason_code, reason_text)"
        + " SELECT ?, 1000 + n, 1, 'DUPLICATE', 'x' FROM generate_series(1, 2500) n", NOV);
    welfare.province.execute("ALTER TABLE welfare.payroll_refusal ADD CONSTRAINT only_the_last CHECK (line_no IN (2, 3500))");
    try {
      assertThat(writeBack.writeRefusals()).as("the one before and the one behind them").isEqualTo(2);
      assertThat(cases.opened).singleElement().satisfies(one -> assertThat(one.evidence()).contains("2499 dòng từ chối"));
    } finally {
      welfare.province.execute("ALTER TABLE welfare.payroll_refusal DROP CONSTRAINT only_the_last");
    }
    wallClock.pass(LONGEST_WAIT);
    assertThat(writeBack.writeRefusals()).isEqualTo(2499);
  }

  /** The first wait is half a minute, each further one twice as long, and none is longer than a quarter of an hour. */
  @Test
  void aRefusedRowIsTriedLessAndLessOften() {
    result(2, "CARRIED_OVER", 1);
    countTries("payout_result", "new.line_no = 2", "P0001");
    writeBack.writeResults();
    List<Long> waits = List.of(30L, 60L, 120L, 240L, 480L, 900L, 900L);
    for (int wait = 0; wait < waits.size(); wait++) {
      long before = tries();
      wallClock.pass(Duration.ofSeconds(waits.get(wait) - 1));
      writeBack.writeResults();
      assertThat(tries()).as("before wait %d is over", wait + 1).isEqualTo(before);
      wallClock.pass(Duration.ofSeconds(1));
      writeBack.writeResults();
      assertThat(tries()).as("when wait %d is over", wait + 1).isGreaterThan(before);
    }
  }

  @Test
  void everyKindOfRowRestsAfterARefusal() {
    need("buu-dien", 1, 500_000, 1);
    result(1, "PAID", 1);
    for (String table : List.of("payroll_receipt", "payroll_refusal", "funding_need", "payout_result")) {
      countTries(table, "true", "P0001");
    }
    for (int run = 0; run < 5; run++) {
      everythingElse();
    }
    assertThat(tries()).as("each row twice: in its chunk and by itself").isEqualTo(8);
    assertThat(cases.opened).hasSize(4);
  }

  @Test
  void aNewerRevisionOfARefusedRowIsTriedAtOnce() {
    result(2, "CARRIED_OVER", 1);
    welfare.province.execute("ALTER TABLE welfare.payout_result ADD CONSTRAINT no_second_line CHECK (revision > 1)");
    assertThat(writeBack.writeResults()).isZero();
    changed("revision = 2");
    assertThat(writeBack.writeResults()).isEqualTo(1);
    need("buu-dien", 1, 500_000, 1);
    countTries("funding_need", "new.revision = 1", "P0001");
    assertThat(writeBack.writeFundingNeeds()).isZero();
    welfare.hub.update("UPDATE funding_need SET revision = 2");
    assertThat(writeBack.writeFundingNeeds()).isEqualTo(1);
    everythingElse();
    assertThat(cases.closedOthers).endsWith("WELFARE_ROW_REFUSED []");
  }

  /** Whoever has put the cause right closes the case, and need not wait. */
  @Test
  void aPersonWhoClosesTheCaseHasTheRowTriedAtOnce() {
    result(2, "CARRIED_OVER", 1);
    welfare.province.execute("ALTER TABLE welfare.payout_result ADD CONSTRAINT no_second_line CHECK (line_no <> 2)");
    assertThat(writeBack.writeResults()).isZero();
    cases.opened.clear();
    assertThat(writeBack.writeResults()).isZero();
    assertThat(cases.opened).as("refused as before: the case is open once more").hasSize(1);
    welfare.province.execute("ALTER TABLE welfare.payout_result DROP CONSTRAINT no_second_line");
    assertThat(writeBack.writeResults()).as("rests").isZero();
    cases.opened.clear();
    assertThat(writeBack.writeResults()).isEqualTo(1);
  }

  /** The province's own trigger, or its policy for rows, lacks or refuses a right for one row only. */
  @Test
  void aRightThatIsMissingForOneRowHoldsUpNoOther() {
    result(1, "PAID", 1);
    result(2, "CARRIED_OVER", 1);
    countTries("payout_result", "new.line_no = 2", "42501");
    assertThat(writeBack.writeResults()).isEqualTo(1);
    assertThat(cases.opened).singleElement().satisfies(one -> assertThat(one.evidence()).contains("dòng đầu 2", "SQLSTATE 42501"));
    removeCounting("payout_result");
    changed("revision = 2");
    welfare.province.execute("ALTER TABLE welfare.payout_result ENABLE ROW LEVEL SECURITY");
    welfare.province.execute("CREATE POLICY first_line ON welfare.payout_result USING (line_no <> 2)");
    try {
      assertThat(writeBack.writeResults()).isEqualTo(1);
      assertThat(outcomeInWelfare(1)).isEqualTo("PAID 2");
    } finally {
      welfare.province.execute("DROP POLICY first_line ON welfare.payout_result");
      welfare.province.execute("ALTER TABLE welfare.payout_result DISABLE ROW LEVEL SECURITY");
    }
  }

  /** A trigger refuses the rows of the condition; the sequence counts its tries, also those that were rolled back. */
  private void countTries(String table, String condition, String state) {
    welfare.province.execute("CREATE SEQUENCE IF NOT EXISTS welfare.tries");
    welfare.province.execute("GRANT USAGE ON SEQUENCE welfare.tries TO hub_guest");
    welfare.province.execute("CREATE FUNCTION welfare.refuse_" + table + "() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF " + condition
        + " THEN PERFORM nextval('welfare.tries'); RAISE EXCEPTION 'no' USING ERRCODE = '" + state + "'; END IF; RETURN new; END $$");
    welfare.province.execute("CREATE TRIGGER refuse BEFORE INSERT OR UPDATE ON welfare." + table
        + " FOR EACH ROW EXECUTE FUNCTION welfare.refuse_" + table + "()");
  }

  private void removeCounting(String table) {
    welfare.province.execute("DROP FUNCTION IF EXISTS welfare.refuse_" + table + "() CASCADE");
  }

  private long tries() {
    return welfare.province.queryForObject("SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM welfare.tries", Long.class);
  }

  /** A right that is missing concerns every row: nothing is written, and it is no case of a row. */
  @Test
  void withoutTheRightNothingIsWrittenAndTheErrorIsThrown() {
    result(1, "PAID", 1);
    welfare.province.execute("REVOKE INSERT ON welfare.payout_result FROM hub_guest");
    try {
      assertThatThrownBy(writeBack::writeResults).isInstanceOf(DataAccessException.class);
      assertThat(cases.opened).isEmpty();
    } finally {
      welfare.province.execute("GRANT INSERT ON welfare.payout_result TO hub_guest");
    }
    assertThat(writeBack.writeResults()).isEqualTo(1);
  }

  private void everythingElse() {
    writeBack.writeReceipts();
    writeBack.writeRefusals();
    writeBack.writeFundingNeeds();
    writeBack.writeResults();
  }

  @Test
  void moreRowsThanAChunkAreAllWritten() {
    welfare.province.update("""
        INSERT INTO welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd)
        SELECT ?, n, 'QD-1', 'ONE_OFF', '2026-11', '2026-11', 1 FROM generate_series(3, 2502) n
        """, NOV);
    welfare.hub.update("""
        WITH change AS (INSERT INTO result_change DEFAULT VALUES RETURNING change_id)
        INSERT INTO payout_result (payroll_id, line_no, payout_id, outcome, amount_vnd, revision, change_id, updated_at)
        SELECT ?, n, (SELECT payout_id FROM payout), 'CARRIED_OVER', 1, 1, change_id, now() FROM change, generate_series(3, 2502) n
        """, NOV);
    assertThat(writeBack.writeResults()).isEqualTo(2_500);
    assertThat(welfare.province.queryForObject("SELECT count(*) FROM welfare.payout_result", Integer.class)).isEqualTo(2_500);
    assertThat(writeBack.writeResults()).isZero();
  }

  @Test
  void nothingIsWrittenOutsideWhileAHubTransactionIsOpen() {
    TransactionTemplate hub = new TransactionTemplate(hubTransactions);
    assertThatIllegalStateException().isThrownBy(() -> hub.execute(status -> writeBack.writeReceipts()));
    assertThat(writeBack.writeReceipts()).isEqualTo(1);
  }

  /** Every result changes, as the hub changes them: by a new change. */
  private void changed(String columns) {
    welfare.hub.update("WITH change AS (INSERT INTO result_change DEFAULT VALUES RETURNING change_id) UPDATE payout_result SET " + columns
        + ", change_id = change.change_id FROM change");
  }

  private void need(String partner, int count, long vnd, int revision) {
    welfare.hub.update("INSERT INTO funding_need (payroll_id, partner, item_count, total_vnd, revision, updated_at) "
        + "VALUES (?, ?, ?, ?, ?, now())", NOV, partner, count, vnd, revision);
  }

  private void result(int lineNo, String outcome, int revision) {
    welfare.hub.update("""
        WITH change AS (INSERT INTO result_change DEFAULT VALUES RETURNING change_id)
        INSERT INTO payout_result (payroll_id, line_no, payout_id, outcome, channel, partner, end_to_end_id, amount_vnd, paid_on,
          received_by, partner_ref, revision, change_id, updated_at)
        SELECT ?, ?, (SELECT payout_id FROM payout), ?, 'BANK', 'ngan-hang', 'H000000000000001', 500000, '2026-11-06', 'Đỗ Thị Hường',
          'FT1', ?, change_id, now() FROM change
        """, NOV, lineNo, outcome, revision);
  }

  private Map<String, Object> receipt() {
    return welfare.province.queryForMap("SELECT * FROM welfare.payroll_receipt");
  }

  private String outcomeInWelfare(int lineNo) {
    return welfare.province.queryForObject("SELECT outcome || ' ' || revision FROM welfare.payout_result WHERE line_no = ?", String.class,
        lineNo);
  }
}
