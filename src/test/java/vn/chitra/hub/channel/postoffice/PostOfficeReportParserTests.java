package vn.chitra.hub.channel.postoffice;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.channel.cash.CashLists;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.GoldenReport;
import vn.chitra.hub.inbound.InboundMessage.ListReport;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;

class PostOfficeReportParserTests {

  private static final String NAME = "KQ_BC8123_202611_000012_002.csv";
  private static final String HEADER = "ma_chi_tra;trang_thai;so_tien;ngay_chi;nguoi_nhan;quan_he;noi_chi;ma_ly_do;ghi_chu";
  private static final String PAID = CashLists.id(1) + ";DA_CHI;2789000;05/11/2026;Nguyễn Thị Đức;chính chủ;NHA;;";
  private static final String UNPAID = CashLists.id(2) + ";CHUA_CHI;500000;;;;BUUCUC;K1;Đi vắng, hẹn sau";
  private static final String TOTAL = "TONG;2;2789000;;;;;;";

  private final PartnerProfile partner = CashLists.partner(PartnerKind.POST_OFFICE);
  private final List<ReportedStatus> lines = new ArrayList<>();
  private PostOfficeReportParser reader;

  @TempDir
  Path folder;

  @BeforeEach
  void reader() throws IOException {
    reader = new PostOfficeReportParser(CashReportMapping.packaged("post-office-answer"));
  }

  static List<GoldenReport> goldens() {
    return GoldenReport.in(PartnerKind.POST_OFFICE);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void readsTheGoldenReplies(GoldenReport golden) throws IOException {
    assertThat(golden.read(reader, PartnerKind.POST_OFFICE, "BC8123")).isEqualTo(golden.expected());
  }

  @Test
  void recognisesReportsOfPostOfficesByTheirName() {
    assertThat(reader.recognises(partner, NAME)).isTrue();
    assertThat(reader.recognises(partner, "kq_gì đó.CSV")).isTrue();
    assertThat(reader.recognises(partner, "DS_BC8123_202611_000012.csv")).isFalse();
    assertThat(reader.recognises(CashLists.partner(PartnerKind.BANK_CSV), NAME)).isFalse();
  }

  @Test
  void takesUnchangedBytesUnderAClosingNameForNews() {
    assertThat(reader.nameIsPartOfContent()).isTrue();
  }

  @Test
  void takesWhatTheNameSays() throws IOException {
    assertThat(read(NAME, text(UTF_8))).isEqualTo(new Understood(
        new ListReport("BC8123", null, YearMonth.of(2026, 11), 12, 2, false, true, null, null, null, null)));
    assertThat(read("KQ_BC8123_202611_000012_003_CUOI.csv", text(UTF_8))).isEqualTo(new Understood(
        new ListReport("BC8123", null, YearMonth.of(2026, 11), 12, 3, true, true, null, null, null, null)));
  }

  @Test
  void handsOnEachLineUnchanged() throws IOException {
    read(NAME, text(UTF_8));
    assertThat(lines).containsExactly(
        new ReportedStatus(2, CashLists.id(1), 2_789_000, ReportedState.PAID, null, null, null, LocalDate.of(2026, 11, 5),
            "Nguyễn Thị Đức"),
        new ReportedStatus(3, CashLists.id(2), 500_000, ReportedState.UNCOLLECTED, "K1", "Đi vắng, hẹn sau", null, null, null));
  }

  @ParameterizedTest
  @CsvSource({"CHUA_CHI,,UNCOLLECTED", "CHUA_CHI,K1,UNCOLLECTED", "CHUA_CHI,K2,REJECTED", "CHUA_CHI,K3,REJECTED", "CHUA_CHI,K4,UNCOLLECTED",
      "CHUA_CHI,K5,UNCOLLECTED", "CHUA_CHI,K6,UNCOLLECTED", "CHUA_CHI,k9,UNCOLLECTED", "CHUA_CHI,K7,UNKNOWN", "CHUA_CHI,ốm,UNKNOWN",
      "Đã chi,,PAID", "DA_CHI,,PAID", "DANG_CHI,,UNKNOWN", "'',K1,UNKNOWN"})
  void translatesStatusAndReason(String status, String reason, ReportedState reported) throws IOException {
    String row = CashLists.id(1) + ";" + status + ";500000;;;;;" + (reason == null ? "" : reason) + ";";
    String total = "TONG;1;" + (reported == ReportedState.PAID ? 500_000 : 0) + ";;;;;;";
    ParseResult parsed = read(NAME, String.join("\r\n", HEADER, row, total, "").getBytes(UTF_8));
    assertThat(parsed).isInstanceOf(Understood.class);
    assertThat(lines).extracting(ReportedStatus::reported).containsExactly(reported);
  }

  @Test
  void readsUtf16WithAndWithoutMark() throws IOException {
    for (byte[] bytes : List.of(text(UTF_16LE), text(UTF_16BE), marked("\uFEFF", UTF_16LE), marked("\uFEFF", UTF_16BE),
        marked("\uFEFF", UTF_8))) {
      lines.clear();
      assertThat(read(NAME, bytes)).isInstanceOf(Understood.class);
      assertThat(lines).extracting(ReportedStatus::receivedBy).containsExactly("Nguyễn Thị Đức", null);
    }
  }

  @Test
  void readsWhatASpreadsheetMadeOfIt() throws IOException {
    String sheet = """
        BÁO CÁO CHI TRẢ THÁNG 11/2026\t\t\t\t
        \t\t\t\t
        Số tiền\tMÃ CHI TRẢ\tMã lý do\tNgày chi\tTrạng Thái\tNgười nhận
        "2.789.000"\t%s\t\t5/11/2026\tDA_CHI\t"Nguyễn ""Đức\"""
        500,000,000\t%s\tK4\t\tCHUA_CHI\t
        2.789.000\tTONG\t\t\t2\t
        \t\t\t\t\t
        """.formatted(CashLists.id(1), CashLists.id(2));
    assertThat(read(NAME, sheet.getBytes(UTF_8))).isInstanceOf(Understood.class);
    assertThat(lines).containsExactly(
        new ReportedStatus(4, CashLists.id(1), 2_789_000, ReportedState.PAID, null, null, null, LocalDate.of(2026, 11, 5),
            "Nguyễn \"Đức\""),
        new ReportedStatus(5, CashLists.id(2), 500_000_000, ReportedState.UNCOLLECTED, "K4", null, null, null, null));
  }

  @Test
  void handsOnBothOfTwoLinesWithOneCode() throws IOException {
    read(NAME, String.join("\r\n", HEADER, PAID, PAID, "TONG;2;5578000;;;;;;").getBytes(UTF_8));
    assertThat(lines).hasSize(2);
  }

  @Test
  void takesNothingOfAFileCutAnywhere() throws IOException {
    byte[] whole = text(UTF_8);
    int end = new String(whole, UTF_8).indexOf("TONG") + whole.length - new String(whole, UTF_8).length();
    for (int kept = HEADER.length() + 2; kept <= end; kept++) {
      assertThat(problem(read(NAME, Arrays.copyOf(whole, kept)))).as("cut at " + kept).isEqualTo(Problem.TRUNCATED);
    }
    assertThat(problem(read(NAME, new byte[0]))).isEqualTo(Problem.TRUNCATED);
  }

  @Test
  void seesThatAFileEndsShortUntilItsControlRowIsThere() throws IOException {
    byte[] whole = text(UTF_8);
    int total = new String(whole, ISO_8859_1).lastIndexOf("2789000") + "2789000".length();
    Path file = folder.resolve("dang-ghi.csv");
    for (int kept = 0; kept < total; kept++) {
      assertThat(reader.endsShort(Files.write(file, Arrays.copyOf(whole, kept)))).as("cut at " + kept).isTrue();
    }
    assertThat(reader.endsShort(Files.write(file, whole))).isFalse();
    assertThat(reader.endsShort(Files.write(file, text(UTF_16LE)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001a", "\r\n\r\n", ";;;;;;;;\r\n;;;;\r\n", "   \r\n", "\r\n\u001a\r\n"})
  void takesBytesThatSayNothingBehindTheControlRow(String behind) throws IOException {
    byte[] more = (new String(text(UTF_8), UTF_8) + behind).getBytes(UTF_8);
    assertThat(read(NAME, more)).isEqualTo(read(NAME, text(UTF_8))).isInstanceOf(Understood.class);
  }

  @Test
  void takesNothingWhenCountOrTotalDoNotFit() throws IOException {
    for (String total : List.of("TONG;3;2789000;;;;;;", "TONG;2;2789001;;;;;;", "TONG;2;;;;;;;", "TONG;;;;;;;;")) {
      ParseResult parsed = read(NAME, String.join("\r\n", HEADER, PAID, UNPAID, total).getBytes(UTF_8));
      assertThat(problem(parsed)).as(total).isEqualTo(Problem.TRUNCATED);
    }
  }

  @Test
  void namesLineAndFieldOfAWrongRow() throws IOException {
    assertWrong(PAID.replace("2789000", "2.78"), "so_tien");
    assertWrong(PAID.replace("2789000", ""), "so_tien");
    assertWrong(PAID.replace("2789000", "2789000.50"), "so_tien");
    assertWrong(PAID.replace("2789000", "2789000 USD"), "so_tien");
    assertWrong(PAID.replace("05/11/2026", "hôm qua"), "ngay_chi");
    assertWrong(PAID.substring(3), "ma_chi_tra");
  }

  /** The amount of the payment decides about the row. */
  @Test
  void anAmbiguousAmountIsReadAsThousandsWhateverTheTotalMakesOfIt() throws IOException {
    for (String total : List.of("2789", "2789000", "2.789", "2.789.000,00 đ")) {
      lines.clear();
      ParseResult parsed = read(NAME, String.join("\r\n", HEADER, PAID.replace("2789000", "2.789"), UNPAID.replace("500000", "500.000"),
          "TONG;2;" + total + ";;;;;;", "").getBytes(UTF_8));
      assertThat(parsed).as(total).isInstanceOf(Understood.class);
      assertThat(lines).extracting(ReportedStatus::amountVnd).containsExactly(2_789L, 500_000L);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000", "00/00/0000", "0000-00-00"})
  void zerosAreNoDay(String day) throws IOException {
    assertThat(read(NAME, String.join("\r\n", HEADER, PAID, UNPAID.replace("500000;;", "500000;" + day + ";"), TOTAL, "").getBytes(UTF_8)))
        .isInstanceOf(Understood.class);
    assertThat(lines.get(1).happenedOn()).isNull();
  }

  @Test
  void refusesDataBehindTheControlRow() throws IOException {
    ParseResult parsed = read(NAME, String.join("\r\n", HEADER, PAID, UNPAID, TOTAL, PAID).getBytes(UTF_8));
    assertThat(problem(parsed)).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void refusesOtherCharsetsAndTheirDebris() throws IOException {
    assertThat(problem(read(NAME, String.join("\n", HEADER, "x;DA_CHI;1;;Ðô Vãn;;;;").getBytes(ISO_8859_1)))).isEqualTo(Problem.CHARSET);
    NotUnderstood debris = (NotUnderstood) read(NAME,
        String.join("\n", HEADER, PAID.replace("Nguyễn Thị Đức", "NguyÔn ThÞ §øc"), UNPAID, TOTAL).getBytes(UTF_8));
    assertThat(debris.problem()).isEqualTo(Problem.CHARSET);
    assertThat(debris.line()).isEqualTo(2);
    assertThat(debris.field()).isEqualTo("nguoi_nhan");
    assertThat(debris.reason()).contains("TCVN3").doesNotContain("NguyÔn");
  }

  @Test
  void refusesAnotherPostOfficesReportAndAWrongName() throws IOException {
    assertThat(problem(read("KQ_BC9999_202611_000012_002.csv", text(UTF_8)))).isEqualTo(Problem.FOREIGN);
    assertThat(problem(read("KQ_BC8123_202613_000012_002.csv", text(UTF_8)))).isEqualTo(Problem.MALFORMED);
    assertThat(problem(read("KQ_BC8123_202611_000012_002 (1).csv", text(UTF_8)))).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void refusesAFileWithoutHeadings() throws IOException {
    assertThat(problem(read(NAME, (PAID + "\n" + TOTAL.replace('2', '1')).getBytes(UTF_8)))).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void letsThroughWhatTheTakerOfLinesThrows() throws IOException {
    Path file = Files.write(folder.resolve("x"), text(UTF_8));
    assertThatThrownBy(() -> reader.read(partner, "BC8123", NAME, file, line -> {
      throw new IllegalStateException("cơ sở dữ liệu");
    })).isInstanceOf(IllegalStateException.class).hasMessage("cơ sở dữ liệu");
  }

  private void assertWrong(String row, String field) throws IOException {
    NotUnderstood wrong = (NotUnderstood) read(NAME, String.join("\r\n", HEADER, UNPAID, row, TOTAL).getBytes(UTF_8));
    assertThat(wrong.problem()).isEqualTo(Problem.MALFORMED);
    assertThat(wrong.line()).isEqualTo(3);
    assertThat(wrong.field()).isEqualTo(field);
  }

  private ParseResult read(String name, byte[] bytes) throws IOException {
    return reader.read(partner, "BC8123", name, Files.write(folder.resolve("x"), bytes), lines::add);
  }

  private static Problem problem(ParseResult parsed) {
    assertThat(parsed).isInstanceOf(NotUnderstood.class);
    return ((NotUnderstood) parsed).problem();
  }

  private static byte[] text(Charset charset) {
    return marked("", charset);
  }

  private static byte[] marked(String mark, Charset charset) {
    return (mark + String.join("\r\n", HEADER, PAID, UNPAID, TOTAL, "")).getBytes(charset);
  }
}
