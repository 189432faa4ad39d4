package vn.chitra.hub.reconciliation.camel;

import org.springframework.stereotype.Component;
import vn.chitra.hub.reconciliation.report.WriteDueReports;

/** The step of the settlement report. */
@Component("settlementReportSteps")
public final class SettlementReportSteps {

  private final WriteDueReports reports;

  SettlementReportSteps(WriteDueReports reports) {
    this.reports = reports;
  }

  public int writeDue() {
    return reports.writeDue();
  }
}
