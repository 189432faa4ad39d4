package vn.chitra.hub.channel.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.chitra.hub.channel.iso20022.IsoMessages.OTHER_PAYMENT;
import static vn.chitra.hub.channel.iso20022.IsoMessages.PAYMENT;
import static vn.chitra.hub.channel.iso20022.IsoMessages.pain002;
import static vn.chitra.hub.channel.iso20022.IsoMessages.transaction;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.payout.ReportedState;

class StatusReportTests {

  private static final String FILE = "PTCTXH-000017";

  @ParameterizedTest
  @CsvSource({
    "10, ACTC, ACCEPTED, ", "10, ACCP, ACCEPTED, ", "10, ACSP, ACCEPTED, ", "10, ACSC, ACCEPTED, ", "10, ACWC, ACCEPTED, ",
    "10, ACWP, ACCEPTED, ", "10, ACFC, ACCEPTED, ", "10, PDNG, ACCEPTED, ", "10, PATC, ACCEPTED, ", "10, RCVD, ACCEPTED, ",
    "10, ACCC, PAID, ", "03, ACCC, ACCEPTED, CODE_UNKNOWN", "03, ACSC, ACCEPTED, ",
    "10, BLCK, ACCEPTED, OUTCOME_UNKNOWN", "10, CANC, UNKNOWN, OUTCOME_UNKNOWN", "10, ZZZZ, UNKNOWN, CODE_UNKNOWN",
    "10, PART, UNKNOWN, CODE_UNKNOWN",
  })
  void statusOfATransaction(String version, String status, ReportedState reported, CaseKind attention) throws IOException {
    IsoLine line = Collected.of(pain002(version, "", "", transaction(PAYMENT, status))).onlyLine();
    assertThat(line).returns(PAYMENT, IsoLine::endToEndId).returns(reported, IsoLine::reported).returns(status, IsoLine::code)
        .returns(attention, IsoLine::attention).returns(LocalDate.of(2026, 11, 25), IsoLine::happenedOn);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AC01", "AC03", "AC04", "AC06", "AC07", "AG01", "AM02", "AM09", "AM10", "AM14", "BE01", "CNOR", "CUST", "DT01",
    "FOCR", "MS02", "MS03", "NARR", "NOAS", "RC01", "RR01", "RR02", "RR03", "RR04", "UPAY"})
  void aKnownReasonRejects(String reason) throws IOException {
    for (String version : List.of("03", "10")) {
      IsoLine line = Collected.of(pain002(version, "PART", "", transaction(PAYMENT, "RJCT " + reason))).onlyLine();
      assertThat(line).returns(ReportedState.REJECTED, IsoLine::reported).returns(reason, IsoLine::code).returns(null, IsoLine::attention);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RJCT MD07, REJECTED, MD07, PAYEE_DECEASED",
    "RJCT AM04, ACCEPTED, AM04, FUNDS_SHORT_FOR_PAYMENT",
    "RJCT AM05, ACCEPTED, AM05, OUTCOME_UNKNOWN", "RJCT DU03, ACCEPTED, DU03, OUTCOME_UNKNOWN",
    "RJCT DU04, ACCEPTED, DU04, OUTCOME_UNKNOWN", "RJCT DUPL, ACCEPTED, DUPL, OUTCOME_UNKNOWN",
    "RJCT DU05, ACCEPTED, DU05, OUTCOME_UNKNOWN", "RJCT DU01, ACCEPTED, DU01, OUTCOME_UNKNOWN",
    "RJCT XX99, UNKNOWN, XX99, CODE_UNKNOWN",
    "RJCT, UNKNOWN, RJCT, CODE_UNKNOWN",
    "RJCT AC01 AM05, ACCEPTED, AM05, OUTCOME_UNKNOWN",
    "RJCT AC01 XX99, UNKNOWN, XX99, CODE_UNKNOWN",
    "RJCT AC01 MD07, REJECTED, MD07, PAYEE_DECEASED",
  })
  void aRejectionIsReadByItsReasonAndTheMostCarefulOneCounts(String stated, ReportedState reported, String code,
      CaseKind attention) throws IOException {
    IsoLine line = Collected.of(pain002("10", "PART", "", transaction(PAYMENT, stated))).onlyLine();
    assertThat(line).returns(reported, IsoLine::reported).returns(code, IsoLine::code).returns(attention, IsoLine::attention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PART", "ACTC", "ACCP", "ACSP", "ACSC", "ACWC", "RCVD", "PDNG"})
  void unlistedPaymentsOfAHeldFileAreAcceptedNeverPaid(String status) throws IOException {
    assertThat(Collected.of(pain002("10", status, "")).outcome()).isEqualTo(new IsoOutcome.AcceptUnlisted(FILE, status, false));
    assertThat(Collected.of(pain002("10", "", status)).outcome()).isEqualTo(new IsoOutcome.AcceptUnlisted(FILE, status, false));
  }

  @Test
  void aFileBlockedIsHeldAndACase() throws IOException {
    assertThat(Collected.of(pain002("10", "BLCK", "")).outcome()).isEqualTo(new IsoOutcome.AcceptUnlisted(FILE, "BLCK", true));
  }

  @Test
  void aFileFullySettledIsPaidWhereTheVersionCanSaySo() throws IOException {
    assertThat(Collected.of(pain002("10", "ACCC", "")).outcome()).isEqualTo(new IsoOutcome.PayUnlisted(FILE, "ACCC"));
    assertThat(Collected.of(pain002("03", "ACCC", "")).outcome()).isEqualTo(new IsoOutcome.AcceptUnlisted(FILE, "ACCC", true));
  }

  @ParameterizedTest
  @ValueSource(strings = {"AM09", "AM10", "FF01", "FF02", "DT01", "AM09 AM10"})
  void aWrongFileIsRefused(String reasons) throws IOException {
    String first = reasons.substring(0, 4);
    assertThat(Collected.of(pain002("10", "RJCT " + reasons, "")).outcome()).isEqualTo(new IsoOutcome.GroupRefused(FILE, first, null));
    assertThat(Collected.of(pain002("03", "", "RJCT " + reasons)).outcome()).isEqualTo(new IsoOutcome.GroupRefused(FILE, first, null));
  }

  @Test
  void noMoneyForTheWholeFileWaits() throws IOException {
    assertThat(Collected.of(pain002("10", "RJCT AM04", "")).outcome()).isEqualTo(new IsoOutcome.GroupWaitingFunds(FILE, "AM04", null));
    assertThat(Collected.of(pain002("10", "", "RJCT AM04")).outcome()).isEqualTo(new IsoOutcome.GroupWaitingFunds(FILE, "AM04", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DU01", "DU02"})
  void aFileSeenBeforeStands(String reason) throws IOException {
    assertThat(Collected.of(pain002("10", "RJCT " + reason, "")).outcome()).isEqualTo(new IsoOutcome.DuplicateStands(FILE, reason));
    assertThat(Collected.of(pain002("10", "", "RJCT " + reason)).outcome()).isEqualTo(new IsoOutcome.DuplicateStands(FILE, reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"RJCT", "RJCT AM05", "RJCT DU03", "RJCT XX99", "RJCT MD07", "RJCT AM04 AM09", "CANC", "ZZZZ"})
  void anythingElseAboutAFileIsACaseAndMovesNothing(String stated) throws IOException {
    assertThat(Collected.of(pain002("10", stated, "")).outcome()).isInstanceOf(IsoOutcome.GroupOther.class);
    assertThat(Collected.of(pain002("10", "", stated)).outcome()).isInstanceOf(IsoOutcome.GroupOther.class);
  }

  @Test
  void aReportWithoutAFileStatusSaysNothingOfTheUnlisted() throws IOException {
    assertThat(Collected.of(pain002("10", "", "", transaction(PAYMENT, "ACSP"))).outcome()).isEqualTo(new IsoOutcome.OnlyListed(FILE));
  }

  @Test
  void theNearestLevelWins() throws IOException {
    Collected stated = Collected.of(pain002("10", "RJCT FF01", "ACSP", transaction(PAYMENT, "RJCT AC04"), transaction(OTHER_PAYMENT, "")));
    assertThat(stated.lines).extracting(IsoLine::reported).containsExactly(ReportedState.REJECTED, ReportedState.ACCEPTED);
    assertThat(stated.lines.get(1).code()).isEqualTo("ACSP");
    assertThat(stated.outcome()).isEqualTo(new IsoOutcome.AcceptUnlisted(FILE, "ACSP", false));
    assertThat(Collected.of(pain002("10", "PART", "RJCT AM04")).outcome()).isInstanceOf(IsoOutcome.GroupWaitingFunds.class);
    assertThat(Collected.of(pain002("10", "RJCT AM04", "RJCT")).outcome()).isInstanceOf(IsoOutcome.GroupWaitingFunds.class);
  }

  @Test
  void aTransactionWithoutAStatusUnderARefusedFileIsNotAnOutcomeOfItsOwn() throws IOException {
    Collected stated = Collected.of(pain002("10", "RJCT AM10", "", transaction(PAYMENT, ""), transaction(OTHER_PAYMENT, "")));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.outcome()).isEqualTo(new IsoOutcome.GroupRefused(FILE, "AM10", null));
  }

  @ParameterizedTest
  @CsvSource({"RJCT AM04, ''", "'', RJCT AM04", "RJCT AM04, RJCT"})
  void aFileWithoutItsFundsThatListsEachOfItsPaymentsWithThatReasonWaits(String group, String block) throws IOException {
    Collected stated = Collected.of(pain002("10", group, block, transaction(PAYMENT, "RJCT AM04"),
        transaction(OTHER_PAYMENT, "RJCT AM04")));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.outcome()).isEqualTo(new IsoOutcome.GroupWaitingFunds(FILE, "AM04", null));
  }

  @ParameterizedTest
  @CsvSource({"RJCT DU01, RJCT DU01", "RJCT DU01, RJCT DU02", "RJCT DU02, RJCT"})
  void aFileSeenBeforeThatListsEachOfItsPaymentsWithThatReasonStands(String group, String listed) throws IOException {
    Collected stated = Collected.of(pain002("10", group, "", transaction(PAYMENT, listed)));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.outcome()).isInstanceOf(IsoOutcome.DuplicateStands.class);
  }

  @ParameterizedTest
  @CsvSource({"RJCT AM04, RJCT AM04 AC01", "RJCT AM04, RJCT DU01", "RJCT FF01, RJCT AM04", "RJCT, RJCT AM04", "RJCT AM04 AM09, RJCT AM04",
    "RJCT DU01, RJCT DU03", "PART, RJCT AM04", "'', RJCT AM04"})
  void aPaymentWithAnotherReasonThanItsFileHasItsOwnOutcome(String group, String listed) throws IOException {
    assertThat(Collected.of(pain002("10", group, "", transaction(PAYMENT, listed))).onlyLine().reported())
        .isEqualTo(ReportedState.ACCEPTED);
  }

  @Test
  void aRefusedFileThatListsAPaymentInProgressContradictsItself() throws IOException {
    for (String group : List.of("RJCT AM10", "RJCT AM04")) {
      assertThat(Collected.of(pain002("10", group, "", transaction(PAYMENT, "ACSP"))).outcome()).isInstanceOf(IsoOutcome.GroupOther.class);
    }
  }

  @Test
  void aTransactionWithoutAnEndToEndIdIsACase() throws IOException {
    Collected stated = Collected.of(pain002("10", "PART", "", transaction("NOTPROVIDED", "RJCT AC01")));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.notices).singleElement().returns(CaseKind.LINE_UNKNOWN, IsoNotice::kind);
  }

  @Test
  void aMissingAmountIsNull() throws IOException {
    IsoLine line = Collected.of(pain002("10", "PART", "", transaction(PAYMENT, "RJCT AC01"))).onlyLine();
    assertThat(line.amountVnd()).isNull();
    assertThat(line.status().amountVnd()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"<OrgnlMsgId>PTCTXH-000017, <OrgnlMsgId>KHAC-000017, OrgnlMsgId", 
    "<OrgnlMsgId>PTCTXH-000017, <OrgnlMsgId>PTCTXH-17, OrgnlMsgId",
    "<OrgnlPmtInfId>PTCTXH-000017, <OrgnlPmtInfId>PTCTXH-000016, OrgnlPmtInfId",
    "<OrgnlMsgNmId>pain.001, <OrgnlMsgNmId>pain.008, OrgnlMsgNmId"})
  void aReportAboutSomethingElseIsForeign(String ours, String theirs, String field) throws IOException {
    String xml = pain002("10", "ACCP", "ACCP").replace(ours, theirs);
    assertThat(Collected.of(xml).parsed).isInstanceOfSatisfying(IsoParseResult.Refused.class, refused ->
        assertThat(refused.why()).returns(Problem.FOREIGN, why -> why.problem()).returns(field, why -> why.field()));
  }

  @Test
  void aBlockStatusBehindItsTransactionsIsRefused() throws IOException {
    String xml = pain002("10", "PART", "", transaction(PAYMENT, "RJCT AC01"))
        .replace("</OrgnlPmtInfAndSts>", "<PmtInfSts>ACCC</PmtInfSts></OrgnlPmtInfAndSts>");
    assertThat(Collected.of(xml).parsed).isInstanceOf(IsoParseResult.Refused.class);
  }

  @Test
  void aProfileMayPayOnAcccOnlyOrOnNothingOfIt() throws IOException {
    IsoParseRules camtOnly = IsoParseRules.of(Map.of("paid-on", List.of(IsoParseRules.BOOKED)));
    assertThat(Collected.of(pain002("10", "", "", transaction(PAYMENT, "ACCC")), camtOnly).onlyLine().reported())
        .isEqualTo(ReportedState.ACCEPTED);
    IsoParseRules settled = IsoParseRules.of(Map.of("paid-on", List.of("ACSC")));
    assertThat(Collected.of(pain002("10", "", "", transaction(PAYMENT, "ACSC")), settled).onlyLine().reported())
        .isEqualTo(ReportedState.PAID);
  }

  @Test
  void rulesRefuseWhatTheyDoNotKnow() {
    assertThatThrownBy(() -> IsoParseRules.of(Map.of("paid-an", List.of("ACCC"))))
        .hasMessageContaining("paid-an").hasMessageContaining("paid-on");
    assertThatThrownBy(() -> IsoParseRules.of(Map.of("paid-on", List.of("camt.054-PDNG")))).hasMessageContaining("camt.054-PDNG");
  }
}
