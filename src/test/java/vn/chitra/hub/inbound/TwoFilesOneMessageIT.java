package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;

/** A camt.054 may report one payment of two files of ours, of which the first was refused. Two bookings are money paid twice. */
class TwoFilesOneMessageIT {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 4);
  private static final String REFUSED_AT = "2026-11-04T10:00:00+07:00";

  private HubStory story;
  private Books books;
  private String id;
  private String other;
  private Books.BatchRow first;

  @BeforeEach
  void theFirstFileIsRefusedAndTheSecondIsOut() {
    story = HubStory.begin();
    books = story.books();
    List<String> payments = story.handOverTo("970436", Channel.BANK, 500_000, 600_000);
    story.send();
    id = payments.get(0);
    other = payments.get(1);
    first = books.batchOf(id);
    story.feed(IsoMessage.file(IsoMessage.group(1, "10", REFUSED_AT, "RJCT FF01", "")));
    story.repair(RepairAction.RELEASE_REFUSED_BATCH, first.id());
    story.send();
    assertThat(books.batchOf(id).seq()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({"1, 2", "2, 1"})
  void bothBookingsInOneMessageAreMoneyPaidTwice(int one, int two) {
    feed(booking(one, id, 500_000, "FT1") + booking(two, id, 500_000, "FT2"), 1_000_000);

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.payment(other)).isEqualTo("SENT");
    assertThat(inError()).containsExactly(500_000L);
    assertThat(books.cases()).contains("REFUSED_FILE_ANSWERED");
    assertThat(duplicates()).containsExactly(two + " FT2");
  }

  @Test
  void theMessageThatComesOnceMoreChangesNothing() {
    String details = booking(1, id, 500_000, "FT1") + booking(2, id, 500_000, "FT2");
    feed(details, 1_000_000);
    feed(details + booking(2, other, 600_000, "FT3"), 1_600_000);

    assertThat(inError()).containsExactly(500_000L);
    assertThat(duplicates()).containsExactly("2 FT2");
    assertThat(books.payment(other)).isEqualTo("PAID");
  }

  @Test
  void aBookingThatIsReportedOncePerFileIsOne() {
    feed(booking(1, id, 500_000, "FT1") + booking(2, id, 500_000, "FT1"), 1_000_000);

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(inError()).isEmpty();
    assertThat(books.cases()).containsExactly("REFUSED_FILE_ANSWERED");
  }

  @Test
  void aBookingThatIsReportedOfTheOtherFileLaterIsOneAndACaseOfTheRefusedFile() {
    feed(booking(2, id, 500_000, "FT1"), 500_000);
    assertThat(books.cases()).isEmpty();
    feed(booking(1, id, 500_000, "FT1"), 500_000);

    assertThat(inError()).isEmpty();
    assertThat(books.cases()).containsExactly("REFUSED_FILE_ANSWERED");
  }

  @Test
  void twoLinesOfOneFileAreOneBooking() {
    feed(booking(2, id, 500_000, "FT1") + booking(2, id, 500_000, "FT2"), 1_000_000);

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void theSecondBookingBesideARepetitionOfTheFirstIsMoneyPaidTwice() {
    feed(booking(1, id, 500_000, "FT1"), 500_000);
    feed(booking(1, id, 500_000, "FT9") + booking(2, id, 500_000, "FT2"), 1_000_000);

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(inError()).containsExactly(500_000L);
    assertThat(duplicates()).containsExactly("2 FT2");
  }

  /** Neither a reference nor a day: nothing says that the two are one booking. */
  @ParameterizedTest
  @CsvSource({"false", "true"})
  void twoBookingsOfWhichNothingIsKnownAreMoneyPaidTwice(boolean together) {
    String one = booking(1, id, 500_000, "");
    String two = booking(2, id, 500_000, "");
    for (String details : together ? List.of(one + two) : List.of(one, two)) {
      long dong = together ? 1_000_000 : 500_000;
      story.feed(IsoMessage.file(IsoMessage.notification(IsoMessage.entry(dong, "DBIT", DAY, details)
          .replace("<BookgDt><Dt>" + DAY + "</Dt></BookgDt>", ""))));
    }

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(inError()).containsExactly(500_000L);
  }

  @Test
  void ofTwoBookingsThatAreReportedWithAReturnOneStands() {
    story.feed(IsoMessage.file(IsoMessage.notification(
        IsoMessage.entry(1_000_000, "DBIT", DAY, booking(1, id, 500_000, "FT1") + booking(2, id, 500_000, "FT2")),
        IsoMessage.entry(500_000, "CRDT", DAY, booking(2, id, 500_000, "FT3").replace("</TxDtls>", IsoMessage.returned("AC04")
            + "</TxDtls>")))));

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(inError()).isEmpty();
    assertThat(duplicates()).containsExactly("2 FT2");
  }

  /** The second file was refused, too: the payment stands in no file when the bank reports both bookings. */
  @Test
  void aPaymentThatStandsInNoFileIsPaidTwiceAndDoesNotWaitForAPerson() {
    story.feed(IsoMessage.file(IsoMessage.group(2, "10", REFUSED_AT, "RJCT FF01", "")));
    assertThat(books.payment(id)).isEqualTo("PLANNED");
    feed(booking(1, id, 500_000, "FT1") + booking(2, id, 500_000, "FT2"), 1_000_000);

    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.paymentRow(id)).containsEntry("frozen", false);
    assertThat(inError()).containsExactly(500_000L);
    assertThat(books.cases()).contains("PAID_UNEXPECTEDLY");
  }

  private void feed(String details, long dong) {
    story.feed(IsoMessage.file(IsoMessage.notification(IsoMessage.entry(dong, "DBIT", DAY, details))));
  }

  /** A detail that names the file of ours and the bank's reference, if it has one. */
  private static String booking(int seq, String payment, long amount, String reference) {
    return IsoMessage.detail(payment, String.valueOf(amount), "").replace("<Refs>", "<Refs>"
        + (reference.isEmpty() ? "" : "<AcctSvcrRef>" + reference + "</AcctSvcrRef>")
        + "<PmtInfId>PTCTXH-%06d</PmtInfId>".formatted(seq));
  }

  /** Dong of the open cases about money that went in error. */
  private List<Long> inError() {
    return story.sql().queryForList("select amount_vnd from case_record where kind = 'PAID_IN_ERROR' and state = 'OPEN'", Long.class);
  }

  /** Number of the file and reference of each second booking. */
  private List<String> duplicates() {
    return story.sql().queryForList("select b.seq || ' ' || d.partner_ref from duplicate_payment d join batch b using (batch_id)"
        + " order by 1", String.class);
  }
}
