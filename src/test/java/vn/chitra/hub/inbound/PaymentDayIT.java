package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** A day of payment that cannot be right is never written to the agency; the status counts. The files are made on 03/11/2026. */
class PaymentDayIT {

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261102", "20261001", "20251104", "00001104", "00011104", "20261106", "20361104", "99991231",
      "20261131", "20261345", "20260229"})
  void aBanksImpossibleDayGivesWayToTheDayOfArrival(String day) {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(books.batchOf(ids.get(0)), 1, true, paid(ids.get(0), 500_000, day), paid(ids.get(1), 600_000, day)));

    for (String id : ids) {
      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(paidOn(id)).isEqualTo("2026-11-04");
    }
    assertThat(stated()).as("evidence").hasSize(2).doesNotContain("2026-11-04");
    assertThat(books.cases()).as("one a file").containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"20261103", "20261104", "20261105"})
  void aBanksDayFromTheMakingOfTheFileToTheNextBankingDayIsRight(String day) {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(books.batchOf(id), 1, true, paid(id, 500_000, day)));

    assertThat(paidOn(id).replace("-", "")).isEqualTo(day);
    assertThat(books.cases()).isEmpty();
  }

  /** Its message is dead, and a person sends it through days later. */
  @Test
  void aFileThatWaitsInTheHubIsJudgedByTheDayOfItsArrival() {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000, 700_000);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.arrive(BankMessages.part(books.batchOf(ids.get(0)), 1, true, paid(ids.get(0), 500_000, "20261105"),
        paid(ids.get(1), 600_000, "20261006"), paid(ids.get(2), 700_000, "20261109")));
    story.itIs(LocalDate.of(2026, 11, 9));
    story.confirm();

    assertThat(ids.stream().map(this::paidOn)).containsExactly("2026-11-05", "2026-11-04", "2026-11-04");
    assertThat(story.sql().queryForList("select distinct (received_at at time zone 'Asia/Ho_Chi_Minh')::date::text from payment_status",
        String.class)).as("what statements are matched by").containsExactly("2026-11-04");
    assertThat(books.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  @Test
  void overAWeekendTheNextBankingDayIsMonday() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 6));
    story.feed(BankMessages.part(books.batchOf(id), 1, true, paid(id, 500_000, "20261109")));

    assertThat(paidOn(id)).isEqualTo("2026-11-09");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"02/11/2026", "05/11/2025", "07/11/2026", "05/11/2036", "05/11/36", "31/11/2026"})
  void aPostOfficesImpossibleDayGivesWayWhenTheListCloses(String day) {
    List<String> ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    story.itIs(LocalDate.of(2026, 11, 6));
    String rows = ids.get(0) + ";DA_CHI;500000;" + day + ";Đỗ Văn Hoà;Con;NHA;;\r\n" + ids.get(1)
        + ";DA_CHI;600000;05/11/2026;Đỗ Văn Hoà;Con;NHA;;\r\nTONG;2;1100000;;;;;;\r\n";
    story.feed(CashReports.postOfficeText(books.batchOf(ids.get(0)), 1, false, rows));
    assertThat(books.cases()).as("nothing counts yet").isEmpty();

    story.feed(CashReports.postOfficeText(books.batchOf(ids.get(0)), 2, true, rows));

    assertThat(paidOn(ids.get(0))).isEqualTo("2026-11-06");
    assertThat(paidOn(ids.get(1))).isEqualTo("2026-11-05");
    assertThat(books.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  /** A bank that writes its results in another form. */
  private enum Bank { FIXED("970418"), ISO("970436"), API("970432");

    private final String bin;

    Bank(String bin) {
      this.bin = bin;
    }

    private InboundFile paid(Books.BatchRow batch, String id, LocalDate day) {
      return switch (this) {
        case FIXED -> new InboundFile("bidv", "", "PTCTXH.R000001.01", Stream.of("1PTCTXH  00000101Y",
            "6%s%015d00%-20s%s".formatted(id, 500_000, "FT1", day.toString().replace("-", "")), "9000001%018d".formatted(500_000))
            .map("%-160s\r\n"::formatted).reduce("", String::concat).getBytes(StandardCharsets.US_ASCII));
        case ISO -> IsoMessage.file(IsoMessage.booked(id, "500000", "DBIT", "BOOK", "", day, "FT1"));
        case API -> {
          InboundFile page = ApiMessages.page(batch, 1, true, ApiMessages.result(id, 500_000, "PAID", "00"));
          String text = new String(page.bytes(), StandardCharsets.UTF_8);
          assertThat(text).contains("2026-11-04T");
          yield new InboundFile(page.partner(), page.folder(), page.name(), text.replace("2026-11-04T", day + "T")
              .getBytes(StandardCharsets.UTF_8));
        }
      };
    }
  }

  static Stream<Arguments> impossibleAtBanks() {
    return Arrays.stream(Bank.values()).flatMap(bank -> Stream.of("2026-11-02", "2025-11-04", "0000-11-04", "2026-11-06", "2036-11-04")
        .map(day -> Arguments.of(bank, day)));
  }

  @ParameterizedTest
  @MethodSource("impossibleAtBanks")
  void theOtherBanksImpossibleDaysGiveWayToo(Bank bank, String day) {
    String id = sentTo(bank);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(bank.paid(books.batchOf(id), id, LocalDate.parse(day)));

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(paidOn(id)).isEqualTo("2026-11-04");
    assertThat(stated()).as("evidence").hasSize(1).doesNotContain("2026-11-04");
    assertThat(books.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  /** Written as the bank writes a day: eight digits, or a time. */
  @ParameterizedTest
  @CsvSource({"FIXED, 20261131", "FIXED, 20260229", "API, 2026-11-31", "API, 2026-02-29", "API, 20261131"})
  void aDayThatNoCalendarHasConcernsItsLineOnlyAtTheOtherBanksToo(Bank bank, String written) {
    List<String> ids = story.handOverTo(bank.bin, Channel.BANK, 500_000);
    story.send();
    story.itIs(LocalDate.of(2026, 11, 4));
    InboundFile right = bank.paid(books.batchOf(ids.get(0)), ids.get(0), LocalDate.of(2026, 11, 4));
    String day = bank == Bank.FIXED ? "20261104" : written.length() == 8 ? "2026-11-04T10:05:00+07:00" : "2026-11-04";
    String text = new String(right.bytes(), StandardCharsets.UTF_8);
    assertThat(text).contains(day);
    story.feed(new InboundFile(right.partner(), right.folder(), right.name(), text.replace(day, written).getBytes(StandardCharsets.UTF_8)));

    assertThat(books.payment(ids.get(0))).isEqualTo("PAID");
    assertThat(paidOn(ids.get(0))).isEqualTo("2026-11-04");
    assertThat(books.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE");
    assertThat(story.sql().queryForObject("select reason_text from payment_status", String.class)).as("evidence").contains(written);
  }

  @Test
  void moneyThatCameBackOnADayThatNoCalendarHasCameBack() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(books.batchOf(id), 1, true, paid(id, 500_000, "20261104")));
    story.feed(BankMessages.part(books.batchOf(id), 2, true, new Line(id, 500_000, "20", "FT2", "20261131", "")));

    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(story.sql().queryForObject("select reason_text from payment_status where reported = 'RETURNED'", String.class))
        .contains("20261131");
  }

  /** Such a value is no {@code xs:date}: the message breaks its schema, and nothing of it is sure. */
  @Test
  void aDayThatXmlDoesNotKnowRefusesTheMessage() {
    String id = sentTo(Bank.ISO);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(IsoMessage.file(IsoMessage.booked(id, "500000", "DBIT", "BOOK", "").replace("2026-11-04", "2026-11-31")));

    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD");
  }

  /** Zeros, blanks or another form are no day, and a payment needs one. */
  @ParameterizedTest
  @ValueSource(strings = {"00000000", "", "2026113", "3/11/2026", "2026-11-31"})
  void aPaidLineWithoutADayOrWithAnotherFormRefusesTheFile(String day) {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(books.batchOf(id), 1, true, paid(id, 500_000, day)));

    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD");
  }

  @ParameterizedTest
  @EnumSource(Bank.class)
  void theOtherBanksPossibleDaysAreWritten(Bank bank) {
    String id = sentTo(bank);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(bank.paid(books.batchOf(id), id, LocalDate.of(2026, 11, 3)));

    assertThat(paidOn(id)).isEqualTo("2026-11-03");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"02/11/2026", "05/11/2025", "05/11/0000", "07/11/2026", "05/11/2036", "05/11/36", "31/02/2026", "11/13/2026"})
  void aCommunesImpossibleDayGivesWayWhenTheListCloses(String day) {
    String id = story.sent(Channel.COMMUNE_CASH, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 6));
    story.feed(CashReports.commune(story, books.batchOf(id)).paid(id).put(id, "Ngày chi", day).interim(1));
    assertThat(books.cases()).as("nothing counts yet").isEmpty();

    story.feed(CashReports.commune(story, books.batchOf(id)).paid(id).put(id, "Ngày chi", day).settled(500_000, 0).closing(2));

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(paidOn(id)).isEqualTo("2026-11-06");
    assertThat(books.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  /** A cell that Excel shows as a day of 2036 holds a number; it makes 1936 of 05/11/36, and other numbers may stand in the cell. */
  @ParameterizedTest
  @ValueSource(ints = {49_984, 13_459, 1, 30_000, 80_001, 2_958_465, 2_958_466, 5_112_026, 20_261_105, -3})
  void aCommunesImpossibleDayInADateCellGivesWayToo(int day) {
    List<String> ids = story.sent(Channel.COMMUNE_CASH, 500_000, 600_000);
    story.itIs(LocalDate.of(2026, 11, 6));
    story.feed(CashReports.commune(story, books.batchOf(ids.get(0))).paid(ids.get(0)).number(ids.get(0), "Ngày chi", day).paid(ids.get(1))
        .put(ids.get(1), "Ngày chi", "05/11/26").settled(1_100_000, 0).closing(1));

    assertThat(paidOn(ids.get(0))).isEqualTo("2026-11-06");
    assertThat(paidOn(ids.get(1))).isEqualTo("2026-11-05");
    assertThat(books.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE");
  }

  /** Its row reports no payment: no day is needed. */
  @ParameterizedTest
  @ValueSource(strings = {"31/02/2026", "05/11/36"})
  void anImpossibleDayOfAnUnpaidRowCallsNobody(String day) {
    String id = story.sent(Channel.COMMUNE_CASH, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 6));
    story.feed(CashReports.commune(story, books.batchOf(id)).unpaid(id, "K1").put(id, "Ngày chi", day).settled(0, 500_000).closing(1));

    assertThat(books.payment(id)).isEqualTo("UNCOLLECTED");
    assertThat(books.cases()).isEmpty();
  }

  /** Zero in a date cell, which Excel shows as {@code 00/01/1900}, is no day: the day of arrival counts, and nobody is called. */
  @Test
  void zeroInADateCellIsNoDay() {
    List<String> ids = story.sent(Channel.COMMUNE_CASH, 500_000, 600_000);
    story.itIs(LocalDate.of(2026, 11, 6));
    story.feed(CashReports.commune(story, books.batchOf(ids.get(0))).paid(ids.get(0)).number(ids.get(0), "Ngày chi", 0)
        .unpaid(ids.get(1), "K1").number(ids.get(1), "Ngày chi", 0).settled(500_000, 600_000).closing(1));

    assertThat(books.payment(ids.get(0))).isEqualTo("PAID");
    assertThat(books.payment(ids.get(1))).isEqualTo("UNCOLLECTED");
    assertThat(paidOn(ids.get(0))).isEqualTo("2026-11-06");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "00/01/1900", "0/1/1900", "00-01-1900"})
  void zeroAsExcelWritesItIntoTextIsNoDay(String day) {
    List<String> ids = story.sent(Channel.POST_CASH, 500_000);
    story.itIs(LocalDate.of(2026, 11, 6));
    story.feed(CashReports.postOfficeText(books.batchOf(ids.get(0)), 1, true, ids.get(0) + ";DA_CHI;500000;" + day
        + ";Đỗ Văn Hoà;Con;NHA;;\r\nTONG;1;500000;;;;;;\r\n"));

    assertThat(books.payment(ids.get(0))).isEqualTo("PAID");
    assertThat(paidOn(ids.get(0))).isEqualTo("2026-11-06");
    assertThat(books.cases()).isEmpty();
  }

  private String sentTo(Bank bank) {
    String id = story.handOverTo(bank.bin, Channel.BANK, 500_000).get(0);
    story.send();
    return id;
  }

  private static Line paid(String id, long amount, String day) {
    return new Line(id, amount, "00", "FT1", day, "");
  }

  private String paidOn(String id) {
    String payment = story.sql().queryForObject("select paid_on::text from payment where end_to_end_id = ?", String.class, id);
    assertThat(story.sql().queryForObject("select paid_on::text from payout_result where end_to_end_id = ?", String.class, id))
        .as("what the agency gets").isEqualTo(payment);
    return payment;
  }

  private List<String> stated() {
    return story.sql().queryForList("select happened_on::text from payment_status", String.class);
  }
}
