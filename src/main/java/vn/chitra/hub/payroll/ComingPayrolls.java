package vn.chitra.hub.payroll;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.chitra.hub.payroll.ApprovedPayrolls.Snapshot;

/** Reads payrolls that the hub has not taken yet from the welfare database, drafts too, with read access only. */
public interface ComingPayrolls {

  /** Drafts and approved payrolls that are unknown to the hub, drafts first, the newest period first; at most {@code limit} of them. */
  List<ComingPayroll> coming(int limit);

  /** Reads one payroll in one REPEATABLE READ snapshot that is open while {@code use} runs; empty when it is neither draft nor approved. */
  <T> T readComing(String payrollId, Function<Optional<Snapshot>, T> use);

  /** @param approved otherwise it is a draft, which may still change */
  record ComingPayroll(PayrollHeader header, boolean approved) {}
}
