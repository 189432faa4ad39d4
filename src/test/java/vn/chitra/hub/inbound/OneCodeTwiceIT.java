package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;

/** Two lines of one file about one payment: they are judged together, in any order. */
class OneCodeTwiceIT {

  private HubStory story;
  private Books books;
  private String id;
  private Books.BatchRow batch;

  @BeforeEach
  void aFileIsAtTheBank() {
    story = HubStory.begin();
    books = story.books();
    id = story.sent(Channel.BANK, 500_000).get(0);
    batch = books.batchOf(id);
  }

  @ParameterizedTest
  @CsvSource({
      "00, 00, PAID, 0", "01, 01, REJECTED, 0", "09, 00, PAID, 0", "09, 01, REJECTED, 0", "09, 51, ACCEPTED, 0",
      "00, 20, RETURNED, 0", "09, 20, RETURNED, 0",
      "00, 01, PAID, 1", "00, 06, PAID, 1",
      "01, 20, SENT, 1",
      "77, 00, PAID, 0", "77, 01, SENT, 1"})
  void inEitherOrder(String one, String other, String state, int contradictions) {
    for (String[] order : new String[][] {{one, other}, {other, one}}) {
      aFileIsAtTheBank();
      story.feed(BankMessages.part(batch, 1, true, line(500_000, order[0], "FT1"), line(500_000, order[1], "FT2")));
      assertThat(books.payment(id)).as("%s then %s", (Object[]) order).isEqualTo(state);
      assertThat(books.cases().stream().filter("STATUS_CONTRADICTS"::equals)).as("%s then %s", (Object[]) order).hasSize(contradictions);
    }
  }

  @Test
  void aPaidOfAnotherAmountKeepsTheRejectionFromFreeingThePayout() {
    story.feed(BankMessages.part(batch, 1, true, line(500_001, "00", "FT1"), line(500_000, "01", "FT2")));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).contains("AMOUNT_DIFFERS", "STATUS_CONTRADICTS");
  }

  @Test
  void aRejectedLineAboutADeathBesidePaidKeepsItsCaseOut() {
    story.feed(BankMessages.part(batch, 1, true, line(500_000, "06", "FT1"), line(500_000, "00", "FT2")));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.payout(id)).isEqualTo("PAID");
    assertThat(books.cases()).contains("STATUS_CONTRADICTS");
  }

  private Line line(long amount, String status, String ref) {
    return new Line(id, amount, status, ref, "20261104", "");
  }
}
