package vn.chitra.hub.channel.cash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.channel.cash.CashReportMapping.Field;
import vn.chitra.hub.channel.cash.CashReportMapping.Result;
import vn.chitra.hub.payout.ReportedState;

class CashReportMappingTests {

  @Test
  void knowsTheDeceasedAndTheMovedOfBothKinds() throws IOException {
    for (String name : List.of("post-office-answer", "commune-answer")) {
      CashReportMapping mapping = CashReportMapping.packaged(name);
      assertThat(List.of("K2", "K3")).allSatisfy(code -> assertThat(mapping.reason(code)).contains(ReportedState.REJECTED));
      assertThat(List.of("K1", "K4", "K5", "K6", "K9", "k9"))
          .allSatisfy(code -> assertThat(mapping.reason(code)).contains(ReportedState.UNCOLLECTED));
      assertThat(mapping.reason("K7")).isEmpty();
    }
  }

  @Test
  void findsHeadingsWhateverTheirCaseDiacriticsAndBlanks() throws IOException {
    CashReportMapping mapping = CashReportMapping.packaged("post-office-answer");
    var row = mapping.headingRow(List.of("Ghi chú", " MÃ CHI TRẢ", "", "So_Tien", "Trạng  thái", "ngay chi", "Mã lý do", "lạ"))
        .orElseThrow();
    assertThat(row.of(Field.CODE)).isEqualTo(1);
    assertThat(row.of(Field.AMOUNT)).isEqualTo(3);
    assertThat(row.of(Field.RECEIVER)).isEqualTo(-1);
    assertThat(mapping.result("đã chi")).contains(Result.PAID);
  }

  @Test
  void refusesHeadingsThatAreMissingOrStandTwice() throws IOException {
    CashReportMapping mapping = CashReportMapping.packaged("post-office-answer");
    assertThat(mapping.headingRow(List.of("ma_chi_tra", "trang_thai", "so_tien", "ngay_chi"))).isEmpty();
    assertThat(mapping.headingRow(List.of("ma_chi_tra", "trang_thai", "so_tien", "ngay_chi", "ma_ly_do", "Số tiền"))).isEmpty();
  }

  @Test
  void namesFileAndLineOfAMistake() {
    String yaml = "columns:\n  CODE: {required: true, names: [a]}\nresults: {X: PAID}\nreasons:\n  K1: PERHAPS\n";
    assertThatThrownBy(() -> CashReportMapping.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "x-answer.yaml"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("x-answer.yaml, dòng 5: ");
  }

  @Test
  void refusesOneNameForTwoColumns() {
    String yaml = "columns:\n  CODE: {required: true, names: [Mã]}\n"
        + "  NOTE: {required: false, names: [ma]}\nresults: {X: PAID}\nreasons: {}\n"
        + "deceased: {codes: [K2], words: [chết]}\n";
    assertThatThrownBy(() -> CashReportMapping.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "x-answer.yaml"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageStartingWith("x-answer.yaml").hasMessageContaining("trùng");
  }

  @Test
  void refusesAMappingThatDoesNotSayHowADeathIsReported() {
    String yaml = "columns:\n  CODE: {required: true, names: [Mã]}\nresults: {X: PAID}\nreasons: {}\n";
    assertThatThrownBy(() -> CashReportMapping.read(new ByteArrayInputStream(yaml.getBytes(UTF_8)), "x-answer.yaml"))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("deceased");
  }
}
