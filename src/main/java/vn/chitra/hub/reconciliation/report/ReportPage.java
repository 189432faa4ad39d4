package vn.chitra.hub.reconciliation.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportFigures.Kind;
import vn.chitra.hub.support.VietnameseWords;
import vn.chitra.hub.support.Zone;

/**
 * The printed form of a report: every figure, sum and sentence, in order; spreadsheet and HTML page only lay it out.
 *
 * @param date place and date of its printing
 * @param status closed or provisional, in a sentence
 * @param programmes when each programme's month was closed
 * @param held payrolls that keep the month open, and what ends that, a sentence each
 * @param headings of {@link EquationColumn}, in order
 * @param unassigned label of payouts that no partner has yet
 * @param checks what must hold, each with whether it does
 */
record ReportPage(Letterhead letterhead, String date, String title, String period, String printedAt, boolean closed, String status, List<String> programmes,
    List<String> held, List<String> headings, List<SettlementLine> settlement, List<Check> checks, List<CashlessLine> cashless, List<OpenLine> open,
    List<CaseLine> cases, String unassigned) {

  static final String EQUATION = "Bàn giao + kỳ trước chuyển sang + nhận từ đối tác khác + bị trả về = đã chi + chuyển kỳ sau"
      + " + chuyển đối tác khác + nộp trả + ";

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

  /** The lines of one partner, first its sum: a page of its own. @param signs false for payouts that no partner has yet */
  record PartnerPart(String name, boolean signs, List<SettlementLine> lines) {

    public String paid() {
      return paidInWords(lines.get(0));
    }
  }

  /** The lines of the whole province: the sum of all, then each programme. */
  public List<SettlementLine> province() {
    return settlement.stream().takeWhile(line -> line.weight() != Weight.GROUP).toList();
  }

  public String paid() {
    return paidInWords(settlement.get(0));
  }

  public List<PartnerPart> partners() {
    List<PartnerPart> parts = new ArrayList<>();
    for (SettlementLine line : settlement.subList(province().size(), settlement.size())) {
      if (line.weight() == Weight.GROUP) {
        parts.add(new PartnerPart(line.label(), !line.label().equals(unassigned), new ArrayList<>()));
      }
      parts.get(parts.size() - 1).lines().add(line);
    }
    return parts;
  }

  /** {@code Tổng số tiền đã chi: 2.000 đồng (bằng chữ: hai nghìn đồng)}; more returned than paid is negative. */
  static String paidInWords(SettlementLine line) {
    long dong = line.figures().get(EquationColumn.PAID.ordinal()).dong();
    String words = (dong < 0 ? "âm " : "") + VietnameseWords.of(Math.abs(dong));
    return "Tổng số tiền đã chi: " + Share.grouped(dong) + " đồng (bằng chữ: " + words + " đồng).";
  }

  static ReportPage of(ReportFigures figures, ReportWords words, Letterhead letterhead, Instant now) {
    Kind kind = figures.kind();
    String period = "tháng " + DateTimeFormatter.ofPattern("MM/uuuu").format(figures.period());
    PageLines lines = new PageLines(figures, words);
    return new ReportPage(letterhead, letterhead.date(LocalDate.ofInstant(now, Zone.VIETNAM)), "Báo cáo quyết toán chi trả trợ cấp", period, at(now), kind == Kind.CLOSED, status(figures, now),
        figures.programmes().stream().map(one -> words.programme(one.programme()) + ": "
            + (one.closedAt() == null ? "chưa đóng" + (one.waitsFor() == null ? "" : " (" + one.waitsFor() + ")")
                : "đóng lúc " + at(one.closedAt()))).toList(), lines.held(),
        Arrays.stream(EquationColumn.values()).map(column -> column.heading(kind)).toList(), lines.settlement(), lines.checks(),
        lines.cashless(), lines.open(), lines.cases(), words.partner(PageLines.NO_PARTNER));
  }

  private static String status(ReportFigures figures, Instant now) {
    Figure open = EquationColumn.OPEN.sum(figures.rows());
    if (figures.kind() == Kind.CLOSED) {
      return "Mọi chương trình của kỳ đã đóng" + (open.isZero() ? "; không còn khoản nào mở."
          : "; nhưng còn " + text(open) + " mở: cần người xem.");
    }
    return "Số liệu tạm tính đến " + at(now) + ". " + (open.isZero() ? "Không còn khoản nào mở, kỳ chưa đóng: lý do ghi ở từng chương trình."
        : text(open) + " còn mở được tạm chuyển kỳ sau, chỉ trong báo cáo này: chưa ghi kết quả nào, kỳ chưa đóng.");
  }

  static String text(Figure figure) {
    return Share.grouped(figure.count()) + " khoản, " + Share.grouped(figure.dong()) + " đồng";
  }

  private static String at(Instant instant) {
    return AT.format(LocalDateTime.ofInstant(instant, Zone.VIETNAM));
  }
}
