package vn.chitra.hub.reconciliation.report;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportFigures.Kind;
import vn.chitra.hub.support.Zone;

/**
 * The printed form of a report: every figure, sum and sentence, in order; spreadsheet and HTML page only lay it out.
 *
 * @param status closed or provisional, in a sentence
 * @param programmes when each programme's month was closed
 * @param held payrolls that keep the month open, and what ends that, a sentence each
 * @param headings of {@link EquationColumn}, in order
 * @param checks what must hold, each with whether it does
 */
record ReportPage(String title, String period, String printedAt, boolean closed, String status, List<String> programmes,
    List<String> held, List<String> headings, List<SettlementLine> settlement, List<Check> checks, List<CashlessLine> cashless, List<OpenLine> open,
    List<CaseLine> cases) {

  static final String EQUATION = "Bàn giao + kỳ trước chuyển sang + nhận từ đơn vị khác + bị trả về = đã chi + chuyển kỳ sau"
      + " + chuyển đơn vị khác + nộp trả + ";

  private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

  /** The kind of a line: one entry, the sum of a group, the sum of all. */
  enum Weight { ENTRY, GROUP, TOTAL }

  /** @param figures one for each {@link EquationColumn} */
  record SettlementLine(Weight weight, String label, List<Figure> figures) {

    public boolean balances() {
      return figures.get(EquationColumn.DIFFERENCE.ordinal()).isZero();
    }
  }

  /** @param code of the commune, empty for the whole province */
  record CashlessLine(Weight weight, String code, String label, Figure byAccount, Figure all) {

    public Share byCount() {
      return new Share(byAccount.count(), all.count());
    }

    public Share byDong() {
      return new Share(byAccount.dong(), all.dong());
    }
  }

  record OpenLine(Weight weight, String label, Figure figure) {}

  record CaseLine(String kind, String scope, long cases, Figure figure) {}

  record Check(String what, boolean holds) {}

  static ReportPage of(ReportFigures figures, ReportWords words, Instant now) {
    Kind kind = figures.kind();
    String period = "tháng " + DateTimeFormatter.ofPattern("MM/uuuu").format(figures.period());
    PageLines lines = new PageLines(figures, words);
    return new ReportPage("Báo cáo quyết toán chi trả trợ cấp", period, at(now), kind == Kind.CLOSED, status(figures, now),
        figures.programmes().stream().map(one -> words.programme(one.programme()) + ": "
            + (one.closedAt() == null ? "chưa khoá sổ" + (one.waitsFor() == null ? "" : " (" + one.waitsFor() + ")")
                : "khoá sổ lúc " + at(one.closedAt()))).toList(), lines.held(),
        Arrays.stream(EquationColumn.values()).map(column -> column.heading(kind)).toList(), lines.settlement(), lines.checks(),
        lines.cashless(), lines.open(), lines.cases());
  }

  private static String status(ReportFigures figures, Instant now) {
    Figure open = EquationColumn.OPEN.sum(figures.rows());
    if (figures.kind() == Kind.CLOSED) {
      return "Mọi chương trình của kỳ đã khoá sổ" + (open.isZero() ? "; không còn khoản nào mở."
          : "; nhưng còn " + text(open) + " mở: cần người xem.");
    }
    return "Số liệu tạm tính đến " + at(now) + ". " + (open.isZero() ? "Không còn khoản nào mở, kỳ chưa khoá: lý do ghi ở từng chương trình."
        : text(open) + " còn mở được tạm chuyển kỳ sau, chỉ trong báo cáo này: chưa ghi kết quả nào, kỳ chưa khoá.");
  }

  static String text(Figure figure) {
    return Share.grouped(figure.count()) + " khoản, " + Share.grouped(figure.dong()) + " đồng";
  }

  private static String at(Instant instant) {
    return AT.format(LocalDateTime.ofInstant(instant, Zone.VIETNAM));
  }
}
