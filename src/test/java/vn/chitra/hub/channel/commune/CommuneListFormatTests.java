package vn.chitra.hub.channel.commune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.channel.cash.CashLists;
import vn.chitra.hub.channel.cash.GoldenList;

class CommuneListFormatTests {

  private static final int HEADINGS = 6;

  private final CommuneListFormat format = new CommuneListFormat();

  @TempDir
  Path folder;

  static List<GoldenList> goldens() {
    return GoldenList.in("commune");
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void writesTheGoldenBytesUnderTheGoldenName(GoldenList golden) throws IOException {
    assertThat(golden.written(format)).isEqualTo(Files.readAllBytes(golden.expected(format)));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void findsNothingWrongWithAGoldenFile(GoldenList golden) throws IOException {
    assertThat(format.check(golden.header(format), golden.expected(format), golden.lines().iterator())).isEmpty();
  }

  @Test
  void namesTheFileAfterCommuneProgrammePeriodAndNumber() {
    assertThat(format.fileName(CashLists.communeHeader(CashLists.four()))).isEqualTo("DanhSach_07969_NCC_202611_000003.xlsx");
  }

  @Test
  void saysWhatTheContractWantsOnThePage() throws IOException {
    try (XSSFWorkbook book = open(written(CashLists.four()))) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(texts(sheet)).contains("Ủy ban nhân dân xã Đoan Hùng", "Số danh sách: 07969-NCC-202611-000003", "Lần báo cáo",
          "Loại (TẠM/CUỐI)", "Tổng cộng", "Đã nhận", "Đã chi", "Còn lại nộp trả",
          "Bằng chữ: Tám triệu một trăm chín mươi tư nghìn đồng.");
      assertThat(rowTexts(sheet.getRow(HEADINGS))).containsExactly("STT", "Mã chi trả", "Họ và tên", "Năm sinh", "Số giấy tờ", "Địa chỉ",
          "Nơi chi", "Người nhận thay", "Tháng", "Số tiền", "Ký nhận", "Kết quả (X = đã chi)", "Ngày chi", "Lý do");
    }
  }

  @Test
  void keepsCodesAsTextAndAmountsAsNumbers() throws IOException {
    try (XSSFWorkbook book = open(written(CashLists.four()))) {
      Row third = book.getSheetAt(0).getRow(HEADINGS + 3);
      assertThat(third.getCell(1).getCellType()).isEqualTo(CellType.STRING);
      assertThat(third.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("@");
      assertThat(third.getCell(4).getStringCellValue()).isEqualTo("000017");
      assertThat(third.getCell(8).getStringCellValue()).isEqualTo("09/2026-11/2026");
      assertThat(third.getCell(9).getNumericCellValue()).isEqualTo(1_500_000);
      assertThat(third.getCell(9).getCellStyle().getDataFormatString()).isEqualTo("#,##0");
    }
  }

  @Test
  void printsTheDayOnWhichAnAuthorisationEndsEarly() throws IOException {
    try (XSSFWorkbook book = open(written(CashLists.four()))) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getRow(HEADINGS + 3).getCell(7).getStringCellValue())
          .isEqualTo("Đinh Quốc Vượng\n(ủy quyền đến hết 10/11/2026)");
      assertThat(sheet.getRow(HEADINGS + 2).getCell(7).getStringCellValue()).isEqualTo("Trần Thị Hòa");
    }
  }

  @Test
  void isPrintableOnA4LandscapeWithItsHeadingsOnEachPage() throws IOException {
    try (XSSFWorkbook book = open(written(CashLists.many(90)))) {
      Sheet sheet = book.getSheetAt(0);
      assertThat(sheet.getPrintSetup().getPaperSize()).isEqualTo(PrintSetup.A4_PAPERSIZE);
      assertThat(sheet.getPrintSetup().getLandscape()).isTrue();
      assertThat(sheet.getFitToPage()).isTrue();
      assertThat(sheet.getPrintSetup().getFitWidth()).isEqualTo((short) 1);
      assertThat(sheet.getPrintSetup().getFitHeight()).isZero();
      assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("7:7");
      assertThat(sheet.getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) (HEADINGS + 1));
    }
  }

  @Test
  void storesHostileNamesAsTheTextTheyAre() throws IOException {
    List<String> hostile = List.of("=HYPERLINK(\"http://x.vn\";\"Nguyễn\")", "+84 Đỗ", "@SUM(A1)", "-2+3", "Trần \u202Etxt.Hoà\u202C",
        "<b>Đào</b> & \"Lý\"", "'=1+1");
    List<CashEntry> lines = new ArrayList<>();
    for (String name : hostile) {
      lines.add(CashLists.entry(lines.size() + 1, name, 500_000));
    }
    Path file = written(lines);
    try (XSSFWorkbook book = open(file)) {
      for (int i = 0; i < hostile.size(); i++) {
        assertThat(book.getSheetAt(0).getRow(HEADINGS + 1 + i).getCell(2).getCellType()).isEqualTo(CellType.STRING);
        assertThat(book.getSheetAt(0).getRow(HEADINGS + 1 + i).getCell(2).getStringCellValue()).isEqualTo(hostile.get(i));
      }
    }
    assertThat(format.check(CashLists.communeHeader(lines), file, lines.iterator())).isEmpty();
  }

  @Test
  void givesTheSameBytesWheneverAndWhereverItIsWritten() throws IOException {
    TimeZone zone = TimeZone.getDefault();
    byte[] first = Files.readAllBytes(written(CashLists.many(450)));
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
      assertThat(Files.readAllBytes(written(CashLists.many(450)))).isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void holdsNoMomentOfItsWriting() throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(Files.readAllBytes(written(CashLists.four()))))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        assertThat(part.getTimeLocal()).isEqualTo("2026-01-01T00:00:00");
        assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8)).doesNotContain("created");
      }
    }
  }

  @Test
  void findsNothingWrongWithWhatItWrote() throws IOException {
    for (List<CashEntry> lines : List.of(CashLists.four(), CashLists.many(450), List.<CashEntry>of())) {
      assertThat(format.check(CashLists.communeHeader(lines), written(lines), lines.iterator())).isEmpty();
    }
  }

  @Test
  void complainsOfAHeaderThatLies() throws IOException {
    List<CashEntry> lines = CashLists.four();
    BatchHeader honest = CashLists.communeHeader(lines);
    BatchHeader lying = new BatchHeader(honest.partner(), honest.folder(), honest.folderName(), honest.agencyName(), honest.programme(),
        honest.period(), null, honest.seq(), 5, honest.totalVnd() + 1);
    assertThat(format.check(lying, written(lines), lines.iterator()))
        .containsExactly("Số dòng: trong tệp 4, cần 5", "Tổng tiền: trong tệp 8194000, cần 8194001",
            "Tổng cộng: trong tệp 8194000, cần 8194001", "Đã nhận: trong tệp 8194000, cần 8194001");
  }

  @Test
  void complainsOfAnotherNameAmountOrMissingLineWithoutShowingThem() throws IOException {
    List<CashEntry> lines = CashLists.four();
    Path file = written(lines);
    List<CashEntry> meant = new ArrayList<>(lines);
    meant.set(0, CashLists.named(lines.get(0), "Nguyễn Thị Đúc"));
    assertThat(format.check(CashLists.communeHeader(lines), file, meant.iterator()))
        .containsExactly("Dòng 1, Họ và tên: khác với dữ liệu cần gửi");
    meant = new ArrayList<>(lines);
    meant.add(CashLists.entry(5, "Lê Thị Đào", 1));
    assertThat(format.check(CashLists.communeHeader(lines), file, meant.iterator())).containsExactly("Bảng thiếu dòng: chỉ có 4");
  }

  @Test
  void isOpenedAndPrintedByLibreOffice() throws Exception {
    assumeThat(onPath("soffice")).as("LibreOffice (soffice) is not installed here").isTrue();
    Path file = written(CashLists.many(60));
    Process office = new ProcessBuilder("soffice", "-env:UserInstallation=" + folder.resolve("profile").toUri(), "--headless",
        "--convert-to", "pdf", "--outdir", folder.toString(), file.toString()).redirectErrorStream(true)
        .redirectOutput(folder.resolve("soffice.log").toFile()).start();
    assertThat(office.waitFor(120, TimeUnit.SECONDS)).isTrue();
    assertThat(Files.readString(folder.resolve("soffice.log"))).doesNotContainIgnoringCase("error");
    byte[] pdf = Files.readAllBytes(folder.resolve("list.pdf"));
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
  }

  private Path written(List<CashEntry> lines) throws IOException {
    Path file = folder.resolve("list.xlsx");
    try (OutputStream out = Files.newOutputStream(file)) {
      format.write(CashLists.communeHeader(lines), lines.iterator(), out);
    }
    return file;
  }

  private static XSSFWorkbook open(Path file) throws IOException {
    return new XSSFWorkbook(new ByteArrayInputStream(Files.readAllBytes(file)));
  }

  private static List<String> texts(Sheet sheet) {
    List<String> all = new ArrayList<>();
    sheet.forEach(row -> all.addAll(rowTexts(row)));
    return all;
  }

  private static List<String> rowTexts(Row row) {
    List<String> texts = new ArrayList<>();
    row.forEach(cell -> {
      if (cell.getCellType() == CellType.STRING) {
        texts.add(cell.getStringCellValue());
      }
    });
    return texts;
  }

  private static boolean onPath(String program) {
    for (String place : System.getenv().getOrDefault("PATH", "").split(":")) {
      if (Files.isExecutable(Path.of(place, program))) {
        return true;
      }
    }
    return false;
  }
}
