package vn.chitra.hub.sim.commune;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.poi.ss.usermodel.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import vn.chitra.hub.batch.CashEntry;
import vn.chitra.hub.channel.cash.CashLists;
import vn.chitra.hub.channel.cash.CashReportMapping;
import vn.chitra.hub.channel.commune.CommuneListFormat;
import vn.chitra.hub.channel.commune.CommuneReportParser;
import vn.chitra.hub.inbound.InboundMessage.ListReport;
import vn.chitra.hub.inbound.ParseResult;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.payout.ReportedState;
import vn.chitra.hub.payout.ReportedStatus;
import vn.chitra.hub.sim.BusinessDays;
import vn.chitra.hub.sim.CashBook;
import vn.chitra.hub.sim.Decisions;
import vn.chitra.hub.sim.EmbeddedDatabases;
import vn.chitra.hub.sim.PartnerBook;
import vn.chitra.hub.sim.PartnerSide;

/** The officer and the hub at one table: each reads what the other wrote. */
class CommuneSimulatorIT {

  private static final String LIST = "DanhSach_07969_NCC_202611_000003.xlsx";
  private static final Instant TAKEN = BusinessDays.at(LocalDate.of(2026, 10, 26), 8, 0);

  @TempDir
  Path root;

  private Path home;
  private PartnerBook book;

  @BeforeEach
  void openBook() {
    home = root.resolve("xa");
    book = new PartnerBook(EmbeddedDatabases.temporary().freshPartners());
  }

  @AfterEach
  void closeBook() {
    book.close();
  }

  @Test
  void findsNothingWrongWithTheHubsSheetAndClosesIt() throws IOException {
    send(sheet(CashLists.four()));
    live();
    assertThat(book.violations()).isEmpty();
    assertThat(home.resolve("07969/ve/bao-cao-lan-1-" + LIST)).exists();
    List<ReportedStatus> statuses = new ArrayList<>();
    ListReport report = read(Files.readAllBytes(home.resolve("07969/ve/bao-cao-cuoi-" + LIST)), statuses);
    assertThat(report.closing()).isTrue();
    assertThat(report.totalsFit()).isTrue();
    assertThat(statuses).hasSize(4);
    assertThat(statuses.stream().filter(s -> s.reported() == ReportedState.PAID).mapToLong(ReportedStatus::amountVnd).sum())
        .isEqualTo(book.jdbc().queryForObject("SELECT coalesce(sum(amount_vnd), 0) FROM instruction WHERE state = 'PAID'", Long.class));
  }

  @ParameterizedTest
  @EnumSource(FilledSheet.Habit.class)
  void isUnderstoodWhateverHabitTheOfficerHas(FilledSheet.Habit habit) throws IOException {
    List<CashEntry> entries = CashLists.many(30);
    List<CashBook.Payment> payments = entries.stream().map(e -> new CashBook.Payment(e.line(), e.endToEndId(), e.amountVnd(),
        e.beneficiaryName(), e.line() % 7 != 0, e.line() % 7 == 0 ? "K1" : "", LocalDate.of(2026, 11, 1 + e.line() % 15))).toList();
    List<ReportedStatus> statuses = new ArrayList<>();
    ListReport report = read(FilledSheet.fill(sheet(entries), payments, 2, true, LocalDate.of(2026, 11, 16), habit), statuses);
    assertThat(report.totalsFit()).as(String.valueOf(report.totalsComplaint())).isTrue();
    assertThat(report.version()).isEqualTo(2);
    for (CashBook.Payment payment : payments) {
      ReportedStatus one = statuses.stream().filter(s -> s.endToEndId().equals(payment.endToEndId())).findFirst().orElseThrow();
      assertThat(one.amountVnd()).isEqualTo(payment.amount());
      assertThat(one.reported()).isEqualTo(payment.paid() ? ReportedState.PAID : ReportedState.UNCOLLECTED);
      assertThat(one.happenedOn()).isEqualTo(payment.paid() ? payment.paidOn() : null);
    }
  }

  @Test
  void noticesACodeStoredAsAnotherAndATotalThatIsWrong() throws IOException {
    try (CommuneSheet sheet = CommuneSheet.open(sheet(CashLists.four()))) {
      Row first = sheet.payouts().get(0);
      first.getCell(sheet.column("Mã chi trả")).setBlank();
      first.getCell(sheet.column("Mã chi trả")).setCellValue("H00000000000000A");
      first.getCell(sheet.column("Số tiền")).setCellValue(2_789_001);
      send(sheet.toBytes());
    }
    live();
    assertThat(book.violations()).anyMatch(v -> v.contains("row 1: code wrong")).anyMatch(v -> v.contains("total row"));
    assertThat(home.resolve("07969/ve")).doesNotExist();
  }

  private static byte[] sheet(List<CashEntry> entries) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new CommuneListFormat().write(CashLists.communeHeader(entries), entries.iterator(), out);
    return out.toByteArray();
  }

  private ListReport read(byte[] sheet, List<ReportedStatus> statuses) throws IOException {
    Path file = Files.write(root.resolve("answer.xlsx"), sheet);
    ParseResult parsed = new CommuneReportParser(CashReportMapping.packaged("commune-answer"))
        .read(CashLists.partner(PartnerKind.COMMUNE), "07969", "answer.xlsx", file, statuses::add);
    assertThat(parsed).isInstanceOf(ParseResult.Understood.class);
    return (ListReport) ((ParseResult.Understood) parsed).message();
  }

  private void send(byte[] sheet) throws IOException {
    Files.write(Files.createDirectories(home.resolve("07969/di")).resolve(LIST), sheet);
  }

  private void live() {
    CashBook.CashDays november = new CashBook.CashDays() {
      @Override
      public LocalDate from(String period) {
        return LocalDate.of(2026, 11, 1);
      }

      @Override
      public LocalDate until(String period) {
        return LocalDate.of(2026, 11, 15);
      }
    };
    CommuneSimulator officers = new CommuneSimulator(new PartnerSide("xa", home, book), List.of("07969"), new Decisions(7), november);
    for (Optional<Instant> now = Optional.of(TAKEN); now.isPresent(); now = officers.nextDue()) {
      officers.tick(now.get());
    }
  }
}
