package vn.chitra.hub.reconciliation.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportFigures.Cashless;
import vn.chitra.hub.reconciliation.report.ReportFigures.Open;
import vn.chitra.hub.reconciliation.report.ReportPage.CaseLine;
import vn.chitra.hub.reconciliation.report.ReportPage.CashlessLine;
import vn.chitra.hub.reconciliation.report.ReportPage.Check;
import vn.chitra.hub.reconciliation.report.ReportPage.OpenLine;
import vn.chitra.hub.reconciliation.report.ReportPage.SettlementLine;
import vn.chitra.hub.reconciliation.report.ReportPage.Weight;

/** The lines of a report with their sums; each sum stands before its parts. */
final class PageLines {

  static final String NO_PARTNER = "none";

  private final ReportFigures figures;
  private final ReportWords words;

  PageLines(ReportFigures figures, ReportWords words) {
    this.figures = figures;
    this.words = words;
  }

  /** Over all, each programme over all partners, then each partner with its programmes; payouts at no partner come last. */
  List<SettlementLine> settlement() {
    List<SettlementLine> lines = new ArrayList<>();
    lines.add(line(Weight.TOTAL, "Toàn tỉnh", figures.rows()));
    by(figures.rows(), SettlementRow::programme)
        .forEach((programme, rows) -> lines.add(line(Weight.ENTRY, words.programme(programme), rows)));
    by(figures.rows(), SettlementRow::partner).entrySet().stream().sorted(Comparator.comparing(one -> one.getKey().equals(NO_PARTNER)))
        .forEach(partner -> {
          lines.add(line(Weight.GROUP, words.partner(partner.getKey()), partner.getValue()));
          by(partner.getValue(), SettlementRow::programme)
              .forEach((programme, rows) -> lines.add(line(Weight.ENTRY, words.programme(programme), rows)));
        });
    return lines;
  }

  List<Check> checks() {
    boolean balanced = figures.rows().stream().allMatch(row -> row.difference().isZero());
    boolean moved = EquationColumn.MOVED_IN.sum(figures.rows()).equals(EquationColumn.MOVED_OUT.sum(figures.rows()));
    return List.of(
        new Check(ReportPage.EQUATION + EquationColumn.OPEN.heading(figures.kind()).toLowerCase(Locale.ROOT)
            + ", ở từng đối tác và chương trình", balanced),
        new Check("Toàn tỉnh: nhận từ đối tác khác = chuyển đối tác khác", moved));
  }

  /** Over all, each programme, then each commune with its programmes. */
  List<CashlessLine> cashless() {
    List<CashlessLine> lines = new ArrayList<>();
    lines.add(line(Weight.TOTAL, "", "Toàn tỉnh", figures.cashless()));
    by(figures.cashless(), Cashless::programme)
        .forEach((programme, rows) -> lines.add(line(Weight.ENTRY, "", words.programme(programme), rows)));
    by(figures.cashless(), Cashless::commune).forEach((commune, rows) -> {
      lines.add(line(Weight.GROUP, commune, words.commune(commune, figures.period()), rows));
      rows.forEach(row -> lines.add(line(Weight.ENTRY, commune, words.programme(row.programme()), List.of(row))));
    });
    return lines;
  }

  List<OpenLine> open() {
    List<OpenLine> lines = new ArrayList<>();
    lines.add(openLine(Weight.TOTAL, "Tổng số còn mở", figures.open()));
    open(lines, "Đang thực hiện", figures.open().stream().filter(one -> !one.held()).toList());
    open(lines, "Tạm giữ, chờ người quyết định", figures.open().stream().filter(Open::held).toList());
    return lines;
  }

  private void open(List<OpenLine> lines, String group, List<Open> members) {
    if (!members.isEmpty()) {
      lines.add(openLine(Weight.GROUP, group, members));
      by(members, words::open).forEach((label, same) -> lines.add(openLine(Weight.ENTRY, label, same)));
    }
  }

  /** One sentence for each payroll that is held for its totals: its name, and what ends that. */
  List<String> held() {
    return figures.held().stream().map(one -> words.programme(one.programme()) + ": bảng " + one.payrollId() + " ("
        + words.commune(one.commune(), figures.period()) + ", đầu bảng ghi " + ReportPage.text(one.figure())
        + ") bị giữ vì tổng số không khớp các dòng, chưa khoản nào được nhận: tháng chưa đóng được. Cơ quan rút bảng, hoặc gửi bảng khác"
        + " cùng chương trình, cùng xã, cùng kỳ; hoặc hai người bỏ bảng.").toList();
  }

  List<CaseLine> cases() {
    return figures.cases().stream().map(one -> new CaseLine(words.caseKind(one.kind()), one.ofPeriod() ? "Kỳ này" : "Không gắn với kỳ",
        one.cases(), one.figure())).toList();
  }

  private static SettlementLine line(Weight weight, String label, Collection<SettlementRow> rows) {
    return new SettlementLine(weight, label, Arrays.stream(EquationColumn.values()).map(column -> column.sum(rows)).toList());
  }

  private static CashlessLine line(Weight weight, String code, String label, Collection<Cashless> rows) {
    return new CashlessLine(weight, code, label, sum(rows, Cashless::byAccount), sum(rows, Cashless::all));
  }

  private static OpenLine openLine(Weight weight, String label, Collection<Open> members) {
    return new OpenLine(weight, label, sum(members, Open::figure));
  }

  private static <T> Figure sum(Collection<T> all, Function<T, Figure> figure) {
    return all.stream().map(figure).reduce(Figure.ZERO, Figure::plus);
  }

  private static <T> Map<String, List<T>> by(Collection<T> all, Function<T, String> key) {
    return all.stream().collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
  }
}
