package vn.chitra.hub.payroll;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** Reads approved payrolls from the welfare database, with read access only. */
public interface ApprovedPayrolls {

  /**
   * Payrolls that are APPROVED and unknown to the hub, in the order in which they are to be taken (approved_at, payroll_id); at most
   * {@code limit} of them. Found by their status against what was taken, never by a watermark.
   */
  List<String> notYetTaken(int limit);

  /** Reads one payroll in one REPEATABLE READ snapshot that is open while {@code use} runs; empty when it is not APPROVED (any more). */
  <T> T read(String payrollId, Function<Optional<Snapshot>, T> use);

  /** One payroll, read in one snapshot. */
  interface Snapshot {

    PayrollHeader header();

    ControlTotals totals();

    /** Every line in the order of its number, in bounded memory; accounts closed by {@code planningDay} do not count. */
    void forEachLine(LocalDate planningDay, Consumer<PayrollLine> use);
  }
}
