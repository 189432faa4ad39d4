package vn.chitra.hub.reconciliation.camel;

import java.time.YearMonth;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.report.WriteDueReports;

/** Route beans for the settlement report. */
@Component("settlementReportSteps")
public final class SettlementReportSteps {

  private final WriteDueReports reports;

  SettlementReportSteps(WriteDueReports reports) {
    this.reports = reports;
  }

  /** The periods whose reports are due. */
  public List<YearMonth> due() {
    return reports.duePeriods();
  }

  public void write(@Body YearMonth period) {
    reports.write(period);
  }
}
