package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.inbound.CashReports.commune;
import static vn.chitra.hub.inbound.CashReports.postOfficeText;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;

/** Why money was not handed over, where the field gives more than one reason, or words. */
class SeveralReasonsIT {

  private static final long UNPAID = 500_000;
  private static final long PAID = 600_000;

  private HubStory story;
  private Books books;
  private String id;
  private String other;
  private Books.BatchRow list;

  static List<String> withDeceased() {
    return List.of("K1, K2", "K2, K1", "K1,K2", "K1; K2", "K1/K2", "K1+K2", "K1 + k2", "k1 k2", "K1 và K2", "K1\nK2", "K1 (K2)", "K1K2",
        "K1,2", "K1 / 2", "K1.K2", "K1 & K2", "K 1, K 2", "K1, K4, K2", "K1: không gặp; K2: đã mất", "K2, K3", "K2, K7", "K7, K2",
        "K1 - người nhận đã mất", "K1 (đã chết ngày 03/11)", "K9: tử vong tháng trước", "K3 qua đời", "K4, da chet");
  }

  static List<String> withoutDeceased() {
    return List.of("K1, K4", "K4/K1", "K1 và K5", "K1K9", "K1,4", "K3, K1");
  }

  @ParameterizedTest
  @MethodSource("withDeceased")
  void withTheDeceasedAmongThemNoPaymentStartsAndAPersonLooks(String reason) {
    for (Channel channel : List.of(Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      closedWith(channel, reason);
      assertThat(books.paymentRow(id)).as("%s", channel).containsEntry("state", "REJECTED").containsEntry("reason_code", "MAYBE_DECEASED");
      assertThat(books.cases()).containsExactly("PAYEE_DECEASED");
      assertThat(evidence()).contains("có thể").doesNotContain("đã chết ngày 03/11");
      nothingStarts();
    }
  }

  private void nothingStarts() {
    story.reroute();
    assertThat(books.payout(id)).isEqualTo("HELD");
    story.repair(RepairAction.PLAN_AGAIN, books.payoutOf(id));
    assertThat(books.payout(id)).as("two persons may not pay again either").isEqualTo("HELD");
    story.carryOver();
    assertThat(books.payout(id)).as("never a CARRY_OVER line that is sent again by itself").isEqualTo("HANDED_BACK");
    assertThat(books.paymentsOf(id)).hasSize(1);
    assertThat(books.payout(other)).isEqualTo("PAID");
  }

  @ParameterizedTest
  @MethodSource("withoutDeceased")
  void severalOtherReasonsGoToAPerson(String reason) {
    for (Channel channel : List.of(Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      closedWith(channel, reason);
      assertThat(books.paymentRow(id)).as("%s", channel).containsEntry("state", "UNCOLLECTED").containsEntry("reason_code", "TEXT")
          .containsEntry("reason_text", reason);
      story.reroute();
      assertThat(books.payout(id)).isEqualTo("HELD");
      assertThat(books.cases()).containsExactly("PAYOUT_HELD");
      assertThat(books.paymentsOf(id)).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      K2                        | REJECTED    | DECEASED
      k2                        | REJECTED    | DECEASED
      K2 - đã chết ngày 03/11   | REJECTED    | DECEASED
      K2 (mất)                  | REJECTED    | DECEASED
      K2, K2                    | REJECTED    | DECEASED
      K1: đi vắng               | UNCOLLECTED | NOT_MET
      K1, 2 lần đến đều vắng    | UNCOLLECTED | NOT_MET
      K1 vắng mặt 5/11          | UNCOLLECTED | NOT_MET
      K1, 5/11/2026             | UNCOLLECTED | NOT_MET
      K6 mất giấy tờ            | UNCOLLECTED | IDENTITY_DIFFERS
      """)
  void oneReasonWithWordsIsOneReason(String reason, String state, String code) {
    for (Channel channel : List.of(Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      closedWith(channel, reason);
      assertThat(books.paymentRow(id)).as("%s", channel).containsEntry("state", state).containsEntry("reason_code", code);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"K7", "K1, K7", "K7/K8", "K12"})
  void aReasonThatNobodyKnowsLeavesThePaymentAlive(String reason) {
    for (Channel channel : List.of(Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      closedWith(channel, reason);
      assertThat(books.payment(id)).as("%s", channel).isEqualTo("SENT");
      assertThat(books.cases()).containsExactly("CODE_UNKNOWN", "PAYMENT_UNNAMED");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Người nhận đã chết", "đã mất ngày 03/11", "Tử vong", "mất", "gia đình báo tử", "lý do: K2", "da chet"})
  void wordsThatSayADeathGoToAPersonAndNothingStarts(String reason) {
    closedWith(Channel.COMMUNE_CASH, reason);
    assertThat(books.paymentRow(id)).containsEntry("reason_code", "MAYBE_DECEASED").containsEntry("reason_text", reason);
    assertThat(books.cases()).containsExactly("PAYEE_DECEASED");
    nothingStarts();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Vắng mặt ở địa phương", "Mổ mắt ở viện", "mất liên lạc", "Mất giấy tờ", "Nhà mát"})
  void otherWordsStayWords(String reason) {
    closedWith(Channel.COMMUNE_CASH, reason);
    assertThat(books.paymentRow(id)).containsEntry("state", "UNCOLLECTED").containsEntry("reason_code", "TEXT");
    story.reroute();
    assertThat(books.payout(id)).isEqualTo("HELD");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      K1 | Người nhận đã mất      | MAYBE_DECEASED
      -  | chết                   | MAYBE_DECEASED
      K9 | K2                     | MAYBE_DECEASED
      K1 | vắng mặt               | NOT_MET
      K2 | đã mất                 | DECEASED
      """)
  void aPostOfficesNoteMaySayTheDeath(String reason, String note, String code) {
    listIsOut(Channel.POST_CASH);
    story.feed(report(1, true, id + ";CHUA_CHI;500000;;;;NHA;" + (reason == null ? "" : reason) + ";" + note));
    assertThat(books.paymentRow(id)).containsEntry("reason_code", code);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
      K1               | STATUS_CONTRADICTS
      K5               | STATUS_CONTRADICTS
      K1, K4           | STATUS_CONTRADICTS
      K2               | PAYEE_DECEASED
      K1, K2           | PAYEE_DECEASED
      """)
  void aReasonBesideMoneyHandedOutIsPaidAndACase(String reason, String aCase) {
    for (Channel channel : List.of(Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      listIsOut(channel);
      story.feed(channel == Channel.POST_CASH ? report(1, true, id + ";DA_CHI;500000;03/11/2026;;;NHA;" + reason + ";")
          : commune(story, list).paid(id).put(id, "Lý do", reason).paid(other).settled(UNPAID + PAID, 0).closing(1));
      assertThat(books.payment(id)).as("%s", channel).isEqualTo("PAID");
      assertThat(books.batch(list.id()).listClosed()).isTrue();
      assertThat(books.cases()).containsExactly(aCase);
      assertThat(books.results(id)).containsExactly("PAID 1");
    }
  }

  @Test
  void aRemarkBesideMoneyHandedOutIsNoReason() {
    listIsOut(Channel.COMMUNE_CASH);
    story.feed(commune(story, list).paid(id).put(id, "Lý do", "con gái nhận thay").paid(other).settled(UNPAID + PAID, 0).closing(1));
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void severalReasonsBeforeTheCloseSayNothingFinal() {
    for (Channel channel : List.of(Channel.POST_CASH, Channel.COMMUNE_CASH)) {
      listIsOut(channel);
      story.feed(channel == Channel.POST_CASH ? report(1, false, id + ";CHUA_CHI;500000;;;;NHA;K1, K2;")
          : commune(story, list).unpaid(id, "K1, K2").paid(other).interim(1));
      assertThat(books.paymentRow(id)).containsEntry("state", "ACCEPTED").containsEntry("provisional", "UNPAID");
      assertThat(books.cases()).isEmpty();
    }
  }

  /** A bank's code field with two codes is a code that nobody knows. */
  @ParameterizedTest
  @ValueSource(strings = {"01,06", "01 06", "06/01", "00,06"})
  void twoCodesOfABankLeaveThePaymentAlive(String codes) {
    story = HubStory.begin();
    books = story.books();
    id = story.sent(Channel.BANK, UNPAID).get(0);
    story.feed(BankMessages.part(books.batchOf(id), 1, true, BankMessages.Line.of(id, UNPAID, codes)));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).isNotEmpty().isSubsetOf("CODE_UNKNOWN", "FILE_NOT_UNDERSTOOD", "PAYMENT_UNNAMED");
  }

  private void listIsOut(Channel channel) {
    story = HubStory.begin();
    books = story.books();
    List<String> ids = story.sent(channel, UNPAID, PAID);
    id = ids.get(0);
    other = ids.get(1);
    list = books.batchOf(id);
  }

  private void closedWith(Channel channel, String reason) {
    listIsOut(channel);
    story.feed(channel == Channel.POST_CASH
        ? report(1, true, id + ";CHUA_CHI;500000;;;;NHA;\"" + reason + "\";")
        : commune(story, list).unpaid(id, reason).paid(other).settled(PAID, UNPAID).closing(1));
    assertThat(books.batch(list.id()).listClosed()).isTrue();
  }

  private HubStory.InboundFile report(int version, boolean closing, String line) {
    long paid = PAID + (line.contains("DA_CHI") ? UNPAID : 0);
    return postOfficeText(list, version, closing, line + "\r\n" + other + ";DA_CHI;600000;03/11/2026;;;NHA;;\r\n"
        + "TONG;2;" + paid + ";;;;;;\r\n");
  }

  private String evidence() {
    return story.sql().queryForObject("select evidence from case_record where kind = 'PAYEE_DECEASED' and state = 'OPEN'", String.class);
  }
}
