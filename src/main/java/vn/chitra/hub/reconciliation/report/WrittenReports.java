package vn.chitra.hub.reconciliation.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** Which reports were written, and so which are due. */
public interface WrittenReports {

  /**
   * Periods, oldest first, whose first report's day has come, whose last programme was closed since the last report, or in which
   * something was booked since then.
   *
   * @param latest the newest period whose day and time have come
   */
  List<YearMonth> due(YearMonth latest);

  /** The newest report of a period. */
  Optional<Written> newest(YearMonth period);

  /** The report now stands; what its figures had seen is no reason any more to write again. */
  void written(ReportFigures figures, String xlsxSha256, String htmlSha256);

  /** The report as it stands says these figures already. */
  void unchanged(ReportFigures figures);

  /** @param digest of its figures */
  record Written(ReportFigures.Kind kind, String digest) {}
}
