package vn.chitra.hub.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.reconciliation.report.ReportPage.Check;
import vn.chitra.hub.reconciliation.report.ReportPage.SettlementLine;
import vn.chitra.hub.reconciliation.report.ReportPage.Weight;

class ReportPageTests {

  private final ReportPage page = Figures.page(Figures.november());

  @Test
  void addsUpEveryColumnOverAllPerProgrammeAndPerPartner() {
    assertThat(counts("Toàn tỉnh")).containsExactly(232_003L, 2_300L, 8L, 16L, 233_450L, 786L, 8L, 35L, 48L, 0L);
    assertThat(counts("Agribank Chi nhánh tỉnh Phú Thọ")).containsExactly(162_000L, 2_000L, 5L, 16L, 163_600L, 390L, 3L, 8L, 20L, 0L);
    assertThat(page.settlement().subList(0, 5)).extracting(SettlementLine::label).containsExactly("Toàn tỉnh", "Bảo trợ xã hội",
        "Trợ cấp hưu trí xã hội", "Người có công với cách mạng", "Agribank Chi nhánh tỉnh Phú Thọ");
    assertThat(page.settlement().get(1).figures().get(0)).isEqualTo(Figures.figure(171_000));
  }

  @Test
  void makesEachSumOfItsEntriesInCountAndInDong() {
    List<SettlementLine> lines = page.settlement();
    for (int column = 0; column < EquationColumn.values().length; column++) {
      int at = column;
      assertThat(sum(lines.stream().skip(4).filter(line -> line.weight() == Weight.ENTRY).map(line -> line.figures().get(at)).toList()))
          .isEqualTo(lines.get(0).figures().get(at));
      assertThat(sum(lines.stream().filter(line -> line.weight() == Weight.GROUP).map(line -> line.figures().get(at)).toList()))
          .isEqualTo(lines.get(0).figures().get(at));
    }
  }

  @Test
  void namesPartnersByTheirProfilesAndPutsThoseWithoutOneLast() {
    assertThat(page.settlement().stream().filter(line -> line.weight() == Weight.GROUP).map(SettlementLine::label)).containsExactly(
        "Agribank Chi nhánh tỉnh Phú Thọ", "Bưu điện tỉnh Phú Thọ", "Uỷ ban nhân dân cấp xã", "Chưa giao đối tác");
  }

  @Test
  void saysThatWhatIsOpenIsCarriedOverInTheReportOnly() {
    assertThat(page.closed()).isFalse();
    assertThat(page.headings()).contains("Tạm chuyển kỳ sau").doesNotContain("Còn mở");
    assertThat(page.status()).isEqualTo("Số liệu tạm tính đến 18:00 ngày 19/11/2026. 48 khoản, 48.000.000 đồng còn mở được tạm chuyển"
        + " kỳ sau, chỉ trong báo cáo này: chưa ghi kết quả nào, kỳ chưa đóng.");
    assertThat(page.programmes()).containsExactly("Bảo trợ xã hội: chưa đóng", "Trợ cấp hưu trí xã hội: chưa đóng",
        "Người có công với cách mạng: đóng lúc 10:05 ngày 18/11/2026");
  }

  @Test
  void namesAPayrollThatIsHeldAndSaysHowToEndThat() {
    assertThat(page.held()).isEmpty();
    assertThat(Figures.page(Figures.held()).held()).singleElement().asString().startsWith("Bảo trợ xã hội: bảng BTXH-07969-2026-11 (")
        .contains("12 khoản, 12.000.000 đồng", "tháng chưa đóng được", "rút bảng", "gửi bảng khác", "hai người bỏ bảng").doesNotContain("DISMISS_PAYROLL");
    assertThat(Figures.held().digest()).isNotEqualTo(Figures.november().digest());
  }

  @Test
  void saysWhyAMonthIsNotClosedAlthoughNothingIsOpen() {
    ReportFigures november = Figures.november();
    ReportPage waiting = Figures.page(new ReportFigures(november.period(), List.of(new ReportFigures.Programme("BTXH", null,
        "bảng chưa xong: BC-1; ngày chi cuối 20/11/2026")), List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));

    assertThat(waiting.status()).contains("Không còn khoản nào mở, kỳ chưa đóng: lý do ghi ở từng chương trình.");
    assertThat(waiting.programmes())
        .containsExactly("Bảo trợ xã hội: chưa đóng (bảng chưa xong: BC-1; ngày chi cuối 20/11/2026)");
  }

  @Test
  void speaksOfNothingProvisionalOnceEveryProgrammeIsClosed() {
    ReportPage closed = Figures.page(Figures.closed());
    assertThat(closed.closed()).isTrue();
    assertThat(closed.headings()).contains("Còn mở").doesNotContain("Tạm chuyển kỳ sau");
    assertThat(closed.status()).isEqualTo("Mọi chương trình của kỳ đã đóng; không còn khoản nào mở.");
  }

  @Test
  void showsADifferenceWhereItIsAndInEverySumAboveIt() {
    List<SettlementRow> rows = new ArrayList<>(Figures.november().rows());
    rows.set(2, Figures.row("buu-dien", "BTXH", 61_000, 300, 2, 0, 60_901, 350, 5, 27, 20));
    ReportPage off = Figures.page(Figures.with(rows, false));
    assertThat(off.settlement().stream().filter(line -> !line.balances()).map(SettlementLine::label))
        .containsExactly("Toàn tỉnh", "Bảo trợ xã hội", "Bưu điện tỉnh Phú Thọ", "Bảo trợ xã hội");
    assertThat(off.checks()).extracting(Check::holds).containsExactly(false, true);
    assertThat(page.checks()).extracting(Check::holds).containsExactly(true, true);
  }

  @Test
  void noticesMoneyThatLeftOnePartnerAndReachedNone() {
    ReportPage lost = Figures.page(Figures.with(List.of(Figures.row("agribank", "NCC", 10, 0, 0, 0, 9, 0, 1, 0, 0)), false));
    assertThat(lost.checks()).extracting(Check::holds).containsExactly(true, false);
  }

  @Test
  void hidesDifferencesThatCancelOutInTheSumButNotInTheCheck() {
    ReportPage both = Figures.page(Figures.with(List.of(Figures.row("agribank", "NCC", 10, 0, 0, 0, 9, 0, 0, 0, 0),
        Figures.row("xa", "NCC", 10, 0, 0, 0, 11, 0, 0, 0, 0)), false));
    assertThat(both.settlement().get(0).balances()).isTrue();
    assertThat(both.checks().get(0).holds()).isFalse();
  }

  @Test
  void givesTheCashlessShareOfTheProvinceEachProgrammeAndEachCommune() {
    assertThat(page.cashless().get(0).byCount()).hasToString("84,84 %");
    assertThat(page.cashless().stream().filter(line -> line.code().equals("07969")).map(line -> line.label() + " " + line.byDong()))
        .containsExactly("Xã Đoan Hùng 84,84 %", "Bảo trợ xã hội 80,40 %", "Người có công với cách mạng 99,66 %");
  }

  @Test
  void saysOneHundredPerCentOnlyOfTheWhole() {
    assertThat(new Share(299_999, 300_000)).hasToString("99,99 %");
    assertThat(new Share(300_000, 300_000)).hasToString("100,00 %");
    assertThat(new Share(0, 0)).hasToString("–");
    assertThat(new Share(9_000_000_000_000_000L, 9_000_000_000_000_001L)).hasToString("99,99 %");
  }

  @Test
  void countsWhatIsOpenByReasonAndShowsNoReasonThatItDoesNotKnow() {
    assertThat(page.open()).extracting(line -> line.label() + ": " + line.figure().count()).containsExactly("Tổng số còn mở: 48",
        "Đang thực hiện: 45", "Báo đã chi, danh sách chưa đóng: 30", "Đã gửi, đối tác chưa xác nhận: 15",
        "Tạm giữ, chờ người quyết định: 3", "Có hai tài khoản, chưa rõ tài khoản nào: 2", "Lý do khác: 1");
    assertThat(page.open().get(0).figure()).isEqualTo(page.settlement().get(0).figures().get(EquationColumn.OPEN.ordinal()));
    assertThat(page.toString()).doesNotContain("025084001234").doesNotContain("Đức");
  }

  @Test
  void hasTheSameDigestForTheSameFiguresOnly() {
    assertThat(Figures.november().digest()).isEqualTo(Figures.november().digest()).isNotEqualTo(Figures.closed().digest());
  }

  private List<Long> counts(String label) {
    return page.settlement().stream().filter(line -> line.label().equals(label)).findFirst().orElseThrow()
        .figures().stream().map(Figure::count).toList();
  }

  private static Figure sum(List<Figure> figures) {
    return figures.stream().reduce(Figure.ZERO, Figure::plus);
  }
}
