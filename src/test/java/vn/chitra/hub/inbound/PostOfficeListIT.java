package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.inbound.CashReports.Line.paid;
import static vn.chitra.hub.inbound.CashReports.Line.unpaid;
import static vn.chitra.hub.inbound.CashReports.postOffice;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.inbound.HubStory.InboundFile;
import vn.chitra.hub.payout.Channel;

/** Reports on a post office's list: provisional until it is closed, final afterwards. */
class PostOfficeListIT {

  private HubStory story;
  private Books books;
  private String a;
  private String b;
  private Books.BatchRow list;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    List<String> ids = story.sent(Channel.POST_CASH, 500_000, 600_000);
    a = ids.get(0);
    b = ids.get(1);
    list = books.batchOf(a);
  }

  @Test
  void aReportBeforeTheCloseIsProvisionalAndMayBePartial() {
    story.feed(postOffice(list, 1, false, paid(a, 500_000)));
    assertThat(provisional(a)).isEqualTo("ACCEPTED PAID");
    assertThat(books.payment(b)).isEqualTo("SENT");
    assertThat(books.payout(a)).isEqualTo("OPEN");
    assertThat(books.results(a)).isEmpty();
    assertThat(books.batch(list.id()).state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aHigherVersionCorrectsBothWays() {
    story.feed(postOffice(list, 1, false, paid(a, 500_000), unpaid(b, 600_000, "K2")));
    assertThat(provisional(b)).isEqualTo("ACCEPTED UNPAID");
    assertThat(books.cases()).isEmpty();
    story.feed(postOffice(list, 2, false, unpaid(a, 500_000, "K1"), paid(b, 600_000)));
    assertThat(List.of(provisional(a), provisional(b))).containsExactly("ACCEPTED UNPAID", "ACCEPTED PAID");
    story.feed(postOffice(list, 3, false, paid(a, 500_000), unpaid(b, 600_000, "K2")));
    assertThat(List.of(provisional(a), provisional(b))).containsExactly("ACCEPTED PAID", "ACCEPTED UNPAID");
    story.feed(postOffice(list, 4, true, unpaid(a, 500_000, "K4"), paid(b, 600_000)));
    assertThat(List.of(books.payment(a), books.payment(b))).containsExactly("UNCOLLECTED", "PAID");
    assertThat(books.batch(list.id()).listClosed()).isTrue();
  }

  @Test
  void aLowerVersionAfterAHigherOneIsIgnored() {
    story.feed(postOffice(list, 2, false, paid(a, 500_000)));
    assertThat(story.feed(postOffice(list, 1, false, unpaid(a, 500_000, "K1")))).isEqualTo("IGNORED");
    assertThat(provisional(a)).isEqualTo("ACCEPTED PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void theSameVersionWithOtherContentIsACase() {
    story.feed(postOffice(list, 1, false, paid(a, 500_000)));
    assertThat(story.feed(postOffice(list, 1, false, unpaid(a, 500_000, "K1")))).isEqualTo("SET_ASIDE");
    assertThat(provisional(a)).isEqualTo("ACCEPTED PAID");
    assertThat(books.cases()).containsExactly("FILE_CONFLICT");
  }

  @Test
  void theSameVersionSavedAgainIsNoConflict() {
    InboundFile report = postOffice(list, 1, false, paid(a, 500_000), unpaid(b, 600_000, "K1"));
    byte[] saved = new String(report.bytes(), StandardCharsets.UTF_8).replace(";500000;", ";500.000;").replace("\r\n", "\n")
        .getBytes(StandardCharsets.UTF_8);
    assertThat(saved).isNotEqualTo(report.bytes());
    story.feed(report);
    assertThat(story.feed(new InboundFile(report.partner(), report.folder(), report.name(), saved))).isEqualTo("IGNORED");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"K1, UNCOLLECTED, NOT_MET, ", "K2, REJECTED, DECEASED, PAYEE_DECEASED", "K3, REJECTED, MOVED, ",
      "K4, UNCOLLECTED, REFUSED_BY_PAYEE, ", "K5, UNCOLLECTED, PAPER_EXPIRED, ", "K6, UNCOLLECTED, IDENTITY_DIFFERS, ",
      "K9, UNCOLLECTED, OTHER, ", "'', UNCOLLECTED, NOT_COLLECTED, "})
  void theCloseMakesTheReasonFinal(String reason, String state, String code, String aCase) {
    story.feed(postOffice(list, 1, true, unpaid(a, 500_000, reason), paid(b, 600_000)));
    assertThat(books.payment(a)).isEqualTo(state);
    assertThat(books.paymentRow(a)).containsEntry("reason_code", code).containsEntry("provisional", null);
    assertThat(books.payment(b)).isEqualTo("PAID");
    assertThat(books.results(b)).containsExactly("PAID 1");
    assertThat(books.cases()).isEqualTo(aCase == null ? List.of() : List.of(aCase));
  }

  @Test
  void aReasonThatNobodyKnowsLeavesThePaymentAlive() {
    story.feed(postOffice(list, 1, true, unpaid(a, 500_000, "K7"), paid(b, 600_000)));
    assertThat(books.payment(a)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("CODE_UNKNOWN", "PAYMENT_UNNAMED");
  }

  @Test
  void theSameBytesMayComeAgainAsTheClosingReport() {
    InboundFile whole = postOffice(list, 1, false, paid(a, 500_000), paid(b, 600_000));
    story.feed(whole);
    story.feed(whole.named(whole.name().replace("_001.csv", "_002_CUOI.csv")));
    assertThat(books.batch(list.id()).listClosed()).isTrue();
    assertThat(List.of(books.payment(a), books.payment(b))).containsExactly("PAID", "PAID");
  }

  @Test
  void theSameVersionThatClosesOnlyTheSecondTimeIsACase() {
    InboundFile whole = postOffice(list, 1, false, paid(a, 500_000), paid(b, 600_000));
    story.feed(whole);
    assertThat(story.feed(whole.named(whole.name().replace("_001.csv", "_001_CUOI.csv")))).isEqualTo("SET_ASIDE");
    assertThat(books.batch(list.id()).listClosed()).isFalse();
  }

  @Test
  void aCopyUnderAnotherNameChangesNothing() {
    InboundFile whole = postOffice(list, 1, true, paid(a, 500_000), paid(b, 600_000));
    story.feed(whole);
    List<String> before = books.everything();
    story.feed(whole);
    story.feed(whole.named("Bản sao của " + whole.name()));
    story.feed(whole.named(whole.name().replace(".csv", " (1).csv")));
    assertThat(books.everything()).isEqualTo(before);
  }

  @Test
  void aCodeThatTheCloseDoesNotNameStaysAliveAndIsACase() {
    story.feed(postOffice(list, 1, false, paid(b, 600_000)));
    story.feed(postOffice(list, 2, true, paid(a, 500_000)));
    assertThat(books.payment(a)).isEqualTo("PAID");
    assertThat(provisional(b)).isEqualTo("ACCEPTED PAID");
    assertThat(books.payout(b)).isEqualTo("OPEN");
    assertThat(books.cases()).containsExactly("PAYMENT_UNNAMED");
  }

  @Test
  void anotherAmountAtTheCloseLeavesThePaymentAlive() {
    story.feed(postOffice(list, 1, true, paid(a, 500_001), paid(b, 600_000)));
    assertThat(books.payment(a)).isEqualTo("SENT");
    assertThat(books.statuses(a)).containsExactly("PAID AMOUNT_DIFFERS");
    assertThat(books.cases()).containsExactly("AMOUNT_DIFFERS", "PAYMENT_UNNAMED");
  }

  @Test
  void theSameReportAfterTheCloseIsNoNews() {
    story.feed(postOffice(list, 1, true, paid(a, 500_000), unpaid(b, 600_000, "K1")));
    List<String> before = besideTheVersion();
    assertThat(story.feed(postOffice(list, 2, true, paid(a, 500_000), unpaid(b, 600_000, "K1")))).isEqualTo("IGNORED");
    assertThat(besideTheVersion()).isEqualTo(before);
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void paidAfterTheCloseCountsAndIsACase() {
    story.feed(postOffice(list, 2, true, paid(a, 500_000), unpaid(b, 600_000, "K1")));
    assertThat(story.feed(postOffice(list, 3, true, paid(a, 500_000), paid(b, 600_000)))).isEqualTo("DONE");
    assertThat(List.of(books.payment(b), books.payout(b))).containsExactly("PAID", "PAID");
    assertThat(books.results(b)).containsExactly("PAID 1");
    assertThat(books.cases()).containsExactly("CHANGED_AFTER_CLOSE");
    story.carryOver();
    assertThat(books.payout(b)).isEqualTo("PAID");
    books.agree();
  }

  @Test
  void paidAfterThePayoutWasCarriedOverCorrectsItsResult() {
    story.feed(postOffice(list, 1, true, paid(a, 500_000), unpaid(b, 600_000, "K1")));
    story.carryOver();
    assertThat(books.results(b)).containsExactly("CARRIED_OVER 1");
    story.feed(postOffice(list, 2, false, paid(b, 600_000)));
    assertThat(List.of(books.payment(b), books.payout(b))).containsExactly("PAID", "PAID");
    assertThat(books.results(b)).containsExactly("PAID 2");
    assertThat(books.cases()).containsExactly("CHANGED_AFTER_CLOSE");
    books.agree();
  }

  @Test
  void notPaidAfterTheCloseLeavesThePaymentPaidAndIsOneCase() {
    story.feed(postOffice(list, 1, true, paid(a, 500_000), paid(b, 600_000)));
    story.feed(postOffice(list, 2, true, paid(a, 500_000), unpaid(b, 600_000, "K1")));
    assertThat(List.of(books.payment(b), books.payout(b))).containsExactly("PAID", "PAID");
    assertThat(books.statuses(b)).containsExactly("PAID APPLIED", "UNCOLLECTED CONTRADICTS");
    assertThat(books.cases()).containsExactly("CHANGED_AFTER_CLOSE");
    books.agree();
  }

  @Test
  void aPaymentThatTheCloseLeftAliveIsEndedByALaterReport() {
    story.feed(postOffice(list, 1, true, unpaid(a, 500_000, "K7")));
    assertThat(books.cases()).containsExactly("CODE_UNKNOWN", "PAYMENT_UNNAMED");
    story.feed(postOffice(list, 2, false, unpaid(a, 500_000, "K1")));
    assertThat(books.payment(a)).isEqualTo("UNCOLLECTED");
    assertThat(books.cases()).contains("PAYMENT_UNNAMED");
    story.feed(postOffice(list, 3, true, unpaid(a, 500_000, "K1"), paid(b, 600_000)));
    assertThat(List.of(books.payment(b), books.payout(b))).containsExactly("PAID", "PAID");
    assertThat(books.results(b)).containsExactly("PAID 1");
    assertThat(books.cases()).doesNotContain("PAYMENT_UNNAMED", "CHANGED_AFTER_CLOSE");
    books.agree();
  }

  @Test
  void aDeathReportedAfterTheCloseIsOneOfItsReasons() {
    story.feed(postOffice(list, 1, true, paid(a, 500_000), unpaid(b, 600_000, "K3")));
    story.feed(postOffice(list, 2, true, paid(a, 500_000), unpaid(b, 600_000, "K2")));
    assertThat(books.paymentRow(b)).containsEntry("state", "REJECTED").containsEntry("reason_code", "DECEASED");
    assertThat(books.cases()).containsExactly("CHANGED_AFTER_CLOSE", "PAYEE_DECEASED");
    List<String> before = besideTheVersion();
    assertThat(story.feed(postOffice(list, 3, true, paid(a, 500_000), unpaid(b, 600_000, "K2")))).isEqualTo("IGNORED");
    assertThat(besideTheVersion()).isEqualTo(before);
  }

  @Test
  void anotherReasonAfterTheCloseIsACase() {
    story.feed(postOffice(list, 1, true, paid(a, 500_000), unpaid(b, 600_000, "K1")));
    story.feed(postOffice(list, 2, true, paid(a, 500_000), unpaid(b, 600_000, "K4")));
    assertThat(books.paymentRow(b)).containsEntry("state", "UNCOLLECTED").containsEntry("reason_code", "NOT_MET");
    assertThat(books.cases()).containsExactly("CHANGED_AFTER_CLOSE");
  }

  @Test
  void aLowerVersionAfterTheCloseIsIgnored() {
    story.feed(postOffice(list, 2, true, paid(a, 500_000), unpaid(b, 600_000, "K1")));
    assertThat(story.feed(postOffice(list, 1, false, unpaid(a, 500_000, "K1"), paid(b, 600_000)))).isEqualTo("IGNORED");
    story.feed(postOffice(list, 4, false, paid(a, 500_000)));
    assertThat(story.feed(postOffice(list, 3, false, paid(b, 600_000)))).isEqualTo("IGNORED");
    assertThat(books.payment(b)).isEqualTo("UNCOLLECTED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void anotherListsCodesAfterTheCloseAreACase() {
    String other = story.sent(Channel.POST_CASH, 700_000).get(0);
    story.feed(postOffice(list, 1, true, paid(a, 500_000), paid(b, 600_000)));
    story.feed(postOffice(list, 2, true, paid(a, 500_000), paid(b, 600_000), paid(other, 700_000)));
    assertThat(books.payment(other)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("LINE_UNKNOWN");
  }

  @Test
  void anotherListsCodesAreACase() {
    String other = story.sent(Channel.POST_CASH, 700_000).get(0);
    assertThat(books.batchOf(other).seq()).isEqualTo(2);
    story.feed(postOffice(list, 1, true, paid(a, 500_000), paid(b, 600_000), paid(other, 700_000)));
    assertThat(books.payment(other)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("LINE_UNKNOWN");
  }

  @Test
  void aReportOfAnotherMonthIsNotAboutOurList() {
    InboundFile report = postOffice(list, 1, true, paid(a, 500_000), paid(b, 600_000));
    assertThat(story.feed(report.named(report.name().replace("_202611_", "_202610_")))).isEqualTo("SET_ASIDE");
    assertThat(books.payment(a)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_UNKNOWN_BATCH");
    story.feed(report);
    assertThat(books.payment(a)).isEqualTo("PAID");
  }

  @Test
  void uncollectedIsCarriedOverAfterTheLastPayDayAndMovedIsHeld() {
    story.feed(postOffice(list, 1, true, unpaid(a, 500_000, "K1"), unpaid(b, 600_000, "K3")));
    story.carryOver();
    assertThat(List.of(books.payout(a), books.payout(b))).containsExactly("CARRIED_OVER", "HELD");
    assertThat(books.results(a)).containsExactly("CARRIED_OVER 1");
    books.agree();
  }

  /** Everything but the batch, whose row counts the versions that were read. */
  private List<String> besideTheVersion() {
    return books.everything().stream().filter(row -> !row.startsWith("batch ")).toList();
  }

  private String provisional(String id) {
    return books.payment(id) + " " + books.paymentRow(id).get("provisional");
  }
}
