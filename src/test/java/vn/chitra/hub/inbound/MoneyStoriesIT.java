package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payroll.WithdrawPayroll;
import vn.chitra.hub.repair.Outcome;
import vn.chitra.hub.repair.RepairAction;

/** Errors that random stories found ({@link MoneyStoryIT}), each as a test of its own. */
class MoneyStoriesIT {

  private final HubStory story = HubStory.begin();
  private final Books books = story.books();

  @Test
  void aWithdrawnPaymentIsNotStoppedWhileItsRefusedFileMayStillPayIt() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    Books.BatchRow first = books.batchOf(id);
    story.feed(BankMessages.ack(first, 1, false, "F3"));
    story.bean(WithdrawPayroll.class).withdraw((String) books.payoutRow(id).get("current_payroll_id"));
    story.feed(BankMessages.part(first, 1, false, Line.of(id, 500_000, "09")));
    assertThat(story.wish(RepairAction.STOP_PAYOUT, books.payoutOf(id))).isInstanceOf(Outcome.Refused.class);
    assertThat(books.payout(id)).isNotEqualTo("STOPPED");
    story.repair(RepairAction.RELEASE_ANSWERED_BATCH, first.id());
    assertThat(books.cases()).as("the withdrawal still asks").contains("PAYROLL_WITHDRAWN");
  }
}
