package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.payout.Channel;

/** Contract §5.4 and contract §6.2: why money was not handed over, reason by reason, and what follows from it. */
class CashReasonIT {

  private static final long UNPAID = 500_000;
  private static final long PAID = 600_000;

  private HubStory story;
  private String id;
  private String other;
  private Books.BatchRow list;

  /** Reason; the payment's state and reason once the list is closed, the case, the payout at once and after its last pay day. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''              | UNCOLLECTED | NOT_COLLECTED    |                | OPEN | CARRIED_OVER
      K1              | UNCOLLECTED | NOT_MET          |                | OPEN | CARRIED_OVER
      K2              | REJECTED    | DECEASED         | PAYEE_DECEASED | HELD | HANDED_BACK
      K3              | REJECTED    | MOVED            |                | HELD | CARRIED_OVER
      K4              | UNCOLLECTED | REFUSED_BY_PAYEE |                | OPEN | CARRIED_OVER
      K5              | UNCOLLECTED | PAPER_EXPIRED    |                | OPEN | CARRIED_OVER
      K6              | UNCOLLECTED | IDENTITY_DIFFERS |                | OPEN | CARRIED_OVER
      K9              | UNCOLLECTED | OTHER            |                | OPEN | CARRIED_OVER
      """)
  void aReasonSaysNothingBeforeTheCloseAndIsFinalAfterIt(String reason, String state, String code, String aCase, String atOnce,
      String atLast) {
    for (Channel channel : List.of(Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      listIsOut(channel);
      Books books = story.books();
      story.feed(report(channel, reason, 1, false));
      assertThat(books.payment(id)).as("%s, before the close", channel).isIn("SENT", "ACCEPTED");
      assertThat(books.cases()).isEmpty();
      story.feed(report(channel, reason, 2, true));
      assertThat(books.payment(id)).as("%s", channel).isEqualTo(state);
      assertThat(books.paymentRow(id)).containsEntry("reason_code", code);
      assertThat(books.cases()).isEqualTo(aCase == null ? List.of() : List.of(aCase));
      story.reroute();
      assertThat(books.payout(id)).as("%s, at once", channel).isEqualTo(atOnce);
      story.carryOver();
      assertThat(books.payout(id)).as("%s, at last", channel).isEqualTo(atLast);
      assertThat(books.paymentsOf(id)).as("no payment starts by itself").hasSize(1);
      assertThat(books.payout(other)).isEqualTo("PAID");
    }
  }

  private void listIsOut(Channel channel) {
    story = HubStory.begin();
    List<String> ids = story.sent(channel, UNPAID, PAID);
    id = ids.get(0);
    other = ids.get(1);
    list = story.books().batchOf(id);
  }

  private HubStory.InboundFile report(Channel channel, String reason, int version, boolean closing) {
    if (channel == Channel.POST_CASH) {
      return CashReports.postOffice(list, version, closing, CashReports.Line.unpaid(id, UNPAID, reason),
          CashReports.Line.paid(other, PAID));
    }
    CashReports.FilledList sheet = CashReports.commune(story, list).unpaid(id, reason).paid(other).settled(PAID, UNPAID);
    return closing ? sheet.closing(version) : sheet.interim(version);
  }
}
