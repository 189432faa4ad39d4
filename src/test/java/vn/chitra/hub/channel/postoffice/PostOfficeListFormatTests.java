package vn.chitra.hub.channel.postoffice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.batch.BatchHeader;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.channel.cash.CashLists;
import vn.chitra.hub.channel.cash.GoldenList;

class PostOfficeListFormatTests {

  private final PostOfficeListFormat format = new PostOfficeListFormat();

  @TempDir
  Path folder;

  static List<GoldenList> goldens() {
    return GoldenList.in("post-office");
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void writesTheGoldenBytesUnderTheGoldenName(GoldenList golden) throws IOException {
    assertThat(golden.written(format)).asString(UTF_8).isEqualTo(Files.readString(golden.expected(format)));
    assertThat(golden.written(format)).isEqualTo(Files.readAllBytes(golden.expected(format)));
  }

  @ParameterizedTest
  @MethodSource("goldens")
  void findsNothingWrongWithAGoldenFile(GoldenList golden) throws IOException {
    assertThat(format.check(golden.header(format), golden.expected(format), golden.lines().iterator())).isEmpty();
  }

  @Test
  void notesAPaperThatEndsEarly() throws IOException {
    assertThat(Files.readAllLines(written(CashLists.four())).get(3)).isEqualTo("3;" + CashLists.id(3)
        + ";Bùi Thị Ngãi;1939;000017;Xóm Đình;07969;NHA;Đinh Quốc Vượng;UQ-12/2025;10/11/2026;1500000;09/2026-11/2026;"
        + "Giấy ủy quyền hết hạn 10/11/2026, trước ngày cuối chi trả");
  }

  @ParameterizedTest
  @ValueSource(strings = {"=cmd|'/C calc'!A0", "+84", "-1+2", "@SUM(A1)", " =1", "＝1"})
  void showsWhatASpreadsheetWouldWorkOutAsAFormula(String name) throws IOException {
    List<CashEntry> lines = List.of(CashLists.with(CashLists.entry(1, name, 500_000), name, name, 500_000));
    Path file = written(lines);
    try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
      assertThat(csv.stream().skip(1).findFirst().orElseThrow().getFields()).contains("'" + name).doesNotContain(name);
    }
    assertThat(format.check(CashLists.postOfficeHeader(lines), file, lines.iterator())).isEmpty();
  }

  @Test
  void aPersonalNumberThatBeginsLikeAFormulaHoldsUpNoList() throws IOException {
    CashEntry one = CashLists.entry(1, "Lê An", 500_000);
    List<CashEntry> lines = List.of(new CashEntry(1, one.endToEndId(), one.beneficiaryName(), null, "-14521", null, one.communeCode(),
        false, null, null, null, false, one.amountVnd(), one.forFrom(), one.forTo()));
    assertThat(format.check(CashLists.postOfficeHeader(lines), written(lines), lines.iterator())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b onmouseover=alert(1)>An</b>", "Đỗ; \"Văn\" 'Đức' | An", "Nguyễn Văn 😀 An", "a=b", "Lê-An"})
  void leavesEveryOtherNameAsItIs(String name) throws IOException {
    List<CashEntry> lines = List.of(CashLists.entry(1, name, 500_000));
    Path file = written(lines);
    try (CsvReader<CsvRecord> csv = CsvReader.builder().fieldSeparator(';').ofCsvRecord(file)) {
      assertThat(csv.stream().skip(1).findFirst().orElseThrow().getField(2)).isEqualTo(name);
    }
    assertThat(format.check(CashLists.postOfficeHeader(lines), file, lines.iterator())).isEmpty();
  }

  @Test
  void complainsOfAHeaderThatLies() throws IOException {
    List<CashEntry> lines = CashLists.four();
    BatchHeader h = CashLists.postOfficeHeader(lines);
    BatchHeader lying = new BatchHeader(h.partner(), h.folder(), h.folderName(), h.agencyName(), null, h.period(), null, h.seq(), 3,
        h.totalVnd());
    assertThat(format.check(lying, written(lines), lines.iterator()))
        .containsExactly("TONG, số dòng: trong tệp 4, cần 3", "Số dòng: trong tệp 4, cần 3");
  }

  @Test
  void complainsOfEachFieldThatDiffers() throws IOException {
    List<CashEntry> lines = CashLists.four();
    CashEntry e = lines.get(2);
    List<CashEntry> meant = new ArrayList<>(lines);
    meant.set(2, new CashEntry(9, CashLists.id(9), "Khác", 1940, "1", "2", "00000", false, "Ai", "x", CashLists.NOVEMBER.atDay(1), false,
        e.amountVnd() + 1, CashLists.NOVEMBER, CashLists.NOVEMBER));
    assertThat(format.check(CashLists.postOfficeHeader(lines), written(lines), meant.iterator()))
        .extracting(complaint -> complaint.substring("Dòng 3, ".length(), complaint.indexOf(':')))
        .containsExactly("stt", "ma_chi_tra", "ho_ten", "nam_sinh", "so_giay_to", "dia_chi", "ma_xa", "noi_chi", "nguoi_nhan_thay",
            "so_uy_quyen", "uy_quyen_den", "so_tien", "thang", "ghi_chu");
  }

  @Test
  void complainsOfAFileCutShort() throws IOException {
    List<CashEntry> lines = CashLists.four();
    Path file = written(lines);
    byte[] whole = Files.readAllBytes(file);
    for (int kept = 0; kept < whole.length - 2; kept += 7) {
      Files.write(file, Arrays.copyOf(whole, kept));
      assertThat(format.check(CashLists.postOfficeHeader(lines), file, lines.iterator())).as("cut at " + kept).isNotEmpty();
    }
  }

  @Test
  void complainsOfAMissingBom() throws IOException {
    List<CashEntry> lines = CashLists.four();
    Path file = written(lines);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOfRange(whole, 3, whole.length));
    assertThat(format.check(CashLists.postOfficeHeader(lines), file, lines.iterator()))
        .contains("Dòng đầu không đúng nguyên văn (BOM, tiêu đề, CRLF)");
  }

  private Path written(List<CashEntry> lines) throws IOException {
    Path file = folder.resolve("list.csv");
    try (OutputStream out = Files.newOutputStream(file)) {
      format.write(CashLists.postOfficeHeader(lines), lines.iterator(), out);
    }
    return file;
  }
}
