package vn.chitra.hub.reconciliation.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportBookTests {

  @TempDir
  Path folder;

  @Test
  void holdsEachColumnOfTheEquationInCountAndInDongAsNumbers() throws IOException {
    List<Row> rows = read(Figures.november(), ReportBook.SETTLEMENT);
    assertThat(figures(rows, "Toàn tỉnh", 0)).isEqualTo(longs(232_003, 2_300, 8, 16, 233_450, 786, 8, 35, 48, 0));
    assertThat(figures(rows, "Toàn tỉnh", 1)).isEqualTo(longs(232_003_000_000L, 2_300_000_000L, 8_000_000, 16_000_000,
        233_450_000_000L, 786_000_000, 8_000_000, 35_000_000, 48_000_000, 0));
    assertThat(figures(rows, "Bưu điện tỉnh Phú Thọ", 0)).isEqualTo(longs(61_000, 300, 2, 0, 60_900, 350, 5, 27, 20, 0));
    assertThat(texts(rows)).contains("BÁO CÁO QUYẾT TOÁN CHI TRẢ TRỢ CẤP", "Kỳ chi trả: tháng 11/2026 – in lúc 18:00 ngày 19/11/2026",
        "Tạm chuyển kỳ sau", "Chênh lệch", "khoản", "đồng");
  }

  @Test
  void beginsWithTheHeadOfADocumentAndSaysTheTotalInWords() throws IOException {
    List<String> texts = texts(read(Figures.november(), ReportBook.SETTLEMENT));
    assertThat(texts).containsSubsequence("UỶ BAN NHÂN DÂN TỈNH PHÚ THỌ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "SỞ Y TẾ",
        "Độc lập - Tự do - Hạnh phúc", "Số: ……/BC-……", "Phú Thọ, ngày 19 tháng 11 năm 2026");
    assertThat(texts).contains("Tổng số tiền đã chi: 233.450.000.000 đồng (bằng chữ: hai trăm ba mươi ba tỷ bốn trăm năm mươi triệu"
        + " đồng).", "NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ");
  }

  @Test
  void givesEachPartnerASheetToSign() throws IOException {
    List<Row> rows = read(Figures.november(), "2 Bưu điện tỉnh Phú Thọ");
    assertThat(figures(rows, "Bưu điện tỉnh Phú Thọ", 0)).isEqualTo(longs(61_000, 300, 2, 0, 60_900, 350, 5, 27, 20, 0));
    assertThat(texts(rows)).contains("Đối tác: Bưu điện tỉnh Phú Thọ", "ĐẠI DIỆN ĐỐI TÁC").doesNotContain("Toàn tỉnh");
  }

  @Test
  void hasARepresentativeSignForEachPartnerAndForNoneNobody() throws IOException {
    assertThat(texts(read(Figures.november(), "2 Bưu điện tỉnh Phú Thọ"))).contains("(Ký, ghi rõ họ tên, đóng dấu)");
    assertThat(texts(read(Figures.november(), "4 Chưa giao đối tác"))).contains("THỦ TRƯỞNG ĐƠN VỊ").doesNotContain("ĐẠI DIỆN ĐỐI TÁC");
    assertThat(texts(read(Figures.november(), ReportBook.SETTLEMENT))).contains("Nơi nhận:", "- Lưu: VT, ………");
  }

  @Test
  void printsNothingBelowNinePoints() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new FileInputStream(written(Figures.november()).toFile()))) {
      assertThat(book).isNotEmpty().allSatisfy(sheet -> assertThat(PrintedSize.smallest((XSSFSheet) sheet)).as(sheet.getSheetName())
          .isGreaterThanOrEqualTo(9));
    }
  }

  @Test
  void namesASheetWithoutForbiddenCharacters() {
    assertThat(ReportBook.sheetName(3, "Ngân hàng [A/B]: 'chi nhánh' rất dài")).isEqualTo("3 Ngân hàng  A B    chi nhánh").hasSizeLessThan(32);
  }

  @Test
  void holdsTheCashlessShareAsANumber() throws IOException {
    List<Row> rows = read(Figures.november(), ReportBook.CASHLESS);
    Row commune = rows.stream().filter(row -> row.getCellText(1).equals("Xã Đoan Hùng")).findFirst().orElseThrow();
    assertThat(commune.getCellText(0)).isEqualTo("07969");
    assertThat(commune.getCellAsNumber(4).orElseThrow()).isEqualByComparingTo("0.8484");
    assertThat(commune.getCellAsNumber(6).orElseThrow()).isEqualByComparingTo("1300000000");
  }

  @Test
  void holdsWhatIsOpenByReasonAndCasesByKind() throws IOException {
    List<Row> rows = read(Figures.november(), ReportBook.OPEN);
    assertThat(texts(rows)).contains("Có hai tài khoản, chưa rõ tài khoản nào", "Lý do khác", "Đối tác quá hạn trả lời",
        "Không gắn với kỳ").doesNotContain("025084001234 Nguyễn Thị Đức");
  }

  @Test
  void highlightsADifferenceThatIsNotZeroAndOnlyThat() throws IOException {
    assertThat(alarms(Figures.november())).isEmpty();
    assertThat(alarms(Figures.with(List.of(Figures.row("xa", "NCC", 10, 0, 0, 0, 9, 0, 0, 0, 0)), true)))
        .containsOnly("1.0", "1000000.0").hasSize(8);
  }

  @Test
  void isPrintableOnA4LandscapeWithItsHeadingsOnEachPage() throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new FileInputStream(written(Figures.november()).toFile()))) {
      assertThat(book).extracting(Sheet::getSheetName).containsExactly("Quyết toán", "Không dùng tiền mặt", "Còn mở",
          "1 Agribank Chi nhánh tỉnh Phú T", "2 Bưu điện tỉnh Phú Thọ", "3 Uỷ ban nhân dân cấp xã", "4 Chưa giao đối tác");
      assertThat(book).allSatisfy(sheet -> {
        assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
        assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
        assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
        assertThat(sheet.getRepeatingRows()).isNotNull();
      });
    }
  }

  @Test
  void isOpenedAndPrintedByLibreOffice() throws Exception {
    assumeThat(onPath("soffice")).as("LibreOffice (soffice) is not installed here").isTrue();
    Path file = written(Figures.november());
    Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
        "--convert-to", "pdf", "--outdir", folder.toString(), file.toString()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("soffice.log").toFile()).start();
    assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("soffice.log"))).doesNotContainIgnoringCase("error");
    byte[] pdf = Files.readAllBytes(folder.resolve("report.pdf"));
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  private Path written(ReportFigures figures) throws IOException {
    Path file = folder.resolve("report.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      new ReportBook(Figures.page(figures)).write(out);
    }
    return file;
  }

  private List<Row> read(ReportFigures figures, String sheet) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(written(figures).toFile())) {
      return book.findSheet(sheet).orElseThrow().read();
    }
  }

  /** @param rowOfLine 0 = count, 1 = dong */
  private static List<BigDecimal> figures(List<Row> rows, String label, int rowOfLine) {
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).getCellText(SettlementSheet.LABEL).equals(label)) {
        Row row = rows.get(i + rowOfLine);
        return row.getCells(SettlementSheet.FIRST_FIGURE, SettlementSheet.FIRST_FIGURE + EquationColumn.values().length).stream()
            .map(cell -> cell.asNumber()).toList();
      }
    }
    throw new AssertionError("no line " + label);
  }

  private static List<BigDecimal> longs(long... numbers) {
    return Arrays.stream(numbers).mapToObj(BigDecimal::valueOf).toList();
  }

  private static List<String> texts(List<Row> rows) {
    return rows.stream().flatMap(row -> row.stream().filter(cell -> cell != null).map(cell -> cell.getText())).toList();
  }

  /** The values of the highlighted cells of the settlement. */
  private List<String> alarms(ReportFigures figures) throws IOException {
    try (XSSFWorkbook book = new XSSFWorkbook(new FileInputStream(written(figures).toFile()))) {
      List<String> found = new ArrayList<>();
      for (org.apache.poi.ss.usermodel.Row row : book.getSheet(ReportBook.SETTLEMENT)) {
        for (Cell cell : row) {
          var fill = book.getStylesSource().getStyleAt(cell.getCellStyle().getIndex()).getFillForegroundXSSFColor();
          if (fill != null && fill.getARGBHex().endsWith("F8CBAD")) {
            found.add(cell.toString());
          }
        }
      }
      return found;
    }
  }

  private static boolean onPath(String program) {
    return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
        .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
  }
}
