package vn.chitra.hub.sim.postoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.PartnerSide;
import vn.chitra.hub.sim.TestIds;

class PostOfficeSimulatorIT {

  private static final String LIST = "DS_BD2501_202612_000001.csv";
  private static final Instant TAKEN = BusinessDays.at(LocalDate.of(2026, 11, 25), 8, 0);

  @TempDir
  Path root;

  private Path home;
  private PartnerBook book;

  @BeforeEach
  void openBook() {
    home = root.resolve("buu-dien");
    book = new PartnerBook(EmbeddedDatabases.temporary().freshPartners());
  }

  @AfterEach
  void closeBook() {
    book.close();
  }

  @Test
  void closesAListWithEveryCodeAfterTwoPartialReports() throws IOException {
    send(LIST, list(200, "04846"));
    live();
    assertThat(book.violations()).isEmpty();
    assertThat(codes("KQ_BD2501_202612_000001_001.csv").size()).isBetween(20, 150);
    assertThat(codes("KQ_BD2501_202612_000001_002.csv").size()).isBetween(80, 199);
    assertThat(codes("KQ_BD2501_202612_000001_003_CUOI.csv")).hasSize(200);
  }

  @Test
  void paysWhatItsFinalReportCallsPaid() throws IOException {
    send(LIST, list(200, "04846"));
    live();
    String report = report("KQ_BD2501_202612_000001_003_CUOI.csv").replace(".", "");
    long stated = report.lines().filter(l -> l.contains(";DA_CHI;")).mapToLong(l -> Long.parseLong(l.split(";")[2])).sum();
    String last = report.lines().reduce("", (a, b) -> b);
    assertThat(last).startsWith("TONG;200;" + stated + ";");
    assertThat(book.jdbc().queryForObject("SELECT sum(amount_vnd) FROM instruction WHERE state = 'PAID'", Long.class)).isEqualTo(stated);
    assertThat(report).contains("CHUA_CHI");
  }

  @Test
  void noticesACommuneThatAnotherOfficeServes() throws IOException {
    send(LIST, list(2, "04831"));
    live();
    assertThat(book.violations()).isNotEmpty().allSatisfy(what -> assertThat(what).contains("ma_xa"));
  }

  @Test
  void repliesNothingToAListThatItCannotRead() throws IOException {
    send(LIST, list(2, "04846").replace("TONG;2", "TONG;3"));
    live();
    assertThat(book.violations()).singleElement().asString().contains("TONG");
    assertThat(home.resolve("BD2501/out")).doesNotExist();
  }

  @Test
  void usesNoDotsWhereTheyWouldLeaveTwoReadings() {
    List<PostOfficeReport.Stated> rows = List.of(
        new PostOfficeReport.Stated(TestIds.id(1), true, 2_789_000, LocalDate.of(2026, 12, 3), "Đinh Thị Đào", ""),
        new PostOfficeReport.Stated(TestIds.id(2), true, 500_000, LocalDate.of(2026, 12, 3), "Bùi Văn Đạt", ""));
    assertThat(new String(PostOfficeReport.write(rows, PostOfficeReport.Look.DOTTED), StandardCharsets.UTF_8))
        .contains(";2.789.000;").contains(";500000;").contains("TONG;2;3.289.000;");
  }

  private void live() {
    CashBook.CashDays december = new CashBook.CashDays() {
      @Override
      public LocalDate from(String period) {
        return LocalDate.of(2026, 12, 1);
      }

      @Override
      public LocalDate until(String period) {
        return LocalDate.of(2026, 12, 15);
      }
    };
    PostOfficeSimulator offices = new PostOfficeSimulator(new PartnerSide("buu-dien", home, book),
        Map.of("BD2501", Set.of("04846"), "BD2502", Set.of("04831")), new Decisions(7), december);
    for (Optional<Instant> now = Optional.of(TAKEN); now.isPresent(); now = offices.nextDue()) {
      offices.tick(now.get());
    }
  }

  private void send(String name, String content) throws IOException {
    Files.writeString(Files.createDirectories(home.resolve("BD2501/in")).resolve(name), content);
  }

  /** A list written by hand from the contract. */
  private static String list(int count, String commune) {
    String rows = IntStream.rangeClosed(1, count).mapToObj(n -> n + ";" + TestIds.id(n) + ";Nguyễn Thị Đức Huyền;1948;001234;"
        + "\"Khu 5; xã Đức Nhàn\";" + commune + ";NHA;;;;" + (1_000_000 + n) + ";12/2026;\r\n").reduce("", String::concat);
    long total = IntStream.rangeClosed(1, count).mapToLong(n -> 1_000_000 + n).sum();
    return "\uFEFFstt;ma_chi_tra;ho_ten;nam_sinh;so_giay_to;dia_chi;ma_xa;noi_chi;nguoi_nhan_thay;so_uy_quyen;uy_quyen_den;so_tien;thang;"
        + "ghi_chu\r\n" + rows + "TONG;" + count + ";;;;;;;;;;" + total + ";;\r\n";
  }

  private String report(String name) throws IOException {
    byte[] bytes = Files.readAllBytes(home.resolve("BD2501/out").resolve(name));
    return new String(bytes, bytes[0] == (byte) 0xff ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
  }

  private List<String> codes(String name) throws IOException {
    return report(name).lines().filter(line -> line.startsWith("H")).map(line -> line.split(";")[0]).distinct().toList();
  }
}
