package vn.chitra.hub.operations;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
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

@Component
class HubDueWork implements DueWork {

  private static final int MANY = 1_000;
  private static final String MAY_LEAVE = " and (select open from send_gate)";
  private static final Map<String, String> COUNTS = counts();

  private final JdbcTemplate jdbc;
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

  HubDueWork(JdbcTemplate jdbc, ApprovedPayrolls approved, Withdrawals withdrawals, GatherBatches gather, ReroutePayouts reroute,
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
    COUNTS.forEach((name, sql) -> add(due, name, Objects.requireNonNull(jdbc.queryForObject(sql, Long.class))));
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
    return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from case_record where kind = 'SETTLEMENT_DIFFERENCE'"
        + " and subject = ? and state = 'OPEN')", Boolean.class, "period:" + month.period() + "/" + month.programme()));
  }

  private static void add(Map<String, Long> due, String name, long count) {
    if (count > 0) {
      due.put(name, count);
    }
  }

  private static Map<String, String> counts() {
    Map<String, String> counts = new LinkedHashMap<>();
    counts.put("messages in the outbox", "select count(*) from outbox");
    counts.put("payrolls to plan or release", "select count(*) from payroll p where state in ('TAKEN', 'PLANNED') and not exists"
        + " (select from case_record c where c.kind = 'RELEASE_LIMIT' and c.subject = 'payroll:' || p.payroll_id and c.state = 'OPEN')");
    counts.put("batches to build", "select count(*) from batch where state = 'OPEN'" + MAY_LEAVE);
    counts.put("batches to send", "select count(*) from batch where (state in ('BUILT', 'SENDING')"
        + " or state in ('IN_DOUBT', 'WAITING_FUNDS') and retry_at is not null)" + MAY_LEAVE);
    counts.put("files to read", "select count(*) from file where state = 'ARCHIVED'");
    counts.put("receipts to write", "select count(*) from payroll where receipt_written < receipt_revision");
    counts.put("refusals to write", "select count(*) from payroll_refusal where not written");
    counts.put("funding needs to write", "select count(*) from funding_need where written_revision < revision");
    counts.put("results to write", "select count(*) from payout_result where written_revision < revision");
    return counts;
  }
}
