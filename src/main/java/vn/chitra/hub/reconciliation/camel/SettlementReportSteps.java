package vn.chitra.hub.reconciliation.camel;

import java.time.YearMonth;
import java.util.List;
import org.apache.camel.Body;
import org.springframework.stereotype.Component;
import vn.chitra.hub.cases.RepeatedWork;
import vn.chitra.hub.reconciliation.report.WriteDueReports;

/** Route beans for the settlement report. */
@Component("settlementReportSteps")
public final class SettlementReportSteps {

  private final WriteDueReports reports;
  private final RepeatedWork work;

  SettlementReportSteps(WriteDueReports reports, RepeatedWork work) {
    this.reports = reports;
    this.work = work;
  }

  /** The periods whose reports are due. */
  public List<YearMonth> due() {
    return reports.duePeriods();
  }

  public void write(@Body YearMonth period) {
    work.attempt("work:báo cáo tháng " + period, "Lập báo cáo quyết toán tháng " + period, () -> reports.write(period));
  }
}
