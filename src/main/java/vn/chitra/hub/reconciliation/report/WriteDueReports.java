package vn.chitra.hub.reconciliation.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.support.Zone;

/**
 * Writes the reports that are due: on the period's day before the 20th (ND20 art. 34), when the last programme of a month is closed, and
 * again when the figures changed after that. The files are written and archived before the database records it: after a failure in between
 * the report is still due, and writing it again replaces whole files.
 */
@Component
public class WriteDueReports {

  private static final Logger LOG = LoggerFactory.getLogger(WriteDueReports.class);

  private final SettlementFigures settlement;
  private final SettlementReport report;
  private final WrittenReports reports;
  private final Archive archive;
  private final ReportSettings settings;
  private final Clock businessClock;

  WriteDueReports(SettlementFigures settlement, SettlementReport report, WrittenReports reports, Archive archive,
      ReportSettings settings, Clock businessClock) {
    this.settlement = settlement;
    this.report = report;
    this.reports = reports;
    this.archive = archive;
    this.settings = settings;
    this.businessClock = businessClock;
  }

  /** The number of reports that are due now; reads small tables only. */
  public long due() {
    return duePeriods().size();
  }

  /** The periods whose reports are due now. */
  public List<YearMonth> duePeriods() {
    return reports.due(settings.report().latestDue(LocalDateTime.ofInstant(businessClock.instant(), Zone.VIETNAM)));
  }

  /**
   * @return whether the figures are new and the report was written
   * @throws UncheckedIOException when a file cannot be written: the report stays due
   */
  public boolean write(YearMonth period) {
    ReportFigures figures = settlement.of(period);
    WrittenReports.Written now = new WrittenReports.Written(figures.kind(), figures.digest());
    if (reports.newest(period).filter(now::equals).isPresent()) {
      reports.unchanged(figures);
      return false;
    }
    try {
      SettlementReport.OnDisk files = report.write(figures, settings.folder(period));
      reports.written(figures, archived(files.xlsx()), archived(files.html()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LOG.info("settlement report {} {} written: {} rows", period, figures.kind(), figures.rows().size());
    return true;
  }

  private String archived(Path file) throws IOException {
    try (InputStream bytes = Files.newInputStream(file)) {
      return archive.store(bytes).sha256();
    }
  }
}
