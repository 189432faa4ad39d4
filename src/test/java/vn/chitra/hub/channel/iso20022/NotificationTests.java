package vn.chitra.hub.channel.iso20022;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.channel.iso20022.IsoMessages.OTHER_PAYMENT;
import static vn.chitra.hub.channel.iso20022.IsoMessages.PAYMENT;
import static vn.chitra.hub.channel.iso20022.IsoMessages.camt053;
import static vn.chitra.hub.channel.iso20022.IsoMessages.camt054;
import static vn.chitra.hub.channel.iso20022.IsoMessages.detail;
import static vn.chitra.hub.channel.iso20022.IsoMessages.entry;
import static vn.chitra.hub.channel.iso20022.IsoMessages.returned;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.inbound.ParseResult.NotUnderstood;
import vn.chitra.hub.inbound.ParseResult.Problem;
import vn.chitra.hub.payout.ReportedState;

class NotificationTests {

  @Test
  void aBookedDebitPaysEachPaymentItNames() throws IOException {
    Collected stated = Collected.of(camt054(entry("3000", "DBIT", "BOOK", detail(PAYMENT, "1000", "")
        + detail(OTHER_PAYMENT, "2000.00", ""))));
    assertThat(stated.lines).extracting(IsoLine::endToEndId).containsExactly(PAYMENT, OTHER_PAYMENT);
    assertThat(stated.lines).extracting(IsoLine::amountVnd).containsExactly(1000L, 2000L);
    assertThat(stated.lines).extracting(IsoLine::reported).containsOnly(ReportedState.PAID);
    assertThat(stated.lines).extracting(IsoLine::happenedOn).containsOnly(LocalDate.of(2026, 11, 25));
  }

  @Test
  void aBankThatProvesPaymentByAcccOnlyIsInProgressHere() throws IOException {
    IsoParseRules acccOnly = IsoParseRules.of(Map.of("paid-on", List.of("ACCC")));
    String booked = camt054(entry("1000", "DBIT", "BOOK", detail(PAYMENT, "1000", "")));
    assertThat(Collected.of(booked, acccOnly).onlyLine().reported()).isEqualTo(ReportedState.ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PDNG", "INFO"})
  void pendingAndForInformationChangeNothing(String status) throws IOException {
    Collected stated = Collected.of(camt054(entry("1000", "DBIT", status, detail(PAYMENT, "1000", "")),
        entry("1000", "CRDT", status, detail(PAYMENT, "1000", returned("AC04")))));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.notices).isEmpty();
    assertThat(stated.parsed).isEqualTo(new IsoParseResult.NotificationRead(2, 0, 2, 0));
  }

  @Test
  void anEntryStatusOutsideTheContractIsACase() throws IOException {
    Collected stated = Collected.of(camt054(entry("1000", "DBIT", "FUTR", detail(PAYMENT, "1000", ""))));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.notices).singleElement().returns(CaseKind.CODE_UNKNOWN, IsoNotice::kind);
  }

  @ParameterizedTest
  @CsvSource({"AC04, PAYMENT_RETURNED", "MD07, PAYEE_DECEASED", "XX99, CODE_UNKNOWN"})
  void aCreditWithAReturnReasonIsReturned(String reason, CaseKind attention) throws IOException {
    IsoLine line = Collected.of(camt054(entry("1000", "CRDT", "BOOK", detail(PAYMENT, "1000", returned(reason))))).onlyLine();
    assertThat(line).returns(ReportedState.RETURNED, IsoLine::reported).returns(reason, IsoLine::code)
        .returns(attention, IsoLine::attention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"AC01", "AC03", "AC04", "AC06", "AC07", "AG01", "AM02", "AM04", "AM05", "AM09", "AM10", "AM14", "BE01", "CNOR",
    "CUST", "DT01", "DU01", "DU02", "DU03", "DU04", "DU05", "FOCR", "MS02", "MS03", "NARR", "NOAS", "RC01", "RR01", "RR02", "RR03", "RR04",
    "UPAY"})
  void moneyThatCameBackForAKnownReasonIsReturnedWhateverTheReason(String reason) throws IOException {
    for (String version : List.of("camt.054.001.08", "camt.054.001.04", "camt.054.001.02")) {
      String xml = camt054(entry("1000", "CRDT", "BOOK", detail(PAYMENT, "1000", returned(reason)))).replace("camt.054.001.08", version);
      String asVersionSays = version.endsWith("08") ? xml : xml.replace("<Sts><Cd>BOOK</Cd></Sts>", "<Sts>BOOK</Sts>");
      assertThat(Collected.of(asVersionSays).onlyLine()).returns(ReportedState.RETURNED, IsoLine::reported).returns(reason, IsoLine::code)
          .returns(CaseKind.PAYMENT_RETURNED, IsoLine::attention);
    }
  }

  @Test
  void aReturnWithoutACodeGoesToAPerson() throws IOException {
    String info = "<RtrInf><AddtlInf>Trả lại số tài khoản 0123456789</AddtlInf></RtrInf>";
    IsoLine line = Collected.of(camt054(entry("1000", "CRDT", "BOOK", detail(PAYMENT, "1000", info)))).onlyLine();
    assertThat(line).returns(ReportedState.UNKNOWN, IsoLine::reported).returns(CaseKind.CODE_UNKNOWN, IsoLine::attention)
        .returns("Trả lại số tài khoản **********", IsoLine::text);
  }

  @Test
  void aReturnThatNamesNoPaymentIsACase() throws IOException {
    Collected stated = Collected.of(camt054(entry("1000", "CRDT", "BOOK", detail("NOTPROVIDED", "1000", returned("AC04")))));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.notices).singleElement().returns(CaseKind.LINE_UNKNOWN, IsoNotice::kind).returns(1000L, IsoNotice::amountVnd);
  }

  @Test
  void aCreditWithoutAReturnIsFunding() throws IOException {
    Collected stated = Collected.of(camt054(entry("900000000", "CRDT", "BOOK", ""),
        entry("5000", "CRDT", "BOOK", detail("KB-2026-11", "5000", ""))));
    assertThat(stated.lines).isEmpty();
    assertThat(stated.notices).isEmpty();
    assertThat(stated.parsed).isEqualTo(new IsoParseResult.NotificationRead(2, 0, 0, 900_005_000));
  }

  @Test
  void aCreditThatNamesAPaymentWithoutAReturnIsACase() throws IOException {
    IsoLine line = Collected.of(camt054(entry("1000", "CRDT", "BOOK", detail(PAYMENT, "1000", "")))).onlyLine();
    assertThat(line).returns(ReportedState.UNKNOWN, IsoLine::reported).returns(CaseKind.STATUS_CONTRADICTS, IsoLine::attention);
  }

  @ParameterizedTest
  @ValueSource(strings = {"DBIT", "CRDT"})
  void aReversalIsACase(String side) throws IOException {
    String amount = "<Amt Ccy=\"VND\">1000</Amt>";
    IsoLine line = Collected.of(camt054(entry(amount, side, "<RvslInd>true</RvslInd>", "BOOK", detail(PAYMENT, "1000", "")))).onlyLine();
    assertThat(line).returns(ReportedState.UNKNOWN, IsoLine::reported).returns(CaseKind.STATUS_CONTRADICTS, IsoLine::attention);
    Collected bare = Collected.of(camt054(entry(amount, side, "<RvslInd>1</RvslInd>", "BOOK", "")));
    assertThat(bare.notices).singleElement().returns(CaseKind.STATUS_CONTRADICTS, IsoNotice::kind);
    assertThat(Collected.of(camt054(entry(amount, "DBIT", "<RvslInd>false</RvslInd>", "BOOK", detail(PAYMENT, "1000", "")))).onlyLine()
        .reported())
        .isEqualTo(ReportedState.PAID);
  }

  @Test
  void aSoleDetailWithoutAnAmountHasItsEntrys() throws IOException {
    String bare = "<TxDtls><Refs><EndToEndId>" + PAYMENT + "</EndToEndId></Refs></TxDtls>";
    assertThat(Collected.of(camt054(entry("1000", "DBIT", "BOOK", bare))).onlyLine().amountVnd()).isEqualTo(1000);
    assertUnclear(camt054(entry("1000", "DBIT", "BOOK", bare + detail(OTHER_PAYMENT, "500", ""))), "không có số tiền");
  }

  /** Supersedes: refused whole. */
  @Test
  void anEntryWhoseDetailsDoNotAddUpIsACaseAndNothingOfItCounts() throws IOException {
    String both = detail(PAYMENT, "1000", "") + detail(OTHER_PAYMENT, "2000", "");
    assertUnclear(camt054(entry("3001", "DBIT", "BOOK", both)), "tổng các chi tiết");
    String batch = "<Btch><PmtInfId>PTCTXH-000017</PmtInfId><NbOfTxs>%d</NbOfTxs></Btch>";
    Collected partly = Collected.of(camt054(entry("3001", "DBIT", "BOOK", batch.formatted(2) + detail(PAYMENT, "1000", ""))));
    assertThat(partly.lines).hasSize(1);
    assertThat(partly.notices).singleElement().returns(CaseKind.OUTCOME_UNKNOWN, IsoNotice::kind);
    assertUnclear(camt054(entry("999", "DBIT", "BOOK", batch.formatted(2) + detail(PAYMENT, "1000", ""))), "tổng các chi tiết");
    assertUnclear(camt054(entry("3000", "DBIT", "BOOK", batch.formatted(1) + both)), "nhiều chi tiết hơn");
    String charges = "<Chrgs><Rcrd><Amt Ccy=\"VND\">%s</Amt></Rcrd></Chrgs>";
    for (String other : List.of("2", "-1", "0.5", "1 VND")) {
      assertUnclear(camt054(entry("1001", "DBIT", "BOOK", detail(PAYMENT, "1000", charges.formatted(other)))), "tổng các chi tiết");
    }
  }

  @Test
  void aDetailSpeaksOfTheFileOfItsOwnBatch() throws IOException {
    String two = "<Btch><PmtInfId>PTCTXH-000017</PmtInfId><NbOfTxs>1</NbOfTxs></Btch>" + detail(PAYMENT, "1000", "")
        + "</NtryDtls><NtryDtls><Btch><PmtInfId>PTCTXH-000018</PmtInfId></Btch>" + detail(OTHER_PAYMENT, "2000", "");
    assertThat(Collected.of(camt054(entry("3000", "DBIT", "BOOK", two))).lines).extracting(IsoLine::paymentInformationId)
        .containsExactly("PTCTXH-000017", "PTCTXH-000018");
    assertThat(Collected.of(camt053(3000, 0, entry("3000", "DBIT", "BOOK", two))).entries).singleElement()
        .returns("X", StatementEntry::reference);
  }

  @Test
  void aFeeOfAnAccountIsNoPayment() throws IOException {
    String fee = entry("1000", "DBIT", "BOOK", "").replace("<NtryDtls>",
        "<BkTxCd><Domn><Fmly><SubFmlyCd>CHRG</SubFmlyCd></Fmly></Domn></BkTxCd><NtryDtls>");
    assertThat(Collected.of(camt054(fee)).notices).isEmpty();
  }

  /** What a statement says of an entry with charges inside: net and fee; the balance is that of the entry. */
  @Test
  void chargesInsideAnEntryOfAStatementAreAFee() throws IOException {
    String charges = "<Chrgs><TtlChrgsAndTaxAmt Ccy=\"VND\">55</TtlChrgsAndTaxAmt><Rcrd><Amt Ccy=\"VND\">55</Amt>%s</Rcrd></Chrgs>";
    String batch = "<Btch><PmtInfId>PTCTXH-000017</PmtInfId><NbOfTxs>2</NbOfTxs>%s</Btch>";
    String listed = charged(entry("3055", "DBIT", "BOOK", batch.formatted("") + detail(PAYMENT, "1000", "")
        + detail(OTHER_PAYMENT, "2000", "")), charges.formatted(""));
    String total = charged(entry("3055", "DBIT", "BOOK", batch.formatted("<TtlAmt Ccy=\"VND\">3000</TtlAmt>")), charges.formatted(""));
    String included = charged(entry("3055", "DBIT", "BOOK", batch.formatted("")), charges.formatted("<ChrgInclInd>true</ChrgInclInd>"));
    for (String debit : List.of(listed, total, included)) {
      Collected stated = Collected.of(camt053(5000, 1945, debit));
      assertThat(stated.entries).as(debit).extracting(StatementEntry::reference).containsExactly("F17", "P");
      assertThat(stated.entries).extracting(StatementEntry::amountVnd).containsExactly(3000L, 55L);
      assertThat(stated.parsed).isInstanceOf(IsoParseResult.StatementsRead.class);
    }
    Collected came = Collected.of(camt053(0, 945, charged(entry("945", "CRDT", "BOOK", detail(PAYMENT, "1000", returned("AC04"))),
        charges.formatted(""))));
    assertThat(came.entries).extracting(StatementEntry::reference).containsExactly("R" + PAYMENT, "P");
    assertThat(came.entries).extracting(StatementEntry::amountVnd).containsExactly(1000L, 55L);
    assertThat(came.entries).extracting(StatementEntry::credit).containsExactly(true, false);
  }

  @Test
  void chargesThatAreNotInsideAreNoFee() throws IOException {
    String charges = "<Chrgs><TtlChrgsAndTaxAmt Ccy=\"VND\">55</TtlChrgsAndTaxAmt></Chrgs>";
    String usd = charges.replace("VND", "USD");
    for (String named : List.of(charges, usd)) {
      Collected stated = Collected.of(camt053(5000, 2000, charged(entry("3000", "DBIT", "BOOK",
          "<Btch><PmtInfId>PTCTXH-000017</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>" + detail(PAYMENT, "1000", "")
          + detail(OTHER_PAYMENT, "2000", "")), named)));
      assertThat(stated.entries).singleElement().returns("F17", StatementEntry::reference).returns(3000L, StatementEntry::amountVnd);
    }
  }

  @Test
  void anEntryOfAStatementThatDoesNotAddUpIsAnythingElseAndTheOthersCount() throws IOException {
    Collected stated = Collected.of(camt053(9000, 3999,
        entry("3001", "DBIT", "BOOK", "<Btch><PmtInfId>PTCTXH-000017</PmtInfId></Btch>" + detail(PAYMENT, "1000", "")
            + detail(OTHER_PAYMENT, "2000", "")),
        entry("2000", "DBIT", "BOOK", "<Btch><PmtInfId>PTCTXH-000018</PmtInfId></Btch>")));
    assertThat(stated.entries).extracting(StatementEntry::reference).satisfiesExactly(
        unclear -> assertThat(unclear).startsWith("Xtổng các chi tiết"), whole -> assertThat(whole).isEqualTo("F18"));
    assertThat(stated.entries).extracting(StatementEntry::amountVnd).containsExactly(3001L, 2000L);
  }

  private static String charged(String entry, String charges) {
    return entry.replace("<NtryDtls>", charges + "<NtryDtls>");
  }

  private static void assertUnclear(String xml, String words) throws IOException {
    Collected stated = Collected.of(xml);
    assertThat(stated.lines).isEmpty();
    assertThat(stated.notices).singleElement().returns(CaseKind.AMOUNT_DIFFERS, IsoNotice::kind)
        .satisfies(notice -> assertThat(notice.evidence()).contains(words));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000", "1000.", "1000.0", "1000.00", "1000.00000", "0001000"})
  void aThousandDong(String amount) throws IOException {
    assertThat(Collected.of(camt054(entry(amount, "DBIT", "BOOK", detail(PAYMENT, amount, "")))).onlyLine().amountVnd()).isEqualTo(1000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1000.50", "1000.01", "1.000.000", "1,000", "-1000", "1e3", "", "1000 VND", "99999999999999999999", "0x10"})
  void noWholeDong(String amount) throws IOException {
    assertRefused(camt054(entry("1000", "DBIT", "BOOK", detail(PAYMENT, amount, ""))), Problem.MALFORMED, "Amt");
    assertRefused(camt054(entry(amount, "DBIT", "BOOK", detail(PAYMENT, "1000", ""))), Problem.MALFORMED, "Amt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<Amt Ccy=\"USD\">1000</Amt>", "<Amt>1000</Amt>", "<Amt Ccy=\"vnd\">1000</Amt>"})
  void anotherCurrencyIsRefusedWithItsLine(String amount) throws IOException {
    String xml = camt054(entry("1000", "DBIT", "BOOK", detail(PAYMENT, "1000", "")), entry(amount, "DBIT", "", "BOOK", ""));
    NotUnderstood why = assertRefused(xml, Problem.MALFORMED, "Amt@Ccy");
    assertThat(why.line()).isEqualTo(3);
    assertThat(why.reason()).contains("VND");
  }

  @Test
  void anotherAccountIsForeign() throws IOException {
    String notification = camt054(entry("1000", "DBIT", "BOOK", ""));
    assertRefused(notification.replace("0021000123456", "0021000123457"), Problem.FOREIGN, "Acct/Id");
    assertRefused(camt053(0, 0).replace("0021000123456", "0021000123457"), Problem.FOREIGN, "Acct/Id");
  }

  @Test
  void aStatementThatDoesNotBalanceIsRefused() throws IOException {
    String debit = entry("1000", "DBIT", "BOOK", "");
    assertThat(Collected.of(camt053(5000, 4000, debit)).parsed).isInstanceOf(IsoParseResult.StatementsRead.class);
    assertThat(Collected.of(camt053(-5000, -6000, debit)).parsed).isInstanceOf(IsoParseResult.StatementsRead.class);
    assertRefused(camt053(5000, 4001, debit), Problem.MALFORMED, "Bal");
  }

  @Test
  void anEmptyStatementIsADayWithoutEntries() throws IOException {
    Collected stated = Collected.of(camt053(5000, 5000));
    assertThat(stated.entries).isEmpty();
    assertThat(stated.parsed).isEqualTo(new IsoParseResult.StatementsRead(List.of(
        new IsoStatement("0021000123456", LocalDate.of(2026, 11, 25), 5000, 5000, 0, 0, 0))));
  }

  @Test
  void severalReturnsInOneCreditAreNotifiedOneByOne() throws IOException {
    Collected stated = Collected.of(camt053(0, 3000,
        entry("3000", "CRDT", "BOOK", detail(PAYMENT, "1000", returned("AC04")) + detail(OTHER_PAYMENT, "2000", returned("AC06")))));
    assertThat(stated.entries).extracting(StatementEntry::reference).containsExactly("R" + PAYMENT, "R" + OTHER_PAYMENT);
    assertThat(stated.entries).extracting(StatementEntry::amountVnd).containsExactly(1000L, 2000L);
  }

  @Test
  void aBatchDebitIsOneEntryHoweverItIsDetailed() throws IOException {
    String refs = "<TxDtls><Refs><PmtInfId>PTCTXH-000017</PmtInfId><EndToEndId>%s</EndToEndId></Refs><Amt Ccy=\"VND\">1000</Amt></TxDtls>";
    Collected stated = Collected.of(camt053(5000, 3000, entry("2000", "DBIT", "BOOK", refs.formatted(PAYMENT)
        + refs.formatted(OTHER_PAYMENT))));
    assertThat(stated.entries).singleElement().returns("F17", StatementEntry::reference).returns(2000L, StatementEntry::amountVnd);
  }

  /** The first detail does not speak for the others, whether the entry names a batch or not. */
  @ParameterizedTest
  @CsvSource({"'', 17, 18", "'', 18, 17", "17, 17, 18", "17, 18, 18"})
  void aDebitOverSeveralFilesOfOursIsAnythingElse(String batch, int first, int second) throws IOException {
    String named = batch.isEmpty() ? "" : "<Btch><PmtInfId>PTCTXH-0000" + batch + "</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>";
    Collected stated = Collected.of(camt053(5000, 3000, entry("2000", "DBIT", "BOOK", named + ofFile(PAYMENT, first)
        + ofFile(OTHER_PAYMENT, second))));
    assertThat(stated.entries).singleElement().returns("X", StatementEntry::reference).returns(2000L, StatementEntry::amountVnd);
  }

  @Test
  void aReferenceOfTheBanksOwnBesideTheBatchIsNoOtherFile() throws IOException {
    Collected stated = Collected.of(camt053(5000, 3000, entry("2000", "DBIT", "BOOK", "<Btch><PmtInfId>PTCTXH-000017</PmtInfId>"
        + "<NbOfTxs>2</NbOfTxs></Btch>" + ofFile(PAYMENT, 17) + ofFile(OTHER_PAYMENT, 18).replace("PTCTXH-000018", "VCB-88"))));
    assertThat(stated.entries).singleElement().returns("F17", StatementEntry::reference);
  }

  private static String ofFile(String payment, int seq) {
    return detail(payment, "1000", "").replace("<Refs>", "<Refs><PmtInfId>PTCTXH-%06d</PmtInfId>".formatted(seq));
  }

  @Test
  void aReversedEntryOfAStatementIsAnythingElse() throws IOException {
    String reversed = entry("<Amt Ccy=\"VND\">1000</Amt>", "CRDT", "<RvslInd>true</RvslInd>", "BOOK", detail(PAYMENT, "1000", ""));
    assertThat(Collected.of(camt053(0, 1000, reversed)).entries).singleElement().returns("X", StatementEntry::reference)
        .returns(true, StatementEntry::reversal);
  }

  private static NotUnderstood assertRefused(String xml, Problem problem, String field) throws IOException {
    IsoParseResult parsed = Collected.of(xml).parsed;
    assertThat(parsed).isInstanceOf(IsoParseResult.Refused.class);
    NotUnderstood why = ((IsoParseResult.Refused) parsed).why();
    assertThat(why).returns(problem, NotUnderstood::problem).returns(field, NotUnderstood::field);
    assertThat(why.line()).isPositive();
    return why;
  }
}
