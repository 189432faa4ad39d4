package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.AgencyData;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;

/** A status about a file that the partner refused: PAID counts, nothing else moves, and no second payment starts automatically. */
class RefusedFileStatusIT {

  private static final AgencyData.Account OTHER = new AgencyData.Account("970405", "2700201999999", "NGUYEN THI DUC HUYEN");

  private HubStory story;
  private Books books;

  /** File 1 was refused with our hash. */
  private Books.BatchRow first;
  private String id;
  private String other;

  @BeforeEach
  void theFirstFileIsRefused() {
    story = HubStory.begin();
    books = story.books();
    List<String> payments = story.sent(Channel.BANK, 500_000, 600_000);
    id = payments.get(0);
    other = payments.get(1);
    first = books.batchOf(id);
    story.feed(BankMessages.ack(first, 1, false, "F3"));
  }

  @Nested
  class WhileThePaymentsTravelInTheNextFile {

    private Books.BatchRow second;

    @BeforeEach
    void theSecondFileIsOut() {
      story.repair(RepairAction.RELEASE_REFUSED_BATCH, first.id());
      story.send();
      second = books.batchOf(id);
      assertThat(second.seq()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"01", "02", "03", "04", "05", "06", "09", "51", "96", "20"})
    void itMovesNothingAndIsACase(String status) {
      story.feed(BankMessages.part(first, 1, false, line(id, status, "FT1", "20261103")));

      assertThat(books.payment(id)).isEqualTo("SENT");
      assertThat(books.paymentRow(id)).containsEntry("batch_id", second.id());
      assertThat(books.cases()).contains("REFUSED_FILE_ANSWERED");
      assertThat(books.batch(first.id()).state()).isEqualTo("REFUSED");
      assertThat(books.batch(second.id()).state()).isEqualTo("SENT");
    }

    @Test
    void aRejectionStartsNoOtherPaymentAndThePersonIsPaidOnce() {
      story.agency().accounts.put(books.entitlement(id), OTHER);
      story.feed(BankMessages.part(first, 1, false, line(id, "01", "FT1", "20261103")));
      story.reroute();

      assertThat(books.paymentsOf(id)).containsExactly("SENT");

      story.feed(BankMessages.part(second, 1, true, line(id, "00", "FT2", "20261104"), Line.of(other, 600_000, "00")));
      story.reroute();

      assertThat(books.paymentsOf(id)).containsExactly("PAID");
      assertThat(books.cases()).doesNotContain("PAID_IN_ERROR");
    }

    @Test
    void aRejectionByBothFilesStartsTheNextPayment() {
      story.agency().accounts.put(books.entitlement(id), OTHER);
      story.feed(BankMessages.part(first, 1, false, line(id, "01", "FT1", "20261103")));
      story.feed(BankMessages.part(second, 1, false, line(id, "01", "FT2", "20261104")));
      story.reroute();
      story.reroute();

      assertThat(books.paymentsOf(id)).containsExactly("REJECTED", "PLANNED");
    }

    @ParameterizedTest
    @ValueSource(strings = {"09", "51", "96"})
    void aPaymentThatTheRefusedFileMayStillMakeStartsNoOtherUntilTwoPersonsSaySo(String status) {
      story.agency().accounts.put(books.entitlement(id), OTHER);
      story.feed(BankMessages.part(first, 1, false, line(id, status, "FT1", "20261103")));
      story.feed(BankMessages.part(second, 1, false, line(id, "01", "FT2", "20261104"), Line.of(other, 600_000, "01")));
      story.reroute();
      story.carryOver();

      assertThat(books.paymentsOf(id)).containsExactly("REJECTED");
      assertThat(books.payout(id)).isEqualTo("OPEN");
      assertThat(books.paymentsOf(other)).as("not named, but in the same file").containsExactly("REJECTED");

      story.repair(RepairAction.RELEASE_ANSWERED_BATCH, first.id());
      story.reroute();
      story.reroute();

      assertThat(books.payout(id)).isNotEqualTo("OPEN");
      assertThat(books.cases()).doesNotContain("REFUSED_FILE_ANSWERED");
    }

    @Test
    void aPersonsOwnActionStartsNoOtherPaymentEither() {
      story.feed(BankMessages.part(first, 1, false, line(id, "09", "FT1", "20261103")));
      story.feed(BankMessages.part(second, 1, false, line(id, "01", "FT2", "20261104")));

      story.repair(RepairAction.PLAN_AGAIN, books.payoutOf(id));
      story.repair(RepairAction.CARRY_OVER_PAYOUT, books.payoutOf(id));
      story.repair(RepairAction.HAND_BACK_PAYOUT, books.payoutOf(id));

      assertThat(books.paymentsOf(id)).containsExactly("REJECTED");
      assertThat(books.payout(id)).isEqualTo("OPEN");
    }

    @Test
    void itDoesNotProveTheNextFile() {
      story.sql().update("update batch set state = 'IN_DOUBT' where batch_id = ?", second.id());
      story.feed(BankMessages.part(first, 1, false, line(id, "09", "FT1", "20261103")));
      assertThat(books.batch(second.id()).state()).isEqualTo("IN_DOUBT");
    }

    @ParameterizedTest
    @CsvSource({"FT2, 20261103", "FT1, 20261104", "FT2, 20261104"})
    void paidByBothFilesIsPaidTwiceWithTheAmountUntilItComesBack(String ref, String day) {
      story.feed(BankMessages.part(first, 1, false, line(id, "00", "FT1", "20261103")));

      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(books.cases()).contains("REFUSED_FILE_ANSWERED");

      story.feed(BankMessages.part(second, 1, false, line(id, "00", ref, day)));

      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(inError()).containsExactly(500_000L);

      story.feed(BankMessages.part(second, 2, false, line(id, "20", "FT3", "20261106")));

      assertThat(books.payment(id)).as("one of the two came back, one stands").isEqualTo("PAID");
      assertThat(inError()).isEmpty();

      story.feed(BankMessages.part(second, 3, false, line(id, "20", "FT4", "20261109")));

      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(books.cases()).as("a second return of one booking").contains("STATUS_CONTRADICTS");
    }

    @Test
    void paidByTheNextFileFirstAndByTheRefusedOneLaterIsPaidTwiceToo() {
      story.feed(BankMessages.part(second, 1, false, line(id, "00", "FT2", "20261104")));
      story.feed(BankMessages.part(first, 1, false, line(id, "00", "FT1", "20261103")));
      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(inError()).containsExactly(500_000L);
    }

    @Test
    void theSameBookingNotifiedOfBothFilesIsOne() {
      story.feed(BankMessages.part(second, 1, false, line(id, "00", "FT2", "20261104")));
      story.feed(BankMessages.part(first, 1, false, line(id, "00", "FT2", "20261104")));
      assertThat(inError()).isEmpty();
    }

    @Test
    void aReturnOfTheRefusedFileMovesNothingWhileTheNextOneMayPay() {
      story.feed(BankMessages.part(first, 1, false, line(id, "00", "FT1", "20261103")));
      story.feed(BankMessages.part(first, 2, false, line(id, "20", "FT1", "20261105")));

      assertThat(books.payment(id)).isEqualTo("PAID");

      story.feed(BankMessages.part(second, 1, false, line(id, "00", "FT2", "20261104")));

      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(inError()).as("the first came back, the second stands").isEmpty();
    }

    @Test
    void moneyPaidTwiceIsWrittenOffByTwoPersons() {
      story.feed(BankMessages.part(first, 1, false, line(id, "00", "FT1", "20261103")));
      story.feed(BankMessages.part(second, 1, false, line(id, "00", "FT2", "20261104")));

      story.repair(RepairAction.WRITE_OFF_ERROR, books.payoutOf(id));

      assertThat(books.cases()).doesNotContain("PAID_IN_ERROR");
      assertThat(books.payment(id)).isEqualTo("PAID");
    }

    @Test
    void aSecondRefusalTakesThePaymentsBackAllTheSame() {
      story.feed(BankMessages.part(first, 1, false, line(id, "01", "FT1", "20261103")));
      story.feed(BankMessages.ack(second, 1, false, "F2"));
      assertThat(books.payment(id)).isEqualTo("PLANNED");
      assertThat(books.paymentRow(id)).containsEntry("batch_id", null);
    }
  }

  @Nested
  class WhileThePaymentsStandInNoOtherFile {

    @ParameterizedTest
    @ValueSource(strings = {"01", "09", "20", "96", "77"})
    void allOfThemAreFrozenUntilTwoPersonsReleaseThem(String status) {
      story.feed(BankMessages.part(first, 1, false, line(id, status, "FT1", "20261103")));

      for (String one : List.of(id, other)) {
        assertThat(books.payment(one)).isEqualTo("PLANNED");
        assertThat(books.paymentRow(one)).containsEntry("frozen", true);
      }
      assertThat(books.cases()).contains("REFUSED_FILE_ANSWERED");

      story.repair(RepairAction.RELEASE_REFUSED_BATCH, first.id());
      assertThat(books.paymentRow(other)).as("the ordinary release does not melt them").containsEntry("frozen", true)
          .containsEntry("released_at", null);

      story.repair(RepairAction.RELEASE_ANSWERED_BATCH, first.id());
      assertThat(books.paymentRow(other)).containsEntry("frozen", false);
      assertThat(books.cases()).doesNotContain("REFUSED_FILE_ANSWERED");

      story.send();
      assertThat(books.batchOf(other).seq()).isEqualTo(2);
    }

    @Test
    void theyLeaveABatchThatHasNoNumberYet() {
      story.repair(RepairAction.RELEASE_REFUSED_BATCH, first.id());
      story.gather();
      assertThat(books.payment(other)).isEqualTo("BATCHED");

      story.feed(BankMessages.part(first, 1, false, line(id, "09", "FT1", "20261103")));

      assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("PLANNED");
      assertThat(books.paymentRow(other)).containsEntry("frozen", true).containsEntry("batch_id", null);
    }

    @Test
    void aProposalOfBeforeReleasesNothing() {
      long proposal = story.propose(RepairAction.RELEASE_REFUSED_BATCH, first.id());
      story.feed(BankMessages.part(first, 1, false, line(id, "09", "FT1", "20261103")));
      story.approve(proposal);
      assertThat(books.paymentRow(other)).containsEntry("frozen", true).containsEntry("released_at", null);
    }

    @Test
    void paidCounts() {
      story.feed(BankMessages.part(first, 1, false, line(id, "00", "FT1", "20261103")));
      assertThat(books.payment(id)).isEqualTo("PAID");
      assertThat(books.paymentRow(other)).containsEntry("frozen", true);
      assertThat(books.cases()).contains("REFUSED_FILE_ANSWERED", "PAID_UNEXPECTEDLY");
    }

    @Test
    void whatItPaidMayComeBack() {
      story.feed(BankMessages.part(first, 1, false, line(id, "00", "FT1", "20261103")));
      story.feed(BankMessages.part(first, 2, false, line(id, "20", "FT1", "20261105")));
      assertThat(books.payment(id)).isEqualTo("RETURNED");
    }

    @Test
    void aLateAcceptanceOfTheFileFreezesThemAsWell() {
      story.feed(BankMessages.ack(first, 2, true, "00"));
      assertThat(books.paymentRow(id)).containsEntry("frozen", true);
      assertThat(books.cases()).contains("REFUSED_FILE_ANSWERED");
      assertThat(books.batch(first.id()).state()).isEqualTo("REFUSED");
    }

    @Test
    void aPaymentThatTookTheirPlaceIsFrozenWithThem() {
      String next = story.payouts().cancelled(id, Channel.POST_CASH);
      story.feed(BankMessages.part(first, 1, false, line(id, "09", "FT1", "20261103")));
      assertThat(books.paymentRow(next)).containsEntry("frozen", true);
    }
  }

  private static Line line(String id, String status, String ref, String day) {
    return new Line(id, 500_000, status, ref, day, "");
  }

  /** Dong of the open cases about money that went in error. */
  private List<Long> inError() {
    return story.sql().queryForList("select amount_vnd from case_record where kind = 'PAID_IN_ERROR' and state = 'OPEN'", Long.class);
  }
}
