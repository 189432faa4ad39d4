package vn.chitra.hub.dryrun;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.chitra.hub.batch.PreviewFiles;
import vn.chitra.hub.payroll.FindingKind;
import vn.chitra.hub.payroll.JudgedPayroll;
import vn.chitra.hub.payroll.LineStage;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.payroll.RefusalReason;
import vn.chitra.hub.payroll.Tally;
import vn.chitra.hub.support.SqlText;
import vn.chitra.hub.support.Word;

/**
 * The findings of a dry run. Its rows can be read while the dry run is open; names and accounts are whole, to be masked by whoever
 * shows them.
 */
public final class DryRunResult {

  private static final String REFUSALS = SqlText.of("dryrun/list-refusals");
  private static final String HOLDS = SqlText.of("dryrun/list-holds");
  private static final String FINDINGS = SqlText.of("dryrun/list-findings");

  private final JudgedPayroll judged;
  private final Decided decided;
  private final JdbcClient rows;

  DryRunResult(JudgedPayroll judged, Decided decided, JdbcClient rows) {
    this.judged = judged;
    this.decided = decided;
    this.rows = rows;
  }

  /**
   * The outcome of its lines.
   *
   * @param held lines that are accepted and wait for a person; they count as accepted
   * @param planned payments that would be sent
   * @param remark the receipt's message to the agency, Vietnamese; null where there is none
   * @param obstacle why the payroll would not be released by itself, Vietnamese
   * @param previous first day of the month that it was compared with
   * @param lookedFor the kinds of finding that the policy looks for, {@code holding} those for which it holds payouts
   */
  public record Decided(LineStage.Booked booked, Tally held, Tally planned, @Nullable String remark, Optional<String> obstacle,
      Optional<LocalDate> previous, Set<FindingKind> lookedFor, Set<FindingKind> holding, Map<FindingKind, Integer> found,
      List<PreviewFiles.Preview> files) {}

  /** @param field of the line that is wrong, {@code why} Vietnamese, without personal data */
  public record RefusedLine(int lineNo, String entitlementId, long amountVnd, Word field, String why) {}

  /** @param reason a hold reason, {@code why} Vietnamese, without personal data */
  public record HeldLine(int lineNo, String entitlementId, long amountVnd, String reason, String why) {}

  /**
   * @param lineNo null where the payroll has no line
   * @param payeeName of the payee; of the month before where the payroll has no line
   * @param account bank and number; null for cash
   * @param monthlyVnd regular amount of one month, {@code previousVnd} that of the month before; null where there is none
   */
  public record Finding(@Nullable Integer lineNo, String entitlementId, String payeeName, @Nullable String account,
      @Nullable Long monthlyVnd,
      @Nullable Long previousVnd, String why) {}

  public PayrollHeader header() {
    return judged.header();
  }

  public Decided decided() {
    return decided;
  }

  /** Why the payroll would be held whole, its lines not judged, in Vietnamese; empty where its control totals are right. */
  public Optional<String> difference() {
    return judged.balanced() ? Optional.empty() : Optional.of(judged.difference());
  }

  /** In the order of the lines. @param most lines */
  public void forEachRefused(int most, Consumer<RefusedLine> use) {
    rows.sql(REFUSALS).param("most", most).query(row -> {
      use.accept(new RefusedLine(row.getInt("line_no"), row.getString("entitlement_id"), row.getLong("amount_vnd"),
          RefusalReason.valueOf(row.getString("reason_code")).field(), row.getString("reason_text")));
    });
  }

  /** In the order of the lines. @param most lines */
  public void forEachHeld(int most, Consumer<HeldLine> use) {
    rows.sql(HOLDS).param("payroll", header().payrollId()).param("most", most).query(row -> {
      use.accept(new HeldLine(row.getInt("line_no"), row.getString("entitlement_id"), row.getLong("amount_vnd"), row.getString("reason"),
          row.getString("explanation")));
    });
  }

  /** @param most findings */
  public void forEachFinding(FindingKind kind, int most, Consumer<Finding> use) {
    rows.sql(FINDINGS).param("kind", kind.name()).param("most", most).query(row -> {
      use.accept(new Finding(row.getObject("line_no", Integer.class), row.getString("entitlement_id"), row.getString("payee_name"),
          row.getString("account"), row.getObject("monthly_vnd", Long.class), row.getObject("previous_vnd", Long.class),
          row.getString("reason")));
    });
  }
}
