package vn.chitra.hub.welfare.jdbc;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import vn.chitra.hub.payroll.ApprovedPayrolls.Snapshot;
import vn.chitra.hub.payroll.ControlTotals;
import vn.chitra.hub.payroll.PayrollHeader;
import vn.chitra.hub.payroll.PayrollLine;

/** One payroll, read inside the transaction that {@link WelfareDatabase#read} holds open. */
record WelfareSnapshot(PayrollHeader header, NamedParameterJdbcTemplate welfare, WelfareSql sql) implements Snapshot {

  @Override
  public ControlTotals totals() {
    return Objects.requireNonNull(welfare.queryForObject(sql.payrollTotals(), Map.of("payroll", header.payrollId()),
        (row, number) -> new ControlTotals(row.getLong("item_count"), row.getBigDecimal("total_vnd").toBigIntegerExact())));
  }

  @Override
  public void forEachLine(LocalDate planningDay, Consumer<PayrollLine> use) {
    RowCallbackHandler eachRow = row -> use.accept(LineRows.line(row));
    welfare.query(sql.payrollLines(), Map.of("payroll", header.payrollId(), "planningDay", planningDay), eachRow);
  }
}
