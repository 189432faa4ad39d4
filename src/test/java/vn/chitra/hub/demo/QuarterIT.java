package vn.chitra.hub.demo;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** December, January and February before and after Tết, with everything that makes months depend on one another. */
@EnabledIfSystemProperty(named = "quarter", matches = "true", disabledReason = "by hand (-Dquarter=true): it takes minutes")
class QuarterIT {

  private static PlayedQuarter quarter;

  @BeforeAll
  static void play() throws Exception {
    quarter = PlayedQuarter.get();
  }

  @Test
  void everyMonthSettlesAtZeroAndCloses() {
    assertThat(quarter.status()).as(quarter.log()).isZero();
    assertThat(quarter.log()).contains("Sổ sách khớp.", "Quyết toán kỳ 2026-12:", "Quyết toán kỳ 2027-01:", "Quyết toán kỳ 2027-02:",
        "[đúng] Mọi kỳ từ 2026-12 đến 2027-02 đã đóng").doesNotContain("[SAI]");
  }

  @Test
  void whatWasCarriedOverCameAgainAndWasPaid() {
    assertThat(inHub("SELECT count(*) FROM booking WHERE column_name = 'CARRIED_IN'")).isPositive();
    assertThat(inHub("SELECT count(*) FROM payout WHERE state = 'PAID' AND (current_payroll_id, current_line_no) <> (payroll_id, line_no)"))
        .isPositive();
  }

  @Test
  void aPaymentCameBackAfterItsMonthWasClosedAndItsCreditStoodOnTheStatement() {
    assertThat(inHub("SELECT count(*) FROM booking b JOIN payment l USING (payment_id) WHERE column_name = 'CAME_BACK' AND"
        + " l.credit_matched"))
        .isPositive();
  }

  @Test
  void aRejectedPaymentThatWasCreditedAfterAllCounts() {
    assertThat(quarter.partners().queryForObject("SELECT count(*) FROM instruction WHERE reference LIKE 'FTM%' AND state = 'PAID'",
        Long.class)).isPositive();
  }

  @Test
  void theMonthPaidBeforeTetWasPaidOnceAndRefusedWhenListedAgain() {
    assertThat(inHub("SELECT count(*) FROM payout WHERE state = 'PAID' AND for_from = '2027-01-01' AND for_to = '2027-02-01'"))
        .isPositive();
    assertThat(inHub("SELECT count(*) FROM payroll_refusal WHERE reason_code = 'MONTH_ALREADY_PAID' AND payroll_id LIKE 'BL-202702-%'"))
        .isPositive();
  }

  @Test
  void arrearsWerePaidToTheAccountThatWasPutRight() {
    assertThat(inHub("SELECT count(*) FROM payout WHERE state = 'PAID' AND kind = 'ARREARS' AND payroll_id LIKE 'BL-202701-%'"
        + " AND account_no LIKE '27002%'")).isPositive();
  }

  @Test
  void hostileNamesReachedThoseWhoPayCashAndNoneOfThemAsAFormula() throws IOException {
    List<String> texts = new ArrayList<>();
    for (String sha256 : sent("buu-dien")) {
      texts.addAll(fields(quarter.archived(sha256)));
    }
    for (String sha256 : sent("xa")) {
      texts.addAll(cells(quarter.archived(sha256)));
    }
    assertThat(texts).filteredOn(text -> text.matches("(?s)[=+@-].*")).filteredOn(text -> !text.equals("=cmd|'/C calc'!A0")).isEmpty();
    assertThat(texts).anyMatch(text -> text.contains("<script>")).anyMatch(text -> text.contains("=cmd|"))
        .anyMatch(text -> text.startsWith("Nguyễn Thị Dài Nguyễn Thị Dài")).anyMatch(text -> text.contains("😀"))
        .anyMatch(text -> text.startsWith("Đỗ; \"Văn\"")).noneMatch(text -> text.matches("(?s).*[\\u202a-\\u202e\\u200e\\u200f].*"));
  }

  private static long inHub(String sql) {
    Long count = quarter.hub().queryForObject(sql, Long.class);
    return count == null ? -1 : count;
  }

  private static List<String> sent(String partner) {
    return quarter.hub().queryForList("SELECT trim(file_sha256) FROM batch WHERE partner = ? AND seq IS NOT NULL", String.class, partner);
  }

  /** Of a list that a spreadsheet program would open; a formula there is one that begins the field. */
  private static List<String> fields(Path csv) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().fieldSeparator(';').ofCsvRecord(csv)) {
      List<String> fields = reader.stream().flatMap(row -> row.getFields().stream()).toList();
      assertThat(fields).noneMatch(field -> field.matches("(?s)[=+@-].*"));
      return fields;
    }
  }

  private static List<String> cells(Path xlsx) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Workbook book = WorkbookFactory.create(xlsx.toFile(), null, true)) {
      for (Sheet sheet : book) {
        for (Row row : sheet) {
          for (Cell cell : row) {
            assertThat(cell.getCellType()).isNotEqualTo(CellType.FORMULA);
            texts.add(cell.toString());
          }
        }
      }
    }
    return texts;
  }
}
