package vn.chitra.hub.channel.commune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import vn.chitra.hub.channel.cash.CashLists;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.cash.GoldenReport;
import vn.chitra.hub.inbound.InboundMessage.ListReport;
import vn.chitra.hub.inbound.InboundParser.NamedRow;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.PartnerProfile;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;

class CommuneReportParserTests {

  private static final LocalDate FIFTH = LocalDate.of(2026, 11, 5);

  private final PartnerProfile partner = CashLists.partner(PartnerKind.COMMUNE);
  private final List<ReportedStatus> lines = new ArrayList<>();
  private CommuneReportParser reader;

  @TempDir
  Path folder;

  @BeforeEach
  void reader() throws IOException {
    reader = new CommuneReportParser(CashReportMapping.packaged("commune-answer"));
  }

  static List<GoldenReport> goldens() {
    return GoldenReport.in(PartnerKind.COMMUNE);
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void readsTheGoldenReplies(GoldenReport golden) throws IOException {
    assertThat(golden.read(reader, PartnerKind.COMMUNE, "07969")).isEqualTo(golden.expected());
  }

  @Test
  void aSheetCutAnywhereEndsShort() throws IOException {
    byte[] whole = Files.readAllBytes(Path.of("src/test/resources/golden/commune/answer/saved-by-libreoffice/bao-cao-cuoi.xlsx"));
    Path file = folder.resolve("cut.xlsx");
    for (int kept = 0; kept < whole.length - 22; kept++) {
      assertThat(reader.endsShort(Files.write(file, Arrays.copyOf(whole, kept)))).as("cut at %d", kept).isTrue();
    }
    assertThat(reader.endsShort(Files.write(file, whole))).isFalse();
    assertThat(reader.endsShort(Files.writeString(file, "không phải bảng tính"))).isFalse();
  }

  @Test
  void recognisesSpreadsheetsOfCommunes() {
    assertThat(reader.recognises(partner, "báo cáo tháng 11.XLSX")).isTrue();
    assertThat(reader.recognises(partner, "bao cao.xls")).isTrue();
    assertThat(reader.recognises(partner, "~$báo cáo.xlsx")).isFalse();
    assertThat(reader.recognises(partner, "báo cáo.pdf")).isFalse();
    assertThat(reader.recognises(CashLists.partner(PartnerKind.POST_OFFICE), "x.xlsx")).isFalse();
  }

  @Test
  void takesWhatThePageSaysAndHandsOnEachRow() throws IOException {
    ParseResult parsed = read(four().report("2", "TẠM").paid(1, "05/11/2026").paid(3, "5/11/2026").put(2, "Lý do", "K2"));
    assertThat(parsed).isEqualTo(new Understood(
        new ListReport("07969", "NCC", YearMonth.of(2026, 11), 3, 2, false, true, null, 8_194_000L, null, null)));
    assertThat(lines).containsExactly(
        new ReportedStatus(8, CashLists.id(1), 2_789_000, ReportedState.PAID, null, null, null, FIFTH, "Nguyễn Thị Đức"),
        new ReportedStatus(9, CashLists.id(2), 500_000, ReportedState.REJECTED, "K2", null, null, null, null),
        new ReportedStatus(10, CashLists.id(3), 1_500_000, ReportedState.PAID, null, null, null, FIFTH, "Đinh Quốc Vượng"),
        new ReportedStatus(11, CashLists.id(4), 3_405_000, ReportedState.ACCEPTED, null, null, null, null, null));
  }

  @ParameterizedTest
  @CsvSource({"TẠM,,,ACCEPTED,", "CUỐI,,,UNCOLLECTED,", "CUỐI,,K1,UNCOLLECTED,K1", "CUỐI,,k2,REJECTED,K2",
      "CUỐI,,K3: chuyển đi,REJECTED,K3",
      "CUỐI,,K7,UNKNOWN,K7", "CUỐI,,Đi viện,UNCOLLECTED,TEXT", "TẠM,,K1,UNCOLLECTED,K1", "TẠM,,Đi viện,UNCOLLECTED,TEXT", "TẠM,x,,PAID,",
      "CUỐI, X ,,PAID,", "CUỐI,đã chi,,UNKNOWN,TEXT", "Cuối,0,,UNKNOWN,TEXT"})
  void translatesMarkAndReason(String kind, String mark, String reason, ReportedState reported, String code) throws IOException {
    read(four().report("1", kind).put(1, "Kết quả", mark == null ? "" : mark).put(1, "Lý do", reason == null ? "" : reason));
    assertThat(lines.get(0).reported()).isEqualTo(reported);
    assertThat(lines.get(0).code()).isEqualTo(code);
  }

  @Test
  void closesAListWhoseSettlementFits() throws IOException {
    ListReport report = report(four().report("3", "CUỐI").paid(1, "05/11/2026").paid(2, "05/11/2026").settled(3_289_000, 4_905_000));
    assertThat(report.closing()).isTrue();
    assertThat(report.totalsFit()).isTrue();
    assertThat(List.of(report.receivedVnd(), report.paidVnd(), report.leftVnd())).containsExactly(8_194_000L, 3_289_000L, 4_905_000L);
  }

  @ParameterizedTest
  @CsvSource({"Số tiền,Tháng", "Tháng,''", "Tháng,STT", "Số tiền,STT", "Số tiền,''", "STT,''", "Mã chi trả,''", "Lý do,Số tiền"})
  void readsLabelsAndBoxesOfWholeColumnsThatWereMoved(String column, String before) throws IOException {
    FilledSheet sheet = four().report("3", "CUỐI").paid(1, "05/11/2026").paid(2, "05/11/2026").settled(3_289_000, 4_905_000);
    ListReport report = report(sheet.moved(column, before));
    assertThat(report.version()).isEqualTo(3);
    assertThat(report.totalsFit()).as(report.totalsComplaint()).isTrue();
    assertThat(List.of(report.receivedVnd(), report.paidVnd(), report.leftVnd())).containsExactly(8_194_000L, 3_289_000L, 4_905_000L);
    assertThat(lines).extracting(ReportedStatus::reported).containsExactly(ReportedState.PAID, ReportedState.PAID,
        ReportedState.UNCOLLECTED, ReportedState.UNCOLLECTED);
  }

  @Test
  void anEmptyBoxOfMovedColumnsStaysEmpty() throws IOException {
    assertProblem(read(four().moved("Tháng", "STT")), Problem.MALFORMED, 0, "Lần báo cáo");
    assertProblem(read(four().report("1", "").moved("Số tiền", "Tháng")), Problem.MALFORMED, 0, "Loại");
    assertThat(report(four().report("1", "CUỐI").moved("Tháng", "STT")).totalsFit()).isFalse();
  }

  @Test
  void readsTheCellBesideALabelWhereTheBoxIsEmptyAndTwoLabelsInOneRow() throws IOException {
    FilledSheet beside = four().moved("Số tiền", "Tháng");
    beside.beside("Lần báo cáo", "2").beside("Loại (TẠM/CUỐI)", "TẠM");
    assertThat(report(beside).version()).isEqualTo(2);

    FilledSheet row = four().report("", "");
    row.right("Lần báo cáo").getRow().getCell(8).setBlank();
    row.right("Loại (TẠM/CUỐI)").getRow().getCell(8).setBlank();
    List<String> typed = List.of("Lần báo cáo", "4", "Loại", "TẠM");
    for (int i = 0; i < typed.size(); i++) {
      row.sheet().getRow(1).getCell(6 + i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(typed.get(i));
    }
    assertThat(report(row)).extracting(ListReport::version, ListReport::closing).containsExactly(4, false);
  }

  @Test
  void saysWhereASettlementContradictsTheRows() throws IOException {
    assertThat(report(four().report("3", "CUỐI").paid(1, "05/11/2026").settled(2_789_001, 5_405_000)).totalsComplaint())
        .isEqualTo("Đã chi ghi 2789001, các dòng đánh dấu X cộng lại 2789000");
    assertThat(report(four().report("3", "CUỐI").paid(1, "05/11/2026").settled(2_789_000, 0)).totalsComplaint())
        .isEqualTo("Còn lại nộp trả ghi 0, các dòng khác cộng lại 5405000");
    assertThat(report(four().report("3", "CUỐI").paid(1, "05/11/2026")).totalsFit()).isFalse();
    assertThat(report(four().report("3", "CUỐI").paid(1, "05/11/2026").put(2, "Mã chi trả", CashLists.id(1)).put(2, "Số tiền", "2789000")
        .settled(2_789_000, 7_694_000)).totalsComplaint())
        .isEqualTo("Đã nhận ghi 8194000, Đã chi và Còn lại nộp trả cộng lại 10483000");
  }

  @Test
  void readsTheNamesOfOurOwnListAndOfTheFilledSheet() throws IOException {
    FilledSheet sheet = four().put(2, "Họ và tên", "").columnsMoved();
    assertThat(reader.namedRows(sheet.save(folder.resolve("x.xlsx")))).extracting(NamedRow::lineNo, NamedRow::endToEndId, NamedRow::name)
        .startsWith(tuple(8, CashLists.id(1), "Nguyễn Thị Đức")).hasSize(3);
  }

  @Test
  void readsColumnsMovedRowsSortedHiddenAndLeftOut() throws IOException {
    FilledSheet sheet = four().report("1", "TẠM").paid(1, "05/11/2026").put(3, "Lý do", "K4").columnsMoved();
    sheet.sheet().getRow(FilledSheet.HEADINGS + 1).setZeroHeight(true);
    sheet.sheet().setColumnHidden(0, true);
    sheet.sheet().removeRow(sheet.sheet().getRow(FilledSheet.HEADINGS + 2));
    swap(sheet.sheet().getRow(FilledSheet.HEADINGS + 3), sheet.sheet().getRow(FilledSheet.HEADINGS + 4));
    assertThat(read(sheet)).isInstanceOf(Understood.class);
    assertThat(lines).extracting(line -> entry(line.endToEndId(), line.reported()))
        .containsExactly(entry(CashLists.id(1), ReportedState.PAID),
        entry(CashLists.id(4), ReportedState.ACCEPTED), entry(CashLists.id(3), ReportedState.UNCOLLECTED));
  }

  @Test
  void readsAmountsAsTextDatesAsCellsAndFormulasByTheirValue() throws IOException {
    FilledSheet sheet = four().report("1", "CUỐI").paid(1, "").paid(2, "");
    sheet.cell(1, "Số tiền").setCellValue("2.789.000");
    CellStyle day = sheet.book().createCellStyle();
    day.setDataFormat((short) 14);
    sheet.cell(1, "Ngày chi").setCellValue(FIFTH);
    sheet.cell(1, "Ngày chi").setCellStyle(day);
    sheet.cell(2, "Ngày chi").setCellFormula("DATE(2026,11,5)");
    sheet.cell(2, "Số tiền").setCellFormula("250000*2");
    sheet.right("Đã chi").setCellFormula("2789000+J9");
    sheet.number("Còn lại nộp trả", 4_905_000);
    sheet.book().getCreationHelper().createFormulaEvaluator().evaluateAll();
    assertThat(report(sheet).totalsFit()).isTrue();
    assertThat(lines.subList(0, 2)).extracting(ReportedStatus::happenedOn).containsExactly(FIFTH, FIFTH);
    assertThat(lines.subList(0, 2)).extracting(ReportedStatus::amountVnd).containsExactly(2_789_000L, 500_000L);
  }

  @Test
  void handsOnBothOfTwoRowsWithOneCode() throws IOException {
    read(four().report("1", "TẠM").put(2, "Mã chi trả", CashLists.id(1)));
    assertThat(lines).extracting(ReportedStatus::endToEndId).startsWith(CashLists.id(1), CashLists.id(1)).hasSize(4);
  }

  @Test
  void refusesAPageWithoutVersionOrKind() throws IOException {
    assertProblem(read(four()), Problem.MALFORMED, 0, "Lần báo cáo");
    assertProblem(read(four().report("một", "TẠM")), Problem.MALFORMED, 0, "Lần báo cáo");
    assertProblem(read(four().report("0", "TẠM")), Problem.MALFORMED, 0, "Lần báo cáo");
    assertProblem(read(four().report("1", "")), Problem.MALFORMED, 0, "Loại");
    assertProblem(read(four().report("1", "xong")), Problem.MALFORMED, 0, "Loại");
  }

  @Test
  void refusesAnotherCommunesListAndOneWithoutNumber() throws IOException {
    Path file = four().report("1", "TẠM").save(folder.resolve("x.xlsx"));
    assertProblem(reader.read(partner, "07972", "x.xlsx", file, lines::add), Problem.FOREIGN, 0, "Số danh sách");
    FilledSheet sheet = four().report("1", "TẠM");
    sheet.sheet().getRow(4).getCell(0).setCellValue("Số danh sách: tháng 11");
    assertProblem(read(sheet), Problem.MALFORMED, 0, "Số danh sách");
    assertThat(lines).isEmpty();
  }

  @Test
  void anAmbiguousAmountIsReadAsThousandsAndZerosAreNoDay() throws IOException {
    assertThat(read(four().report("1", "TẠM").put(2, "Số tiền", "2.789").put(3, "Số tiền", "2.789.000,00 đ")
        .put(3, "Ngày chi", "00/00/0000"))).isInstanceOf(ParseResult.Understood.class);
    assertThat(lines).extracting(ReportedStatus::amountVnd).contains(2_789L, 2_789_000L);
  }

  @Test
  void namesRowAndColumnOfAWrongRow() throws IOException {
    assertProblem(read(four().report("1", "TẠM").put(2, "Số tiền", "2.78")), Problem.MALFORMED, 9, "Số tiền");
    assertProblem(read(four().report("1", "TẠM").put(2, "Số tiền", "")), Problem.MALFORMED, 9, "Số tiền");
    assertProblem(read(four().report("1", "TẠM").put(2, "Số tiền", "500000 USD")), Problem.MALFORMED, 9, "Số tiền");
    assertProblem(read(four().report("1", "TẠM").put(2, "Số tiền", "500.000,50")), Problem.MALFORMED, 9, "Số tiền");
    assertProblem(read(four().report("1", "TẠM").put(3, "Ngày chi", "hôm qua")), Problem.MALFORMED, 10, "Ngày chi");
    assertProblem(read(four().report("1", "TẠM").put(1, "Mã chi trả", "").put(1, "Kết quả", "X")), Problem.MALFORMED, 8, "Mã chi trả");
    assertProblem(read(four().report("1", "TẠM").put(1, "Mã chi trả", CashLists.id(1).substring(1))), Problem.MALFORMED, 8, "Mã chi trả");
    assertProblem(read(four().report("1", "TẠM").put(4, "Lý do", "®i v¾ng")), Problem.CHARSET, 11, "Lý do");
    FilledSheet half = four().report("1", "TẠM");
    half.cell(1, "Số tiền").setCellValue(2_789_000.5);
    assertProblem(read(half), Problem.MALFORMED, 8, "Số tiền");
  }

  @Test
  void refusesTwoSheetsThatBothHoldAList() throws IOException {
    FilledSheet sheet = four().report("1", "TẠM");
    sheet.book().cloneSheet(0);
    assertProblem(read(sheet), Problem.MALFORMED, 0, null);
  }

  @Test
  void readsALongList() throws IOException {
    FilledSheet sheet = FilledSheet.of(CashLists.many(3_000)).report("1", "TẠM");
    assertThat(read(sheet)).isInstanceOf(Understood.class);
    assertThat(lines).hasSize(3_000);
  }

  @Test
  void letsThroughWhatTheTakerOfLinesThrows() throws IOException {
    Path file = four().report("1", "TẠM").save(folder.resolve("x.xlsx"));
    assertThatThrownBy(() -> reader.read(partner, "07969", "x.xlsx", file, line -> {
      throw new IllegalStateException("cơ sở dữ liệu");
    })).isInstanceOf(IllegalStateException.class).hasMessage("cơ sở dữ liệu");
  }

  @Test
  void readsNothingOfOurOwnListSentBackUntouched() throws IOException {
    Path file = Path.of("src/test/resources/golden/commune/list/november/DanhSach_07969_NCC_202611_000012.xlsx");
    assertProblem(reader.read(partner, "07969", "x.xlsx", file, lines::add), Problem.MALFORMED, 0, "Lần báo cáo");
    assertThat(Files.exists(file)).isTrue();
  }

  private static FilledSheet four() throws IOException {
    return FilledSheet.of(CashLists.four());
  }

  private ParseResult read(FilledSheet sheet) throws IOException {
    lines.clear();
    return reader.read(partner, "07969", "báo cáo.xlsx", sheet.save(folder.resolve("x.xlsx")), lines::add);
  }

  private ListReport report(FilledSheet sheet) throws IOException {
    ParseResult parsed = read(sheet);
    assertThat(parsed).isInstanceOf(Understood.class);
    return (ListReport) ((Understood) parsed).message();
  }

  private static void assertProblem(ParseResult parsed, Problem problem, int line, String field) {
    assertThat(parsed).isInstanceOf(NotUnderstood.class);
    NotUnderstood not = (NotUnderstood) parsed;
    assertThat(not.problem()).as(not.reason()).isEqualTo(problem);
    assertThat(not.line()).isEqualTo(line);
    assertThat(not.field()).isEqualTo(field);
  }

  private static void swap(Row one, Row other) {
    for (int i = 0; i < 14; i++) {
      String a = text(one, i);
      String b = text(other, i);
      one.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(b);
      other.getCell(i, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).setCellValue(a);
    }
  }

  private static String text(Row row, int column) {
    return row.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK).getStringCellValue();
  }
}
