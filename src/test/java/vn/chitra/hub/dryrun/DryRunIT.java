package vn.chitra.hub.dryrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.batch.PreviewFiles;
import vn.chitra.hub.dryrun.DryRun.Outcome;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payroll.ComingPayrolls;
import vn.chitra.hub.payroll.TakePayroll;
import vn.chitra.hub.payroll.Tally;

/** A dry run says what intake, planning and batching will do, and does nothing of it. */
class DryRunIT {

  private static final String OCT = DryRunHub.OCT;
  private static final String NOV = DryRunHub.NOV;

  private DryRunHub hub;

  @BeforeEach
  void october() {
    hub = DryRunHub.begin().october(8);
  }

  /** Every kind of end that a line has: accepted at a bank and in cash, refused by each stage, held by each stage. */
  private void novemberWithTroubles() {
    hub.welfare.status(2, "DECEASED", "2026-10-02").status(3, "MOVED", null).withoutAccount(4).account(5, "2700205999999", "2026-01-10");
    hub.welfare.payroll(NOV, "2026-11").regular(NOV, 1, 1, "2026-11").regular(NOV, 2, 2, "2026-11").regular(NOV, 3, 3, "2026-11")
        .regular(NOV, 4, 4, "2026-11").regular(NOV, 5, 5, "2026-11").line(NOV, 6, 6, "REGULAR", "2026-11", "2026-11", -5)
        .regular(NOV, 7, 1, "2026-11").line(NOV, 8, 7, "REGULAR", "2026-10", "2026-11", 1_000_000)
        .line(NOV, 9, 8, "REGULAR", "2026-11", "2026-11", 700_000_000).line(NOV, 10, 8, "ARREARS", "2026-05", "2026-06", 400_000)
        .line(NOV, 11, 8, "ARREARS", "2026-05", "2026-06", 400_000);
    hub.welfare.province.update("update welfare.payroll set period_from = '2026-10' where payroll_id = ?", NOV);
    hub.welfare.approve(NOV);
  }

  @Test
  void itForetellsEveryRefusalAndEveryHoldOfIntakeAndPlanning() {
    novemberWithTroubles();
    List<String> refused = new ArrayList<>();
    List<String> held = new ArrayList<>();
    Tally[] tallies = hub.run(NOV, result -> {
      result.forEachRefused(Integer.MAX_VALUE, one -> refused.add(one.lineNo() + " " + one.amountVnd() + " " + one.why()));
      result.forEachHeld(Integer.MAX_VALUE, one -> held.add(one.lineNo() + " " + one.amountVnd() + " " + one.reason()));
      return new Tally[] {result.decided().booked().accepted(), result.decided().booked().refused(), result.decided().planned(),
          result.decided().held()};
    });

    hub.taken(NOV);

    assertThat(refused).isNotEmpty().isEqualTo(hub.jdbc.queryForList("select line_no || ' ' || amount_vnd || ' ' || reason_text"
        + " from payroll_refusal where payroll_id = ? order by line_no", String.class, NOV));
    assertThat(held).isNotEmpty().isEqualTo(hub.jdbc.queryForList("select current_line_no || ' ' || amount_vnd || ' ' || hold_reason"
        + " from payout where current_payroll_id = ? and state = 'HELD' order by current_line_no", String.class, NOV));
    assertThat(hub.welfare.refusals(NOV)).containsExactly("2 DECEASED", "6 AMOUNT_NOT_POSITIVE", "7 DUPLICATE", "8 MONTH_ALREADY_PAID",
        "11 DUPLICATE");
    assertThat(held).extracting(one -> one.substring(one.lastIndexOf(' ') + 1))
        .containsExactly("STATUS_WITHOUT_DATE", "TWO_ACCOUNTS", "OVER_BANK_LIMIT");
    assertThat(tallies[0]).isEqualTo(tally("select accepted_count, accepted_vnd from payroll where payroll_id = ?"));
    assertThat(tallies[1]).isEqualTo(tally("select refused_count, refused_vnd from payroll where payroll_id = ?"));
    assertThat(tallies[2]).isEqualTo(tally("select count(*), sum(amount_vnd) from payment join payout p using (payout_id)"
        .replace("amount_vnd", "payment.amount_vnd") + " where p.current_payroll_id = ?"));
    assertThat(tallies[3]).isEqualTo(tally("select count(*), sum(amount_vnd) from payout where state = 'HELD' and current_payroll_id = ?"));
  }

  private Tally tally(String sql) {
    return hub.jdbc.queryForObject(sql, (row, n) -> new Tally(row.getInt(1), row.getLong(2)), NOV);
  }

  @Test
  void itForetellsRevivals() {
    hub.jdbc.update("update payment set state = 'CANCELLED'");
    hub.jdbc.update("update payout set state = 'CARRIED_OVER' where current_line_no <= 2");
    hub.welfare.payroll(NOV, "2026-11").carries(NOV, 1, 1, "2026-10", 500_000, OCT, 1).carries(NOV, 2, 2, "2026-10", 500_000, OCT, 2)
        .carries(NOV, 3, 3, "2026-10", 500_000, OCT, 3).approve(NOV);

    List<String> refused = new ArrayList<>();
    int accepted = hub.run(NOV, result -> {
      result.forEachRefused(Integer.MAX_VALUE, one -> refused.add(one.lineNo() + " " + one.field().vietnamese()));
      return result.decided().planned().count();
    });

    assertThat(accepted).isEqualTo(2);
    assertThat(refused).containsExactly("3 dòng được chuyển tiếp");
    assertThat(hub.jdbc.queryForObject("select count(*) from payout where state = 'CARRIED_OVER'", Integer.class)).isEqualTo(2);
  }

  /** A payout whose key was freed is planned anew only when nothing of the first can have been paid. */
  @Test
  void itForetellsTheHoldForAPredecessorThatWasPaid() {
    hub.jdbc.update("update payment set state = 'CANCELLED'");
    hub.jdbc.update("update payout set state = 'STOPPED', key_freed = true where current_line_no <= 2");
    hub.jdbc.update("update payment set state = 'PAID_IN_ERROR', paid_on = '2026-10-05'"
        + " where payout_id = (select payout_id from payout where current_line_no = 2)");
    hub.welfare.payroll(NOV, "2026-10", "2026-11").regular(NOV, 1, 1, "2026-10").regular(NOV, 2, 2, "2026-10").approve(NOV);
    List<String> held = new ArrayList<>();

    hub.run(NOV, result -> {
      result.forEachHeld(Integer.MAX_VALUE, one -> held.add(one.lineNo() + " " + one.reason()));
      return result;
    });
    hub.taken(NOV);

    assertThat(held).containsExactly("2 PREDECESSOR_PAID").isEqualTo(hub.jdbc.queryForList("select current_line_no || ' ' || hold_reason"
        + " from payout where current_payroll_id = ? and state = 'HELD'", String.class, NOV));
  }

  @Test
  void itWritesAndVerifiesTheFilesThatWouldBeSent() {
    hub.welfare.withoutAccount(4);
    hub.november(1, 2, 3, 4, 5, 6, 7, 8).welfare.approve(NOV);

    List<PreviewFiles.Preview> files = hub.run(NOV, result -> result.decided().files());

    assertThat(files).extracting(PreviewFiles.Preview::partner).containsExactly("agribank", "buu-dien");
    assertThat(files).extracting(PreviewFiles.Preview::payments).containsExactly(7, 1);
    assertThat(files).extracting(PreviewFiles.Preview::totalVnd).containsExactly(3_500_000L, 500_000L);
    assertThat(files).allSatisfy(one -> assertThat(one.complaints()).isEmpty());
  }

  @Test
  void nothingIsWrittenButTemporaryTables() throws Exception {
    novemberWithTroubles();
    Map<String, Long> before = rowsAndSequences();
    List<String> files = archive();

    // Counts of transactions before it stand among those of this one until the session has handed them on, which it does once a second.
    hub.jdbc.queryForList("select pg_stat_force_next_flush()::text");

    for (int i = 0; i < 8; i++) {   // the driver prepares a statement on the server from its fifth use
      hub.run(NOV, result -> {
        assertThat(written("schemaname = 'public'")).as("real tables written by this transaction").isEmpty();
        assertThat(written("schemaname like 'pg_temp%'")).contains("payout", "payment", "payroll_refusal");
        return result;
      });
    }

    assertThat(rowsAndSequences()).isEqualTo(before);
    assertThat(archive()).isEqualTo(files);
    assertThat(hub.jdbc.queryForObject("select count(*) from payroll where payroll_id = ?", Integer.class, NOV)).isZero();
  }

  /** By PostgreSQL's own count of the rows inserted, updated and deleted in this transaction. */
  private List<String> written(String which) {
    return hub.jdbc.queryForList("select relname from pg_stat_xact_user_tables where n_tup_ins + n_tup_upd + n_tup_del > 0 and " + which,
        String.class);
  }

  private Map<String, Long> rowsAndSequences() {
    Map<String, Long> found = new TreeMap<>();
    for (String table : hub.jdbc.queryForList("select tablename from pg_tables where schemaname = 'public'", String.class)) {
      found.put(table, hub.jdbc.queryForObject("select count(*) from " + table, Long.class));
    }
    hub.jdbc.query("select sequencename, coalesce(last_value, 0) from pg_sequences where schemaname = 'public'", row -> {
      found.put(row.getString(1), row.getLong(2));
    });
    return found;
  }

  /** Whatever somebody adds to the dry run. */
  @Test
  void theDatabaseRefusesEveryOtherWrite() {
    hub.november(1);

    for (String write : List.of("insert into public.payroll_reopened (payroll_id) values ('x')", "update public.payout set attempt = 2",
        "delete from public.outbox", "select nextval(pg_get_serial_sequence('public.outbox', 'outbox_id'))",
        "select open_case('PAYOUT_HELD', 'payout:1', 'x', now(), now())")) {
      assertThatThrownBy(() -> hub.run(NOV, result -> {
        hub.jdbc.execute(write);
        return result;
      })).as(write).rootCause().hasMessageContaining("read-only transaction");
    }
  }

  private List<String> archive() throws Exception {
    try (Stream<Path> files = Files.walk(hub.bean(Archive.class).root())) {
      return files.map(Object::toString).sorted().toList();
    }
  }

  /** A statement of intake that was prepared on the server before must not reach the real table now, nor the temporary one afterwards. */
  @Test
  void statementsThatWerePreparedBeforeMeanTheRightTables() {
    for (int month = 1; month <= 8; month++) {
      String payroll = "BTXH-04792-2026-0" + month;
      hub.welfare.payroll(payroll, "2026-0" + month).regular(payroll, 1, 1, "2026-0" + month).approve(payroll);
      hub.taken(payroll);
    }
    hub.november(1, 2).welfare.approve(NOV);

    for (int i = 0; i < 8; i++) {
      assertThat(hub.<Integer>run(NOV, result -> result.decided().planned().count())).isEqualTo(2);
    }
    hub.taken(NOV);

    assertThat(hub.jdbc.queryForObject("select count(*) from payment join payout p using (payout_id) where p.current_payroll_id = ?",
        Integer.class, NOV)).isEqualTo(2);
  }

  @Test
  void intakeAndPlanningGoOnMeanwhile() throws Exception {
    hub.november(1, 2, 3).welfare.approve(NOV);
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch end = new CountDownLatch(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> dry = other.submit(() -> hub.run(NOV, result -> {
        running.countDown();
        await(end);
        return result.decided().planned().count();
      }));
      assertThat(running.await(30, TimeUnit.SECONDS)).isTrue();

      try (Connection own = hub.connect()) {
        JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(own, true));
        jdbc.execute("set lock_timeout = '2s'");
        assertThat(jdbc.queryForList("select payout_id from payout for update", Long.class)).hasSize(8);
        own.rollback();
      }
      assertThat(hub.bean(TakePayroll.class).take(NOV)).isEqualTo(TakePayroll.Outcome.TAKEN);
      hub.bean(PlanPayroll.class).plan(NOV);
      assertThat(hub.bean(DryRun.class).run(OCT, DryRunResult::header)).isEqualTo(new Outcome.Refused<>(DryRun.Refusal.BUSY));
      end.countDown();

      assertThat(dry.get(30, TimeUnit.SECONDS)).isEqualTo(3);
    } finally {
      end.countDown();
      other.shutdownNow();
    }
  }

  private static void await(CountDownLatch end) {
    try {
      assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void draftsAndApprovedPayrollsAreOfferedUntilTheyAreTaken() {
    hub.welfare.payroll("NHAP", "2026-12");
    hub.november(1, 2).welfare.approve(NOV);
    List<ComingPayrolls.ComingPayroll> coming = hub.bean(DryRun.class).coming(10);

    assertThat(coming).extracting(one -> one.header().payrollId() + " " + one.approved()).containsExactly("NHAP false", NOV + " true");
    assertThat(hub.bean(DryRun.class).coming(1)).hasSize(1);
    assertThat(hub.bean(DryRun.class).run(OCT, DryRunResult::header)).isEqualTo(new Outcome.Refused<>(DryRun.Refusal.TAKEN));
    assertThat(hub.bean(DryRun.class).run("none", DryRunResult::header)).isEqualTo(new Outcome.Refused<>(DryRun.Refusal.NOT_THERE));
  }

  /** The header of a draft may not be complete yet; intake would hold the payroll, and its lines are of interest all the same. */
  @Test
  void aDraftWhoseTotalsAreWrongIsJudgedAllTheSame() {
    hub.november(1, 2);

    assertThat(hub.<Optional<String>>run(NOV, DryRunResult::difference))
        .hasValueSatisfying(why -> assertThat(why).contains("2 dòng, 1000000 đồng"));
    assertThat(hub.<Integer>run(NOV, result -> result.decided().planned().count())).isEqualTo(2);
  }
}
