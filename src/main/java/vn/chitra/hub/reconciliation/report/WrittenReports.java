package vn.chitra.hub.reconciliation.report;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;

/** The written reports, from which the due ones follow. */
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

  /** Records a written report; the changes in its figures are no reason any more to write it again. */
  void written(ReportFigures figures, String xlsxSha256, String htmlSha256);

  /** Records that the existing report already has these figures. */
  void unchanged(ReportFigures figures);

  /** @param digest of its figures */
  record Written(ReportFigures.Kind kind, String digest) {}
}
