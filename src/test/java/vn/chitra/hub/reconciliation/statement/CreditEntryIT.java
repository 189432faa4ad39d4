package vn.chitra.hub.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.reconciliation.statement.BankStory.IsoCredit;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.Dong;
import vn.chitra.hub.support.EndToEndId;

/** The meaning of a credit entry on a statement: a return, funding, or a case that two persons settle. */
class CreditEntryIT {

  private static final String THU = "2026-11-26";
  private static final String FRI = "2026-11-27";
  private static final String MON = "2026-11-30";
  /** Its profile does not say who funds the account. */
  private static final String SILENT = "vietcombank";
  /** Its profile does. */
  private static final String STATED = "vietinbank";
  private static final String TREASURY_ID = "KB-2026-11-0001";
  private static final String NEVER_ISSUED = EndToEndId.of("NOBODY", 1, 1);

  private BankStory story;

  @Test
  void fundingThatCarriesThePayersOwnIdSendsTheWaitingFileAgain() {
    begin(SILENT);
    story.sent(1, 1_300_000);
    story.refusedForFunds(1, 1);
    story.isoStatement(THU, IsoCredit.naming(TREASURY_ID, 1_300_000));
    story.match();
    assertThat(story.entries()).containsExactly("FUNDING +");
    assertThat(retried()).containsExactly(1);
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void aCreditOfExactlyTheAmountOfAPaidPaymentIsACaseThatReleasesNothing() {
    begin(SILENT);
    paid(500_000);
    story.sent(2, 1_200_000);
    story.refusedForFunds(2, 1);
    story.isoStatement(FRI, IsoCredit.naming(TREASURY_ID, 500_000));
    story.at("2026-11-27T18:30").match();
    assertThat(story.entries()).containsExactly("CREDIT -");
    assertThat(story.cases()).containsExactly("CREDIT_UNSETTLED 500000");
    assertThat(retried()).isEmpty();
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);
  }

  @Test
  void twoPersonsSettleItAsFundingAndTheWaitingFileGoesAgainByItself() {
    aCreditOfExactlyTheAmountOfAPaidPaymentIsACaseThatReleasesNothing();
    story.at("2026-11-30T09:00");
    assertThat(story.twoPersons(RepairAction.SETTLE_AS_FUNDING, "CREDIT_UNSETTLED", "")).isEmpty();
    assertThat(story.due()).isPositive();
    story.match();
    assertThat(story.entries()).containsExactly("FUNDING +");
    assertThat(retried()).containsExactly(2);
    assertThat(story.cases()).doesNotContain("CREDIT_UNSETTLED 500000");
    assertThat(story.texts("select closed_by from case_record where kind = 'CREDIT_UNSETTLED'")).containsExactly("hung");
  }

  @Test
  void onePersonAloneSettlesNothing() {
    aCreditOfExactlyTheAmountOfAPaidPaymentIsACaseThatReleasesNothing();
    assertThat(story.twoPersons(RepairAction.CLOSE_CASE, "CREDIT_UNSETTLED", "")).contains("còn nguyên nhân");
    assertThat(RepairAction.SETTLE_AS_FUNDING.movesMoney()).isTrue();
    story.match();
    assertThat(retried()).isEmpty();
  }

  @Test
  void aFileThatTheBankRefusesAgainAfterTheSettlementWaitsForNewFunding() {
    twoPersonsSettleItAsFundingAndTheWaitingFileGoesAgainByItself();
    story.sql("update batch set state = 'SENDING', version = version + 1 where seq = 2");
    story.sql("update batch set state = 'SENT', retry_at = null, version = version + 1 where seq = 2");
    story.at("2026-11-30T10:00").refusedForFunds(2, 2);
    story.match();
    assertThat(retried()).isEmpty();
  }

  @Test
  void fundingOfTheDayOnWhichAFileWasSentAgainCountsOnceItIsSettled() {
    begin(SILENT);
    paid(500_000);
    story.sent(2, 1_700_000);
    story.refusedForFunds(2, 1);
    story.isoStatement(FRI, IsoCredit.of(700_000, ""), IsoCredit.naming(TREASURY_ID, 500_000));
    story.at("2026-11-27T18:30").match();
    assertThat(retried()).containsExactly(2);
    story.sql("update batch set state = 'SENDING', version = version + 1 where seq = 2");
    story.sql("update batch set state = 'SENT', retry_at = null, version = version + 1 where seq = 2");
    story.at("2026-11-27T19:00").refusedForFunds(2, 2);
    story.match();
    assertThat(retried()).isEmpty();
    story.at("2026-11-27T20:00").twoPersons(RepairAction.SETTLE_AS_FUNDING, "CREDIT_UNSETTLED", "");
    story.match();
    assertThat(retried()).containsExactly(2);
  }

  @Test
  void whatNobodySettledCoversNoFileEvenWhenOtherFundingCame() {
    begin(SILENT);
    paid(500_000);
    story.sent(2, 1_500_000);
    story.refusedForFunds(2, 1);
    story.isoStatement(FRI, IsoCredit.naming(TREASURY_ID, 500_000), IsoCredit.of(1_000, ""));
    story.at("2026-11-27T18:30").match();
    assertThat(story.entries()).containsExactly("CREDIT -", "FUNDING +");
    assertThat(retried()).isEmpty();
    story.twoPersons(RepairAction.SETTLE_AS_FUNDING, "CREDIT_UNSETTLED", "");
    story.match();
    assertThat(retried()).containsExactly(2);
  }

  @Test
  void twoPersonsSettleItAsTheReturnOfANamedPaymentThatCameBack() {
    begin(SILENT);
    String id = paid(500_000);
    story.isoReturned(id, 500_000, FRI);
    story.isoStatement(FRI, IsoCredit.naming(TREASURY_ID, 500_000));
    story.at("2026-11-27T18:30").match();
    assertThat(story.cases()).containsExactly("CREDIT_UNSETTLED 500000");
    assertThat(story.payment(id)).isEqualTo("RETURNED");
    assertThat(story.twoPersons(RepairAction.MATCH_CREDIT, "CREDIT_UNSETTLED", id)).isEmpty();
    story.match();
    assertThat(story.payment(id)).isEqualTo("RETURNED +");
    assertThat(story.entries()).containsExactly("RETURN +");
  }

  @Test
  void namedForAPaymentThatTheBankHasNotCalledReturnedItWaitsForThatWord() {
    begin(SILENT);
    String id = paid(500_000);
    story.isoStatement(FRI, IsoCredit.naming(TREASURY_ID, 500_000));
    story.at("2026-11-27T18:30").match();
    assertThat(story.twoPersons(RepairAction.MATCH_CREDIT, "CREDIT_UNSETTLED", id)).isEmpty();
    story.match();
    assertThat(story.payment(id)).isEqualTo("PAID");
    assertThat(story.entries()).containsExactly("RETURN -");
    story.isoReturned(id, 500_000, FRI);
    story.match();
    assertThat(story.payment(id)).isEqualTo("RETURNED +");
    assertThat(story.entries()).containsExactly("RETURN +");
  }

  @Test
  void aPaymentPaidMoreThanSixtyDaysAgoSpeaksForNoReturn() {
    begin(SILENT);
    story.sql("update payment set paid_on = '2026-09-27' where end_to_end_id = '" + paid(500_000) + "'");
    story.sql("update payment set paid_on = '2026-09-28' where end_to_end_id = '" + paidIn(2, 600_000) + "'");
    story.isoStatement(FRI, IsoCredit.naming(TREASURY_ID, 500_000), IsoCredit.naming(TREASURY_ID, 600_000));
    story.at("2026-11-27T18:30").match();
    assertThat(story.entries()).containsExactly("FUNDING +", "CREDIT -");
  }

  @Test
  void anAmountPaidAtAnotherBankSpeaksForNoReturn() {
    begin(SILENT);
    String id = story.sentBy("agribank", 1, 500_000).get(0);
    story.sql("update payment set state = 'PAID', paid_on = '2026-11-26' where end_to_end_id = '" + id + "'");
    story.isoStatement(FRI, IsoCredit.naming(TREASURY_ID, 500_000));
    story.at("2026-11-27T18:30").match();
    assertThat(story.entries()).containsExactly("FUNDING +");
  }

  @Test
  void anIdOfOursIsAReturnWhereverTheCreditCarriesIt() {
    begin(SILENT);
    String id = paid(500_000);
    story.isoReturned(id, 500_000, FRI);
    story.isoStatement(FRI, IsoCredit.of(500_000, "<Refs><EndToEndId>RTN-77</EndToEndId></Refs><RmtInf><Ustrd>HOAN TRA " + id
        + " SAI TK</Ustrd></RmtInf>"));
    story.at("2026-11-27T18:30").match();
    assertThat(story.entries()).containsExactly("RETURN +");
    assertThat(story.payment(id)).isEqualTo("RETURNED +");
  }

  @Test
  void theBanksWordThatMoneyCameBackIsAReturnAndNeverFundingByItself() {
    begin(SILENT);
    story.sent(1, 1_300_000);
    story.refusedForFunds(1, 1);
    story.isoStatement(THU, IsoCredit.returned("<Refs><EndToEndId>" + TREASURY_ID + "</EndToEndId></Refs>", 700_000),
        IsoCredit.returned("", 800_000));
    story.match();
    assertThat(story.entries()).containsExactly("RETURN -", "RETURN -");
    assertThat(story.cases()).contains("RETURN_UNMATCHED 700000", "RETURN_UNMATCHED 800000");
    assertThat(retried()).isEmpty();
  }

  @Test
  void anIdOfRightFormThatWeNeverIssuedIsACaseAndMayTurnOutToBeFunding() {
    begin(SILENT);
    story.sent(1, 1_300_000);
    story.refusedForFunds(1, 1);
    story.isoStatement(THU, IsoCredit.naming(NEVER_ISSUED, 1_300_000));
    story.match();
    assertThat(story.cases()).contains("RETURN_UNMATCHED 1300000");
    assertThat(retried()).isEmpty();
    assertThat(story.twoPersons(RepairAction.SETTLE_AS_FUNDING, "RETURN_UNMATCHED", "")).isEmpty();
    story.match();
    assertThat(retried()).containsExactly(1);
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void aCreditThatNamesAPaymentOfOursIsNeverSettledAsFunding() {
    begin(SILENT);
    String id = paid(500_000);
    story.isoStatement(FRI, IsoCredit.naming(id, 499_999));
    story.at("2026-11-27T18:30").match();
    assertThat(story.twoPersons(RepairAction.SETTLE_AS_FUNDING, "RETURN_UNMATCHED", "")).contains("mang mã của một lệnh chi");
  }

  @Test
  void severalCreditsInOneEntryAreNotifiedApart() {
    begin(SILENT);
    String id = paid(500_000);
    story.isoReturned(id, 500_000, FRI);
    story.isoStatement(FRI, new IsoCredit(800_000, "<NtryDtls><TxDtls><Refs><EndToEndId>" + id
        + "</EndToEndId></Refs><Amt Ccy=\"VND\">500000</Amt></TxDtls><TxDtls><Amt Ccy=\"VND\">300000</Amt></TxDtls></NtryDtls>"));
    story.at("2026-11-27T18:30").match();
    assertThat(story.entries()).containsExactly("RETURN +", "FUNDING +");
  }

  @Test
  void anEntryThatListsOnlySomeOfItsCreditsIsNeverFundingByItself() {
    begin(SILENT);
    story.isoStatement(THU,
        new IsoCredit(800_000, "<NtryDtls><Btch><NbOfTxs>3</NbOfTxs></Btch><TxDtls><Amt Ccy=\"VND\">300000</Amt></TxDtls>"
        + "<TxDtls><Amt Ccy=\"VND\">100000</Amt></TxDtls></NtryDtls>"));
    story.match();
    assertThat(story.entries()).containsExactly("OTHER -");
    assertThat(story.cases()).containsExactly("STATEMENT_ENTRY_OTHER 800000");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "<RltdPties><Dbtr><Nm>KHO BAC NHA NUOC PHU THO - PGD 2</Nm></Dbtr></RltdPties>",
      "<RltdPties><Dbtr><Pty><Nm>Kho bạc  nhà nước Phú Thọ</Nm></Pty></Dbtr></RltdPties>",
      "<RltdPties><DbtrAcct><Id><Othr><Id>3713.0.1058902</Id></Othr></Id></DbtrAcct></RltdPties>",
      "<Refs><EndToEndId>CAP-KP/2026/11</EndToEndId></Refs>", "<RmtInf><Ustrd>cap-kp/2026/11 dot 2</Ustrd></RmtInf>"})
  void whoeverTheProfileNamesFundsTheAccountWhateverTheAmount(String payer) {
    begin(STATED);
    paid(500_000);
    story.sent(2, 1_500_000);
    story.refusedForFunds(2, 1);
    story.isoStatement(FRI, IsoCredit.of(500_000, payer));
    story.at("2026-11-27T18:30").match();
    assertThat(story.entries()).containsExactly("FUNDING +");
    assertThat(retried()).containsExactly(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "<RltdPties><Dbtr><Nm>CONG TY KHO BAC NHA NUOC PHU THO</Nm></Dbtr></RltdPties>",
      "<RltdPties><DbtrAcct><Id><Othr><Id>13713.0.1058902</Id></Othr></Id></DbtrAcct></RltdPties>",
      "<Refs><EndToEndId>KB-2026-11-0001</EndToEndId></Refs>"})
  void whereTheProfileNamesThePayersAnybodyElsesMoneyIsACase(String payer) {
    begin(STATED);
    story.sent(1, 1_300_000);
    story.refusedForFunds(1, 1);
    story.isoStatement(THU, IsoCredit.of(777_777, payer));
    story.match();
    assertThat(story.entries()).containsExactly("CREDIT -");
    assertThat(story.cases()).containsExactly("CREDIT_UNSETTLED 777777");
    assertThat(retried()).isEmpty();
  }

  @Test
  void ofABankOfFilesNIsFundingAndAnIdThatWeNeverIssuedACase() {
    begin("agribank");
    story.sent(1, 1_300_000);
    story.refusedForFunds(1, 1);
    story.statement(THU, "C R" + NEVER_ISSUED + " 1300000", "C XKHAC 5000", "C N" + NEVER_ISSUED + " 6000");
    story.match();
    assertThat(story.entries()).containsExactly("RETURN -", "OTHER -", "OTHER -");
    assertThat(retried()).isEmpty();
    assertThat(story.twoPersons(RepairAction.SETTLE_AS_FUNDING, "RETURN_UNMATCHED", "")).isEmpty();
    story.match();
    assertThat(retried()).containsExactly(1);
    assertThat(story.cases()).containsExactly("STATEMENT_ENTRY_OTHER 5000", "STATEMENT_ENTRY_OTHER 6000");
  }

  @Test
  void noPersonStandsInTheCase() {
    begin(STATED);
    story.isoStatement(THU, IsoCredit.of(777_777, "<RltdPties><Dbtr><Nm>NGUYEN THI DUC</Nm></Dbtr></RltdPties>"
        + "<AddtlTxInf>Trả lại của Nguyễn Thị Đức</AddtlTxInf>"));
    story.match();
    assertThat(story.texts("select evidence from case_record")).singleElement().asString().contains("777777")
        .doesNotContainIgnoringCase("đức");
  }

  private void begin(String bank) {
    story = new BankStory(bank);
    story.at("2026-11-26T18:30");
  }

  private String paid(long amount) {
    String id = paidIn(1, amount);
    story.isoStatement(THU);
    story.match();
    return id;
  }

  /** Paid before the first statement, so that no debit is awaited on one. */
  private String paidIn(int seq, long amount) {
    List<String> ids = story.sent(seq, amount);
    story.sql("update batch set built_at = built_at - interval '1 day' where seq = " + seq);
    story.isoPaid(ids.get(0), amount, "2026-11-25");
    story.sql("update batch set built_at = built_at + interval '1 day' where seq = " + seq);
    return ids.get(0);
  }

  private List<Integer> retried() {
    return story.texts("select seq::text from batch where state = 'WAITING_FUNDS' and retry_at is not null order by seq").stream()
        .map(Integer::valueOf).toList();
  }
}
