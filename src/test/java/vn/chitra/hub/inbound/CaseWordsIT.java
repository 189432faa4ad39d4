package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.chitra.hub.inbound.BankMessages.Line;
import vn.chitra.hub.payout.Channel;

/** A case says why it was opened, and is due when a person is needed. */
class CaseWordsIT {

  private HubStory story;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
  }

  @Test
  void moneyThatCameBackIsDueWhenThePolicyHasWaitedForAnotherAccount() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 4));
    story.feed(BankMessages.part(story.books().batchOf(id), 1, true, Line.of(id, 500_000, "00")));
    story.feed(BankMessages.part(story.books().batchOf(id), 2, true, Line.of(id, 500_000, "20")));

    assertThat(due("PAYMENT_RETURNED")).as("six days before the 17th, and one").isEqualTo("2026-11-12");
    assertThat(evidence("PAYMENT_RETURNED")).isEqualTo("Mã chi trả " + id + ": đối tác báo tiền đã chi bị trả về (mã 20).");
  }

  @Test
  void lateInTheMonthItIsDueAsAnyCase() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.itIs(LocalDate.of(2026, 11, 13));
    story.feed(BankMessages.part(story.books().batchOf(id), 1, true, new Line(id, 500_000, "00", "FT1", "20261113", "")));
    story.feed(BankMessages.part(story.books().batchOf(id), 2, true, new Line(id, 500_000, "20", "FT2", "20261113", "")));

    assertThat(due("PAYMENT_RETURNED")).as("three working days").isEqualTo("2026-11-18");
  }

  @Test
  void whoDiedIsNamedInWordsBesideThePartnersCode() {
    String id = story.sent(Channel.BANK, 500_000).get(0);
    story.feed(BankMessages.part(story.books().batchOf(id), 1, true, Line.of(id, 500_000, "06")));

    assertThat(evidence("PAYEE_DECEASED")).isEqualTo("Mã chi trả " + id + ": đối tác báo người nhận đã mất (mã 06).");
  }

  @Test
  void whatWasNotPaidAndNeedsAPersonIsHeldForAReasonInWords() {
    String id = story.handOver(Channel.POST_CASH, 500_000).get(0);
    story.sql().update("update payment set state = 'CANCELLED', reason_code = 'MOVED' where end_to_end_id = ?", id);
    story.reroute();

    assertThat(evidence("PAYOUT_HELD")).contains("người nhận đã chuyển nơi ở").doesNotContain("MOVED", "CANCELLED");
  }

  @Test
  void aHeldPayoutSaysWhatTheAgencysDataAre() {
    String id = story.handOver(Channel.BANK, 500_000).get(0);
    story.sql().update("update payment set state = 'CANCELLED', reason_code = 'MOVED', reason_text = 'Cơ sở dữ liệu ghi đã chuyển đi từ"
        + " 01/10/2026.' where end_to_end_id = ?", id);
    story.reroute();

    assertThat(evidence("PAYOUT_HELD")).contains("Cơ sở dữ liệu ghi đã chuyển đi từ 01/10/2026.");
  }

  private String evidence(String kind) {
    return story.sql().queryForObject("select evidence from case_record where kind = ?", String.class, kind);
  }

  private String due(String kind) {
    return story.sql().queryForObject("select (due_at at time zone 'Asia/Ho_Chi_Minh')::date::text from case_record where kind = ?",
        String.class, kind);
  }
}
