package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the agencies approved, as the welfare database shows it to a guest who only reads. */
public interface ApprovedPayrolls {

  /**
   * Payrolls that are APPROVED and unknown to the hub, in the order in which they are to be taken (approved_at, payroll_id); at most
   * {@code limit} of them. Found by their status against what was taken, never by a watermark.
   */
  List<String> notYetTaken(int limit);

  /** One payroll in one REPEATABLE READ snapshot that lives as long as {@code use} runs; empty when it is not APPROVED (any more). */
  <T> T read(String payrollId, Function<Optional<Snapshot>, T> use);

  /** A payroll at one instant. */
  interface Snapshot {

    PayrollHeader header();

    ControlTotals totals();

    /** Every line in the order of its number, in bounded memory; accounts closed by {@code planningDay} do not count. */
    void forEachLine(LocalDate planningDay, Consumer<PayrollLine> use);
  }
}
