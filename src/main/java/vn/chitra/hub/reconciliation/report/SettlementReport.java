package vn.chitra.hub.reconciliation.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.YearMonth;
import org.springframework.stereotype.Component;
import vn.chitra.hub.partner.Communes;
import vn.chitra.hub.partner.Partners;

/**
 * Writes the settlement report of one period for people: partner × programme by every column of the law's equation, the cashless share, and
 * the open payouts (ND20 art. 34, TT44 art. 8). Amounts are whole dong; it contains no personal data. A file is written beside its final
 * name, forced to disk and renamed over the old one: a reader sees the old report or the new one, never half of one.
 */
@Component
public class SettlementReport {

  private final SettlementFigures settlement;
  private final ReportWords words;
  private final Letterhead letterhead;
  private final Clock businessClock;
  private final HtmlReport html = new HtmlReport();

  SettlementReport(SettlementFigures settlement, Partners partners, Communes communes, ReportSettings settings,
      Clock businessClock) {
    this.settlement = settlement;
    this.words = new ReportWords(partners, communes);
    this.letterhead = settings.report().letterhead();
    this.businessClock = businessClock;
  }

  /** The paths of the written report. */
  public record OnDisk(Path xlsx, Path html) {}

  /**
   * Writes {@code quyet-toan-<yyyy-MM>.xlsx} and {@code .html} with the current figures.
   *
   * @param folder made where it is missing
   * @throws IOException when a file cannot be written; one of the two may then exist without the other
   */
  public OnDisk write(YearMonth period, Path folder) throws IOException {
    return write(settlement.of(period), folder);
  }

  OnDisk write(ReportFigures figures, Path folder) throws IOException {
    ReportPage page = ReportPage.of(figures, words, letterhead, businessClock.instant());
    String name = "quyet-toan-" + figures.period();
    Files.createDirectories(folder);
    return new OnDisk(replace(folder, name + ".xlsx", out -> new ReportBook(page).write(out)),
        replace(folder, name + ".html", out -> html.write(page, out)));
  }

  /** Writes the workbook with the figures of now; leaves the stream open. */
  public void writeXlsx(YearMonth period, OutputStream out) throws IOException {
    new ReportBook(page(period)).write(out);
  }

  /** Writes the HTML page with the figures of now; leaves the stream open. */
  public void writeHtml(YearMonth period, OutputStream out) throws IOException {
    html.write(page(period), out);
  }

  private ReportPage page(YearMonth period) {
    return ReportPage.of(settlement.of(period), words, letterhead, businessClock.instant());
  }

  @FunctionalInterface
  private interface Content {

    void writeTo(OutputStream out) throws IOException;
  }

  private static Path replace(Path folder, String name, Content content) throws IOException {
    Path part = folder.resolve(name + ".part");
    Path target = folder.resolve(name);
    try (OutputStream out = Files.newOutputStream(part)) {
      content.writeTo(out);
    }
    force(part, StandardOpenOption.WRITE);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
    force(folder, StandardOpenOption.READ);
    return target;
  }

  private static void force(Path path, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(path, how)) {
      channel.force(true);
    }
  }
}
