package vn.chitra.hub.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.console.CashlessChart.Line;
import vn.chitra.hub.console.CashlessChart.Point;
import vn.chitra.hub.console.CashlessChart.Row;
import vn.chitra.hub.operations.query.CashlessLists.Month;
import vn.chitra.hub.operations.query.CashlessLists.Sum;

class CashlessChartTests {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final CashlessChart.Naming NAMING = new CashlessChart.Naming() {

    @Override
    public String programme(String code) {
      return "chương trình " + code;
    }

    @Override
    public String percent(int perMille) {
      return perMille / 10 + "," + perMille % 10 + " %";
    }
  };

  private final CashlessChart chart = CashlessChart.of(List.of(month(OCTOBER, "BTXH", true, 50, 100), month(OCTOBER, "NCC", true, 100, 100),
      month(OCTOBER.plusMonths(1), "BTXH", false, 0, 0), month(OCTOBER.plusMonths(2), "BTXH", false, 299, 300)), "Cả tỉnh", NAMING);

  @Test
  void drawsALineOfAllProgrammesAndOneOfEach() {
    assertThat(chart.lines()).extracting(Line::programme).containsExactly("Cả tỉnh", "chương trình BTXH", "chương trình NCC");
    assertThat(chart.ticks()).extracting(CashlessChart.Tick::month).containsExactly("10/2026", "11/2026", "12/2026");
    assertThat(chart.ticks()).extracting(CashlessChart.Tick::x).containsExactly(50, 419, 788);
  }

  @Test
  void putsOneHundredPerCentAtTheTopAndNoPointWhereNothingWasPaid() {
    assertThat(chart.lines().get(2).points()).containsExactly(new Point(50, CashlessChart.TOP));
    assertThat(chart.lines().get(1).points()).containsExactly(new Point(50, CashlessChart.y(5_000)), new Point(788, CashlessChart.y(9_966)));
    assertThat(chart.lines().get(0).polyline()).isEqualTo("50," + CashlessChart.y(7_500) + " 788," + CashlessChart.y(9_966));
    assertThat(CashlessChart.y(0)).isEqualTo(CashlessChart.HEIGHT - CashlessChart.BOTTOM);
  }

  @Test
  void namesInTheTableWhatItDrawsTheNewestFirst() {
    assertThat(chart.rows()).extracting(Row::period).containsExactly("2026-12", "2026-11", "2026-10", "2026-10");
    assertThat(chart.rows()).extracting(Row::share).containsExactly("99,6 %", "–", "100,0 %", "50,0 %");
    assertThat(chart.rows()).extracting(Row::closed).containsExactly(false, false, true, true);
  }

  @Test
  void oneMonthAloneAndNoneAtAllAreDrawnToo() {
    assertThat(CashlessChart.of(List.of(month(OCTOBER, "BTXH", true, 1, 2)), "Cả tỉnh", NAMING).lines().get(0).points()).hasSize(1);
    assertThat(CashlessChart.of(List.of(), "Cả tỉnh", NAMING).rows()).isEmpty();
  }

  private static Month month(YearMonth period, String programme, boolean closed, long account, long paid) {
    return new Month(period, programme, closed, new Sum(account, account * 500_000, paid, paid * 500_000, paid - account));
  }
}
