package vn.chitra.hub.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.chitra.hub.account.name.CheckNames;
import vn.chitra.hub.account.opening.OpeningRequests;
import vn.chitra.hub.alert.Alerts;
import vn.chitra.hub.batch.GatherBatches;
import vn.chitra.hub.channel.bankapi.FetchBulkResults;
import vn.chitra.hub.channel.bankapi.FetchStatements;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.payroll.ApprovedPayrolls;
import vn.chitra.hub.payroll.Withdrawals;
import vn.chitra.hub.reconciliation.AdvanceReceipts;
import vn.chitra.hub.reconciliation.CloseMonth;
import vn.chitra.hub.reconciliation.report.WriteDueReports;
import vn.chitra.hub.reconciliation.statement.MatchStatements;
import vn.chitra.hub.support.SqlText;

@Component
class HubDueWork implements DueWork {

  private static final int MANY = 1_000;
  private static final String COUNTS = SqlText.of("operations/count-due-work");
  private static final String BLOCKED = SqlText.of("operations/is-month-blocked");

  private final JdbcClient jdbc;
  private final ApprovedPayrolls approved;
  private final Withdrawals withdrawals;
  private final GatherBatches gather;
  private final ReroutePayouts reroute;
  private final AdvanceReceipts receipts;
  private final CloseMonth months;
  private final WriteDueReports reports;
  private final MatchStatements statements;
  private final CheckNames names;
  private final FetchBulkResults bulkResults;
  private final FetchStatements apiStatements;
  private final Alerts alerts;
  private final OpeningRequests openings;

  HubDueWork(JdbcClient jdbc, ApprovedPayrolls approved, Withdrawals withdrawals, GatherBatches gather, ReroutePayouts reroute,
      AdvanceReceipts receipts, CloseMonth months, WriteDueReports reports, MatchStatements statements, CheckNames names,
      FetchBulkResults bulkResults, FetchStatements apiStatements, Alerts alerts, OpeningRequests openings) {
    this.jdbc = jdbc;
    this.approved = approved;
    this.withdrawals = withdrawals;
    this.gather = gather;
    this.reroute = reroute;
    this.receipts = receipts;
    this.months = months;
    this.reports = reports;
    this.statements = statements;
    this.names = names;
    this.bulkResults = bulkResults;
    this.apiStatements = apiStatements;
    this.alerts = alerts;
    this.openings = openings;
  }

  @Override
  public Map<String, Long> due() {
    Map<String, Long> due = new LinkedHashMap<>();
    add(due, "payrolls to take", approved.notYetTaken(MANY).size());
    add(due, "payrolls to take back", withdrawals.notYetHeard(MANY).size());
    jdbc.sql(COUNTS).query(r -> {
      add(due, r.getString(1), r.getLong(2));
    });
    add(due, "payments to gather", gather.due());
    add(due, "payouts to re-route", reroute.due());
    add(due, "receipts to move on", receipts.due());
    add(due, "months to close", months.due().stream().filter(month -> !blocked(month)).count());
    add(due, "reports to write", reports.due());
    add(due, "statements to match", statements.due());
    add(due, "names to check", names.due());
    add(due, "bulks to ask about", bulkResults.due().size());
    add(due, "statements to ask for", apiStatements.due().size());
    add(due, "alerts to tell", alerts.due());
    add(due, "accounts to take or tell", openings.due());
    return due;
  }

  /** A month that does not balance waits for a person, not for the hub. */
  private boolean blocked(CloseMonth.Month month) {
    return jdbc.sql(BLOCKED).param("month", "period:" + month.period() + "/" + month.programme()).query(Boolean.class).single();
  }

  private static void add(Map<String, Long> due, String name, long count) {
    if (count > 0) {
      due.put(name, count);
    }
  }
}
