package vn.chitra.hub.dryrun;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import vn.chitra.hub.batch.PreviewFiles;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.RoutePayouts;
import vn.chitra.hub.payroll.ComingPayrolls;
import vn.chitra.hub.payroll.JudgePayroll;
import vn.chitra.hub.payroll.JudgedPayroll;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.payroll.PayrollComparison;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.payroll.Tally;

/**
 * Runs a payroll that the hub has not taken, draft or approved, through the statements and checks of intake, planning and batching, and
 * compares it with the month before. It stores nothing, takes no number, sends nothing and waits for no lock of intake (docs/adr/0014). A
 * technical failure throws and leaves nothing behind.
 */
@Component
public class DryRun {

  private static final Logger LOG = LoggerFactory.getLogger(DryRun.class);
  private static final int LONGEST_SECONDS = 600;

  private final ComingPayrolls welfare;
  private final JudgePayroll judge;
  private final PayrollComparison comparison;
  private final LineStage stage;
  private final RoutePayouts routes;
  private final ReleasePayroll release;
  private final PreviewFiles files;
  private final DryRunTables tables;
  private final TransactionTemplate transaction;
  private final Clock businessClock;
  private final Semaphore free = new Semaphore(1);

  DryRun(ComingPayrolls welfare, JudgePayroll judge, PayrollComparison comparison, LineStage stage, RoutePayouts routes,
      ReleasePayroll release, PreviewFiles files, DryRunTables tables, DataSource hub, Clock businessClock) {
    this.welfare = welfare;
    this.judge = judge;
    this.comparison = comparison;
    this.stage = stage;
    this.routes = routes;
    this.release = release;
    this.files = files;
    this.tables = tables;
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(hub));
    this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.transaction.setTimeout(LONGEST_SECONDS);
    this.businessClock = businessClock;
  }

  /** Why there was no dry run. */
  public enum Refusal { BUSY, TAKEN, NOT_THERE }

  /** The value that was made of the result, or why there is none. */
  public sealed interface Outcome<T> {

    record Done<T>(T value) implements Outcome<T> {}

    record Refused<T>(Refusal why) implements Outcome<T> {}
  }

  /** The payrolls that can be run, drafts first. */
  public List<ComingPayrolls.ComingPayroll> coming(int limit) {
    return welfare.coming(limit);
  }

  /** One at a time in this process. @param use reads the result while its rows are there */
  public <T> Outcome<T> run(String payrollId, Function<DryRunResult, T> use) {
    if (!free.tryAcquire()) {
      return new Outcome.Refused<>(Refusal.BUSY);
    }
    try {
      Outcome<T> outcome = transaction.execute(status -> runOnce(payrollId, use));
      return outcome == null ? new Outcome.Refused<>(Refusal.NOT_THERE) : outcome;
    } finally {
      free.release();
    }
  }

  private <T> Outcome<T> runOnce(String payrollId, Function<DryRunResult, T> use) {
    Instant now = businessClock.instant();
    String real = tables.open();
    if (tables.isTaken(payrollId)) {
      return new Outcome.Refused<>(Refusal.TAKEN);
    }
    Optional<JudgedPayroll> read = welfare.readComing(payrollId, snapshot -> snapshot.map(found -> judge.judgeInAnyCase(found, now)));
    if (read.isEmpty()) {
      return new Outcome.Refused<>(Refusal.NOT_THERE);
    }
    JudgedPayroll judged = read.get();
    DryRunResult.Decided decided = decide(judged, real, now);
    LOG.info("payroll {} dry run: {} lines, {} dong", payrollId, judged.header().itemCount(), judged.header().totalVnd());
    return new Outcome.Done<>(use.apply(new DryRunResult(judged, decided, tables.cursor())));
  }

  private DryRunResult.Decided decide(JudgedPayroll judged, String real, Instant now) {
    PayrollHeader payroll = judged.header();
    var previous = comparison.compare(payroll, comparison.lookedFor());
    comparison.hold();
    tables.fill(payroll, now);
    tables.takeTheirPlace(real);
    LineStage.Booked booked = stage.accept(payroll, now);
    tables.add(routes.route(payroll.payrollId()));
    tables.analyze();
    Tally planned = tables.planned();
    Optional<String> obstacle = release.obstacle(payroll.payrollId(), new PayoutPlans.PayDays(payroll.payFrom(), payroll.payUntil()),
        planned.vnd(), 0).map(NewCase::evidence);
    return new DryRunResult.Decided(booked, tables.held(payroll.payrollId()), planned, judged.remark(booked), obstacle, previous,
        comparison.lookedFor(), comparison.holding(), tables.found(), files(payroll.payrollId(), now));
  }

  private List<PreviewFiles.Preview> files(String payrollId, Instant now) {
    try {
      return files.of(payrollId, now);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
