package vn.chitra.hub.channel.commune;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.channel.cash.CashLists;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.inbound.ParseResult.Understood;
import vn.chitra.hub.partner.PartnerKind;

/** Files that are no spreadsheets, or spreadsheets made to do harm; read through the reader, as the hub does. */
class WorkbookGuardTests {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private byte[] good;

  @TempDir
  Path folder;

  @BeforeEach
  void good() throws IOException {
    good = Files.readAllBytes(FilledSheet.of(CashLists.four()).report("1", "TẠM").save(folder.resolve("good.xlsx")));
  }

  @Test
  void letsAGoodSpreadsheetThrough() throws IOException {
    assertThat(read(good)).isInstanceOf(Understood.class);
    assertThat(read(with(SHEET, xml -> xml))).isInstanceOf(Understood.class);
  }

  @Test
  void refusesWhatIsNoZip() throws IOException {
    assertThat(problem(new byte[0])).isEqualTo(Problem.TRUNCATED);
    assertThat(problem("Mã chi trả;Kết quả".getBytes(UTF_8))).isEqualTo(Problem.UNKNOWN_KIND);
    assertThat(problem(new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1, 2, 3})).isEqualTo(Problem.UNKNOWN_KIND);
    assertThat(problem(new byte[] {'P', 'K', 3, 4})).isEqualTo(Problem.TRUNCATED);
  }

  @Test
  void refusesASpreadsheetCutAnywhere() throws IOException {
    for (int kept = 4; kept < good.length; kept += good.length / 40) {
      assertThat(problem(Arrays.copyOf(good, kept))).as("cut at " + kept).isEqualTo(Problem.TRUNCATED);
    }
  }

  @Test
  void refusesDamagedContentWithoutThrowing() throws IOException {
    for (int at = 100; at < good.length; at += good.length / 60) {
      byte[] damaged = good.clone();
      damaged[at] ^= 0x55;
      assertThat(read(damaged)).isInstanceOfAny(NotUnderstood.class, Understood.class);
    }
  }

  @Test
  void refusesMacros() throws IOException {
    assertThat(problem(added("xl/vbaProject.bin", 10))).isEqualTo(Problem.UNKNOWN_KIND);
    assertThat(problem(with("[Content_Types].xml", xml -> xml.replace("spreadsheetml.sheet.main+xml", "x").replace(
        "application/vnd.openxmlformats-officedocument.x", "application/vnd.ms-excel.sheet.macroEnabled.main+xml"))))
        .isEqualTo(Problem.UNKNOWN_KIND);
    Path renamed = Files.write(folder.resolve("x.xlsm"), good);
    assertThat(((NotUnderstood) reader().read(CashLists.partner(PartnerKind.COMMUNE), "07969", "x.xlsm", renamed, line -> { })).problem())
        .isEqualTo(Problem.UNKNOWN_KIND);
  }

  @Test
  void refusesAZipThatUnpacksWithoutEnd() throws IOException {
    assertThat(problem(added("xl/media/image1.bmp", 64 << 20))).isEqualTo(Problem.MALFORMED);
    assertThat(problem(added("xl/sharedStrings2.xml", (int) WorkbookGuard.MOST_BYTES_OF_STRINGS + 1))).isEqualTo(Problem.MALFORMED);
    assertThat(problem(manyParts(WorkbookGuard.MOST_PARTS))).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void refusesEntities() throws IOException {
    String declaration = "<!DOCTYPE worksheet [<!ENTITY a \"" + "x".repeat(1000) + "\"><!ENTITY b \"&a;&a;&a;&a;\">]><worksheet ";
    assertThat(problem(with(SHEET, xml -> xml.replaceFirst("<worksheet ", declaration)))).isEqualTo(Problem.MALFORMED);
    String outside = "<!DOCTYPE worksheet [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet ";
    assertThat(problem(with(SHEET, xml -> xml.replaceFirst("<worksheet ", outside)))).isEqualTo(Problem.MALFORMED);
  }

  @Test
  void refusesCellsThatWouldFillTheMemory() throws IOException {
    assertThat(problem(with(SHEET, xml -> xml.replace("\"A1\"", "\"ZZZZZZ1\"")))).isEqualTo(Problem.MALFORMED);
    assertThat(problem(with(SHEET, xml -> xml.replaceFirst("t=\"s\"><v>\\d+</v>", "t=\"s\"><v>2147483600</v>"))))
        .isEqualTo(Problem.MALFORMED);
  }

  @Test
  void refusesASheetThatIsNoXml() throws IOException {
    assertThat(problem(with(SHEET, xml -> xml.substring(0, xml.length() / 2)))).isEqualTo(Problem.MALFORMED);
    assertThat(problem(with(SHEET, xml -> xml.replaceFirst("t=\"s\"", "t=\"lạ\"")))).isEqualTo(Problem.MALFORMED);
    assertThat(problem(with("xl/workbook.xml", xml -> "<workbook"))).isEqualTo(Problem.MALFORMED);
  }

  private Problem problem(byte[] bytes) throws IOException {
    ParseResult parsed = read(bytes);
    assertThat(parsed).isInstanceOf(NotUnderstood.class);
    return ((NotUnderstood) parsed).problem();
  }

  private ParseResult read(byte[] bytes) throws IOException {
    Path file = Files.write(folder.resolve("x.xlsx"), bytes);
    return reader().read(CashLists.partner(PartnerKind.COMMUNE), "07969", "x.xlsx", file, line -> { });
  }

  private static CommuneReportParser reader() throws IOException {
    return new CommuneReportParser(CashReportMapping.packaged("commune-answer"));
  }

  /** The good spreadsheet with one part rewritten. */
  private byte[] with(String part, UnaryOperator<String> change) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(good)); ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        byte[] content = from.readAllBytes();
        to.putNextEntry(new ZipEntry(entry.getName()));
        if (entry.getName().equals(part)) {
          String before = new String(content, UTF_8);
          String after = change.apply(before);
          to.write(after.getBytes(UTF_8));
        } else {
          to.write(content);
        }
      }
    }
    return bytes.toByteArray();
  }

  private byte[] added(String part, int zeros) throws IOException {
    return more(to -> {
      to.putNextEntry(new ZipEntry(part));
      byte[] block = new byte[1 << 16];
      for (int left = zeros; left > 0; left -= block.length) {
        to.write(block, 0, Math.min(left, block.length));
      }
    });
  }

  private byte[] manyParts(int count) throws IOException {
    return more(to -> {
      for (int i = 0; i < count; i++) {
        to.putNextEntry(new ZipEntry("x/" + i));
      }
    });
  }

  private byte[] more(Addition addition) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(good)); ZipOutputStream to = new ZipOutputStream(bytes)) {
      for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
        to.putNextEntry(new ZipEntry(entry.getName()));
        from.transferTo(to);
      }
      addition.to(to);
    }
    return bytes.toByteArray();
  }

  private interface Addition {

    void to(ZipOutputStream zip) throws IOException;
  }
}
