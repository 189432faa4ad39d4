package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.AgencyData;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;

/** A payment came back, two persons let the payout be paid anew before the credit was on a statement, and the new payment is rejected. */
class ReturnedThenRejectedIT {

  private static final AgencyData.Account OTHER = new AgencyData.Account("970405", "2700201999999", "NGUYEN THI DUC HUYEN");

  private final HubStory story = HubStory.begin();
  private final Books books = story.books();

  @Test
  void thePayoutGoesOnByThePolicyAndIsNotForgotten() {
    String first = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(first), 1, true, Line.of(first, 500_000, "20")));
    story.repair(RepairAction.PLAN_AGAIN, books.payoutOf(first));
    story.itIs(story.today().plusDays(1));
    story.send();
    String second = payment(2);
    story.feed(BankMessages.part(books.batchOf(second), 1, true, Line.of(second, 500_000, "04")));

    story.reroute();

    assertThat(story.sql().queryForList("select p.state || ' ' || coalesce(p.hold_reason, '') || ' ' || p.attempt from payout p",
        String.class)).as("held for a person, or on its way again").isNotEqualTo(List.of("OPEN  2"));
    books.agree();
  }

  /** A return that nobody decided about waits for its credit, even when another account is there to pay into. */
  @Test
  void aReturnThatNobodyAcceptedStillWaitsForItsCredit() {
    String first = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(books.batchOf(first), 1, true, Line.of(first, 500_000, "20")));
    story.agency().accounts.put(books.entitlement(first), OTHER);

    story.reroute();
    story.itIs(story.today().plusDays(1));
    story.reroute();

    assertThat(story.sql().queryForObject("select max(attempt) from payment", Integer.class)).isEqualTo(1);
    assertThat(story.sql().queryForObject("select return_accepted from payment", Boolean.class)).isFalse();
  }

  private String payment(int attempt) {
    return story.sql().queryForObject("select end_to_end_id from payment where attempt = ?", String.class, attempt);
  }
}
