package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.support.EndToEndId;

/** A status report of a settled file (ACCC): its unlisted payments are PAID only when the report contains no contradiction. */
class SettledFileIT {

  private static final String AT = "2026-11-04T10:00:00+07:00";
  private static final String EARLIER = "2026-11-04T09:00:00+07:00";
  private static final String SETTLED = "<GrpSts>ACCC</GrpSts>";
  private static final String REJECTED = "<TxSts>RJCT</TxSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>";

  private HubStory story;
  private Books books;
  private String id;
  private String other;

  @BeforeEach
  void twoPaymentsAreAtTheBank() {
    story = HubStory.begin();
    books = story.books();
    List<String> ids = story.handOverTo("970436", Channel.BANK, 500_000, 600_000);
    story.send();
    id = ids.get(0);
    other = ids.get(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<OrgnlEndToEndId/>", "<OrgnlEndToEndId>NOTPROVIDED</OrgnlEndToEndId>",
      "<OrgnlEndToEndId>SOMEBODY-ELSES-0</OrgnlEndToEndId>"})
  void aRejectionThatNamesNoPaymentOfTheFileLeavesEveryUnlistedPaymentAccepted(String named) {
    feed(IsoMessage.report(1, AT, SETTLED, "<TxInfAndSts><OrgnlInstrId>7</OrgnlInstrId>" + named + REJECTED + "</TxInfAndSts>"));
    assertNobodyIsPaid("LINE_UNKNOWN", "OUTCOME_UNKNOWN");
  }

  @Test
  void aRejectedPaymentOfAnotherFileLeavesThoseOfThisFileAccepted() {
    List<String> later = story.handOverTo("970436", Channel.BANK, 700_000);
    story.send();
    feed(IsoMessage.report(1, AT, SETTLED, IsoMessage.transaction(later.get(0), "RJCT AC01")));
    assertThat(books.payment(later.get(0))).isEqualTo("REJECTED");
    assertNobodyIsPaid("OUTCOME_UNKNOWN");
  }

  @Test
  void anotherStatusForAPaymentOfAnotherFileLeavesThoseOfThisFileAccepted() {
    List<String> later = story.handOverTo("970436", Channel.BANK, 700_000);
    story.send();
    feed(IsoMessage.report(1, AT, SETTLED, IsoMessage.transaction(later.get(0), "ACSP")));
    assertNobodyIsPaid("OUTCOME_UNKNOWN");
  }

  @Test
  void anUnknownIdInProgressLeavesTheUnlistedAccepted() {
    feed(IsoMessage.report(1, AT, SETTLED, IsoMessage.transaction(EndToEndId.of("NOBODY", 1, 1), "ACSP")));
    assertNobodyIsPaid("LINE_UNKNOWN", "OUTCOME_UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({"RJCT AC01, REJECTED", "RJCT AM04, ACCEPTED", "RJCT, SENT", "CANC, SENT", "BLCK, ACCEPTED", "ZZZZ, SENT"})
  void aListedPaymentHasItsOwnStatusAndTheUnlistedStayAccepted(String stated, String state) {
    feed(IsoMessage.report(1, AT, SETTLED, IsoMessage.transaction(id, stated)));
    assertThat(books.payment(id)).isEqualTo(state);
    assertThat(books.payment(other)).isEqualTo("ACCEPTED");
    assertThat(books.cases()).contains("OUTCOME_UNKNOWN");
    assertThat(books.bookings(other)).noneMatch(booking -> booking.contains("PAID"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACCC 1,RJCT 1", "ACCC 2,RJCT 1", "RJCT 1", "ACCC 1,PDNG 1", "ACCC 1", "ACCC 3", "ACCC 1,ZZZZ 1", "CANC 1"})
  void countsThatDoNotSayThatAllAreSettledLeaveThemAccepted(String counts) {
    String counted = IsoMessage.counted(counts.split(","));
    feed(IsoMessage.report(1, AT, SETTLED + counted, ""));
    assertNobodyIsPaid("OUTCOME_UNKNOWN");
    twoPaymentsAreAtTheBank();
    feed(IsoMessage.report(1, AT, "", "<PmtInfSts>ACCC</PmtInfSts>" + counted));
    assertNobodyIsPaid("OUTCOME_UNKNOWN");
    twoPaymentsAreAtTheBank();
    feed(IsoMessage.report(1, AT, SETTLED, counted));
    assertNobodyIsPaid("OUTCOME_UNKNOWN");
    twoPaymentsAreAtTheBank();
    feed(IsoMessage.report(1, AT, counted, "<PmtInfSts>ACCC</PmtInfSts>"));
    assertNobodyIsPaid("OUTCOME_UNKNOWN");
  }

  @ParameterizedTest
  @CsvSource({"<GrpSts>ACCC</GrpSts>, <PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>AM09</Cd></Rsn></StsRsnInf>",
      "<GrpSts>ACCC</GrpSts>, <PmtInfSts>RJCT</PmtInfSts><StsRsnInf><Rsn><Cd>AM04</Cd></Rsn></StsRsnInf>",
      "<GrpSts>ACCC</GrpSts>, <PmtInfSts>RJCT</PmtInfSts>",
      "<GrpSts>ACCC</GrpSts>, <PmtInfSts>PART</PmtInfSts>",
      "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM09</Cd></Rsn></StsRsnInf>, <PmtInfSts>ACCC</PmtInfSts>",
      "<GrpSts>PART</GrpSts>, <PmtInfSts>ACCC</PmtInfSts>",
      "<GrpSts>CANC</GrpSts>, <PmtInfSts>ACCC</PmtInfSts>",
      "<GrpSts>ACCC</GrpSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>, ''",
      "'', <PmtInfSts>ACCC</PmtInfSts><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>",
      "<OrgnlNbOfTxs>3</OrgnlNbOfTxs><GrpSts>ACCC</GrpSts>, ''",
      "<GrpSts>ACCC</GrpSts>, <OrgnlNbOfTxs>1</OrgnlNbOfTxs>"})
  void aLevelThatContradictsTheOtherLeavesEveryPaymentAcceptedAndTheFileWithTheBank(String group, String block) {
    feed(IsoMessage.report(1, AT, group, block));
    assertNobodyIsPaid("OUTCOME_UNKNOWN");
    assertThat(books.batchOf(id).state()).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void aListedPaymentWithAReasonAndNoStatusIsNotPaidByTheStatusOfTheFile() {
    feed(IsoMessage.report(1, AT, SETTLED, "<TxInfAndSts><OrgnlEndToEndId>" + id
        + "</OrgnlEndToEndId><StsRsnInf><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf></TxInfAndSts>"));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.payment(other)).isEqualTo("ACCEPTED");
    assertThat(books.cases()).containsExactly("OUTCOME_UNKNOWN", "STATUS_CONTRADICTS");
  }

  @Test
  void aFileReportedRefusedWhileTransactionsAreCountedAsSettledIsNotSentAgain() {
    feed(IsoMessage.report(1, AT, "<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Cd>AM09</Cd></Rsn></StsRsnInf>"
        + IsoMessage.counted("ACCC 1", "RJCT 1"), ""));
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("SENT");
    assertThat(books.cases()).containsExactly("OUTCOME_UNKNOWN");
  }

  @Test
  void anOlderReportThatAllAreSettledSaysNothingAfterANewerOneThatRejectsSomebody() {
    feed(IsoMessage.report(1, AT, "<GrpSts>PART</GrpSts>", "<TxInfAndSts>" + REJECTED + "</TxInfAndSts>"));
    feed(IsoMessage.report(1, EARLIER, SETTLED, ""));
    assertNobodyIsPaid("LINE_UNKNOWN");
  }

  @Test
  void whatNothingContradictsIsPaid() {
    feed(IsoMessage.report(1, AT, "<OrgnlNbOfTxs>2</OrgnlNbOfTxs>" + SETTLED + IsoMessage.counted("ACCC 2", "RJCT 0"), ""));
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aPaymentOfTheFileStillInProgressKeepsItsOwnStatusAndTheOthersArePaid() {
    feed(IsoMessage.report(1, AT, SETTLED, IsoMessage.transaction(id, "ACSP")));
    assertThat(books.payment(id)).isEqualTo("ACCEPTED");
    assertThat(books.payment(other)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void afterACaseTheBankMayStillSayThatEachWasPaid() {
    feed(IsoMessage.report(1, AT, SETTLED + IsoMessage.counted("ACCC 1", "RJCT 1"), ""));
    feed(IsoMessage.booked(id, "500000", "DBIT", "BOOK", ""));
    assertThat(List.of(books.payment(id), books.payment(other))).containsExactly("PAID", "ACCEPTED");
  }

  private void assertNobodyIsPaid(String... cases) {
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("ACCEPTED");
    assertThat(books.cases()).containsExactly(cases);
    assertThat(books.bookings(id)).noneMatch(booking -> booking.contains("PAID"));
    assertThat(books.bookings(other)).noneMatch(booking -> booking.contains("PAID"));
  }

  private void feed(String xml) {
    story.feed(IsoMessage.file(xml));
  }
}
