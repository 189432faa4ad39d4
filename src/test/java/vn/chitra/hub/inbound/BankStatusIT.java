package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;

/** The status table of contract §1.5, and what follows from several answers about one payment. */
class BankStatusIT {

  private HubStory story;
  private Books books;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
  }

  @ParameterizedTest
  @CsvSource({
      "00, PAID,     PAID, PAID 1, ",
      "01, REJECTED, OPEN, ,       ",
      "02, REJECTED, OPEN, ,       ",
      "03, REJECTED, OPEN, ,       ",
      "04, REJECTED, OPEN, ,       ",
      "05, REJECTED, OPEN, ,       ",
      "06, REJECTED, OPEN, ,       PAYEE_DECEASED",
      "09, ACCEPTED, OPEN, ,       ",
      "20, RETURNED, OPEN, ,       PAYMENT_RETURNED",
      "51, ACCEPTED, OPEN, ,       FUNDS_SHORT_FOR_PAYMENT",
      "96, ACCEPTED, OPEN, ,       OUTCOME_UNKNOWN",
      "77, SENT,     OPEN, ,       CODE_UNKNOWN"})
  void statusSaysWhatTheContractSays(String status, String payment, String payout, String result, String aCase) {
    String id = story.sent(Channel.BANK, 2_789_000).get(0);
    assertThat(story.feed(BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 2_789_000, status)))).isEqualTo("DONE");
    assertThat(books.payment(id)).isEqualTo(payment);
    assertThat(books.payout(id)).isEqualTo(payout);
    assertThat(books.results(id)).isEqualTo(result == null ? List.of() : List.of(result));
    assertThat(books.cases()).isEqualTo(aCase == null ? List.of() : List.of(aCase));
    assertThat(books.batchOf(id).answered()).isTrue();
  }

  @Test
  void aDongMoreOrLessChangesNothingAndIsACase() {
    List<String> ids = story.sent(Channel.BANK, 500_000, 500_000);
    story.feed(BankMessages.part(books.batchOf(ids.get(0)), 1, true, Line.of(ids.get(0), 500_001, "00"),
        Line.of(ids.get(1), 499_999, "20")));
    assertThat(ids).allSatisfy(id -> assertThat(books.payment(id)).isEqualTo("SENT"));
    assertThat(books.statuses(ids.get(0))).containsExactly("PAID AMOUNT_DIFFERS");
    assertThat(books.cases()).containsExactly("AMOUNT_DIFFERS");
  }

  @Test
  void linesOfOneFileAboutOnePaymentAreHeardInTheirOrder() {
    List<String> ids = story.sent(Channel.BANK, 500_000, 600_000, 700_000);
    story.feed(BankMessages.part(books.batchOf(ids.get(0)), 1, true, Line.of(ids.get(0), 500_000, "09"), Line.of(ids.get(1), 600_000, "00"),
        Line.of(ids.get(0), 500_000, "00"), Line.of(ids.get(1), 600_000, "20"), Line.of(ids.get(2), 700_000, "01"),
        Line.of(ids.get(2), 700_000, "01")));
    assertThat(books.payment(ids.get(0))).isEqualTo("PAID");
    assertThat(books.payment(ids.get(1))).isEqualTo("RETURNED");
    assertThat(books.results(ids.get(1))).containsExactly("REOPENED 2");
    assertThat(books.payment(ids.get(2))).isEqualTo("REJECTED");
    assertThat(books.statuses(ids.get(2))).containsExactly("REJECTED APPLIED");
  }

  @Test
  void paidThatMeetsRejectedStaysPaid() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    story.feed(BankMessages.part(batch, 1, true, Line.of(id, 500_000, "00")));
    story.feed(BankMessages.part(batch, 2, true, Line.of(id, 500_000, "04")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.statuses(id)).containsExactly("PAID APPLIED", "REJECTED CONTRADICTS");
    assertThat(books.cases()).containsExactly("STATUS_CONTRADICTS");
  }

  @Test
  void returnedBeforePaidStaysReturned() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    story.feed(BankMessages.part(batch, 2, true, Line.of(id, 500_000, "20")));
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "00")));
    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.statuses(id)).containsExactly("RETURNED APPLIED", "PAID NO_CHANGE");
    assertThat(books.bookings(id)).containsExactly("11 agribank HANDED_OVER +");
  }

  @Test
  void whatCameBackInItsOwnMonthLowersPaid() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    story.feed(BankMessages.part(batch, 1, true, Line.of(id, 500_000, "00")));
    story.feed(BankMessages.part(batch, 2, true, Line.of(id, 500_000, "20")));
    assertThat(books.payout(id)).isEqualTo("OPEN");
    assertThat(books.results(id)).containsExactly("REOPENED 2");
    assertThat(books.bookings(id)).containsExactly("11 agribank HANDED_OVER +", "11 agribank PAID +", "11 agribank PAID -");
  }

  @Test
  void whatCameBackAfterTheCloseStandsInTheOpenMonth() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    story.feed(BankMessages.part(batch, 1, true, Line.of(id, 500_000, "00")));
    story.close(HubStory.NOVEMBER);
    story.feed(BankMessages.part(batch, 2, true, Line.of(id, 500_000, "20")));
    assertThat(books.bookings(id)).containsExactly("11 agribank HANDED_OVER +", "11 agribank PAID +", "12 agribank CAME_BACK +");
    story.feed(BankMessages.part(batch, 3, true, Line.of(id, 500_000, "20"), Line.of(id, 500_000, "00")));
    assertThat(books.bookings(id)).hasSize(3);
  }

  @Test
  void theSameFileTwiceAndUnderAnotherNameChangesNothing() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    HubStory.InboundFile part = BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00"));
    story.feed(part);
    List<String> before = books.everything();
    story.feed(part);
    story.feed(part.named("bản sao.csv"));
    assertThat(books.everything()).isEqualTo(before);
  }

  @Test
  void whatWasNotUnderstoodUnderAnotherNameIsUnderItsOwnAndTheCaseIsGone() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    HubStory.InboundFile part = BankMessages.part(books.batchOf(id), 1, true, Line.of(id, 500_000, "00"));
    story.feed(part.named("bản sao.csv"));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD");

    story.feed(part);

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void theSameLineInTwoPartsIsOneStatus() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow batch = books.batchOf(id);
    story.feed(BankMessages.part(batch, 1, false, Line.of(id, 500_000, "51")));
    story.feed(BankMessages.part(batch, 2, true, Line.of(id, 500_000, "51")));
    assertThat(books.statuses(id)).containsExactly("ACCEPTED APPLIED");
    assertThat(books.cases()).containsExactly("FUNDS_SHORT_FOR_PAYMENT");
  }
}
