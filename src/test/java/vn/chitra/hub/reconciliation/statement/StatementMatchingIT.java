package vn.chitra.hub.reconciliation.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.chitra.hub.reconciliation.statement.BankStory.paid;
import static vn.chitra.hub.reconciliation.statement.BankStory.returned;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.support.Dong;
import vn.chitra.hub.support.EndToEndId;

/** Thursday 26/11/2026 is the first day of the account; the files' last answer is due by 02/12. */
class StatementMatchingIT {

  private static final String SUMS_OF_DAYS = "select paid_on || ' ' || sum(paid_vnd) || ' ' || sum(in_error_vnd) from paid_day"
      + " group by paid_on order by paid_on";

  private static final String THU = "2026-11-26";
  private static final String FRI = "2026-11-27";
  private static final String MON = "2026-11-30";

  private BankStory story;

  @BeforeEach
  void aNewAccount() {
    story = new BankStory();
  }

  @Test
  void aDebitThatEqualsTheResultsOfItsDayIsMatched() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    story.result(1, 1, true, paid(ids.get(0), 300_000, THU), ids.get(1) + " 200000 01 " + THU);
    story.statement(THU, "C NCAPTIEN1 500000", "D F1 300000", "D PPHI 11000");
    story.match();
    assertThat(story.entries()).containsExactly("FUNDING +", "FILE +", "FEE +");
    assertThat(story.cases()).isEmpty();
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2036-11-26", "2026-11-20", "0001-11-26"})
  void aDebitIsMatchedByItsFileWhereTheStatedDayIsImpossible(String day) {
    List<String> ids = story.sent(1, 300_000, 200_000);
    story.at("2026-11-27T09:00").result(1, 1, true, paid(ids.get(0), 300_000, day), paid(ids.get(1), 200_000, THU));
    story.match();
    story.statement(THU, "D F1 500000");
    story.match();
    assertThat(story.entries()).containsExactly("FILE +");
    assertThat(story.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE 300000");
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);

    story.at("2026-11-27T18:30").statement(FRI);
    story.match();
    assertThat(story.cases()).containsExactly("PAYMENT_DAY_IMPOSSIBLE 300000");
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
  }

  @Test
  void aDebitBeforeItsResultsWaitsAndIsMatchedWhenTheyCome() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    story.statement(THU, "D F1 500000");
    story.match();
    assertThat(story.entries()).containsExactly("FILE -");
    assertThat(story.cases()).isEmpty();
    assertThat(story.position().awaitedResults()).isEqualTo(new Dong(500_000));
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);

    story.result(1, 1, true, paid(ids.get(0), 300_000, THU), paid(ids.get(1), 200_000, THU));
    story.match();
    assertThat(story.entries()).containsExactly("FILE +");
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
  }

  @Test
  void resultsBeforeTheStatementAreUnderWay() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    story.statement(THU);
    story.result(1, 1, true, paid(ids.get(0), 300_000, FRI), ids.get(1) + " 200000 09 " + FRI);
    story.match();
    assertThat(story.position().paidAfterwards()).isEqualTo(new Dong(300_000));
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void eachDayHasItsOwnDebit() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    story.result(1, 1, true, paid(ids.get(0), 300_000, THU), ids.get(1) + " 200000 09 " + THU);
    story.statement(THU, "D F1 300000");
    story.statement(FRI, "D F1 200000");
    story.match();
    assertThat(story.entries()).containsExactly("FILE +", "FILE -");
    assertThat(story.cases()).as("a payment is in progress: its result may come").isEmpty();
    story.result(1, 2, true, paid(ids.get(1), 200_000, FRI), paid(ids.get(0), 300_000, THU));
    story.match();
    assertThat(story.entries()).containsExactly("FILE +", "FILE +");
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
  }

  /** Reported as paid before the statement of that day is here: nothing differs, though an earlier status of it stated no day. */
  @Test
  void aPaymentInProgressThatIsPaidAfterTheLastStatementIsNoDifference() {
    BankStory iso = new BankStory("vietcombank");
    List<String> ids = iso.sent(1, 300_000, 200_000);
    iso.isoPaid(ids.get(0), 300_000, THU);
    iso.isoInProgress(1, ids.get(1));
    iso.at(THU + "T18:30").isoStatementOfFile(THU, 1, 300_000);
    iso.match();
    assertThat(iso.cases()).isEmpty();

    iso.at(FRI + "T10:30").isoPaid(ids.get(1), 200_000, FRI);
    iso.match();
    assertThat(iso.cases()).isEmpty();
    iso.at(FRI + "T18:30").isoStatementOfFile(FRI, 1, 200_000);
    iso.match();
    assertThat(iso.cases()).isEmpty();
    assertThat(iso.position().difference()).isEqualTo(Dong.ZERO);
  }

  /** The day of a message that states none is no day of payment: the debit's own counts, named by a notification or by nothing. */
  @ParameterizedTest
  @CsvSource({"true,true", "true,false", "false,true", "false,false"})
  void aPaymentWithoutADayStandsWithItsDebit(boolean dayStatedLater, boolean statementOfTheMessagesDay) {
    BankStory iso = new BankStory("vietcombank");
    String id = iso.sent(1, 300_000).get(0);
    iso.at(FRI + "T08:00").isoPaidWithoutDay(1, id);
    if (dayStatedLater) {
      iso.isoPaid(id, 300_000, THU);
    }
    iso.isoStatementOfFile(THU, 1, 300_000);
    if (statementOfTheMessagesDay) {
      iso.isoStatement(FRI);
    }
    iso.match();
    assertThat(iso.entries()).containsExactly("FILE +");
    assertThat(iso.cases()).isEmpty();
  }

  /** One payment of one file is paid once: a second debit of it is money too many, though a result names its day. */
  @Test
  void aPaymentReportedOfTwoDaysExplainsOneDebit() {
    String id = story.sent(1, 300_000).get(0);
    story.result(1, 1, false, paid(id, 300_000, THU));
    story.result(1, 2, true, paid(id, 300_000, FRI));
    story.statement(THU, "D F1 300000");
    story.statement(FRI, "D F1 300000");
    story.match();
    assertThat(story.cases()).contains("STATEMENT_DEBIT_DIFFERS 300000");
  }

  /** The debit was on the statement all along; no result names the payment. */
  @Test
  void anOutcomeThatPersonsRecordedExplainsTheDebit() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    story.result(1, 1, true, paid(ids.get(0), 300_000, THU), ids.get(1) + " 200000 96 " + THU);
    story.statement(THU, "D F1 500000");
    story.match();
    assertThat(story.entries()).containsExactly("FILE -");
    story.sql("update batch set answer_due_on = date '2026-11-25'");
    assertThat(story.twoPersonsAbout(RepairAction.RECORD_PAID, ids.get(1))).isEmpty();
    assertThat(story.payment(ids.get(1))).isEqualTo("PAID");
    story.match();
    assertThat(story.entries()).containsExactly("FILE +");
    assertThat(story.cases()).noneMatch(one -> one.startsWith("STATEMENT_DEBIT_DIFFERS") || one.startsWith("SETTLEMENT_DIFFERENCE"));
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);
  }

  @Test
  void oneDongTooManyIsACaseOnceNothingElseCanCome() {
    List<String> ids = story.sent(1, 300_000);
    story.result(1, 1, true, paid(ids.get(0), 300_000, THU));
    story.statement(THU, "D F1 300001");
    story.match();
    assertThat(story.entries()).containsExactly("FILE -");
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE 1", "STATEMENT_DEBIT_DIFFERS 1");
  }

  @Test
  void aDebitTwiceIsACase() {
    List<String> ids = story.sent(1, 300_000);
    story.result(1, 1, true, paid(ids.get(0), 300_000, THU));
    story.statement(THU, "D F1 300000", "D F1 300000");
    story.match();
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE 300000", "STATEMENT_DEBIT_DIFFERS 300000");
  }

  @Test
  void paidWithoutADebitIsACaseOnceTheStatementOfThatDayIsHere() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    story.result(1, 1, false, paid(ids.get(0), 300_000, THU));
    story.statement(THU);
    story.match();
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE -300000", "STATEMENT_DEBIT_DIFFERS -300000");
  }

  @Test
  void aDebitWithoutResultsIsACaseWhenTheReplyIsOverdueAndClosesWhenItComes() {
    List<String> ids = story.sent(1, 300_000);
    quiet(THU, "D F1 300000");
    story.at("2026-12-02T09:00").match();
    assertThat(story.cases()).isEmpty();
    story.at("2026-12-03T09:00").match();
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE 300000", "STATEMENT_DEBIT_DIFFERS 300000");
    story.result(1, 1, true, paid(ids.get(0), 300_000, THU));
    story.match();
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void aCaseThatStaysGetsTheFiguresOfNow() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    quiet(THU, "D F1 500000");
    story.at("2026-12-03T09:00").match();
    story.result(1, 1, false, paid(ids.get(0), 300_000, THU));
    story.match();
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE 200000", "STATEMENT_DEBIT_DIFFERS 200000");
    assertThat(story.texts("select count(*)::text from case_record where kind = 'STATEMENT_DEBIT_DIFFERS'")).containsExactly("1");
  }

  @Test
  void whatAPersonDecidedIsNotQueriedAgainUntilTheAmountChanges() {
    List<String> ids = story.sent(1, 300_000, 200_000);
    quiet(THU, "D F1 500000");
    story.at("2026-12-03T09:00").match();
    story.decided("STATEMENT_DEBIT_DIFFERS");
    story.decided("SETTLEMENT_DIFFERENCE");
    story.at("2026-12-03T18:30");
    story.statement("2026-12-03");
    story.match();
    assertThat(story.cases()).isEmpty();
    story.result(1, 1, false, paid(ids.get(0), 300_000, THU));
    story.match();
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE 200000", "STATEMENT_DEBIT_DIFFERS 200000");
  }

  @Test
  void aCreditIsMatchedToThePaymentThatCameBack() {
    List<String> ids = paidOnThursday(300_000, 200_000);
    story.at("2026-11-27T18:30");
    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED");
    assertThat(story.position().awaitedCredits()).isEqualTo(new Dong(300_000));
    assertThat(story.position().unexplained()).isEqualTo(Dong.ZERO);

    story.statement(FRI, "C R" + ids.get(0) + " 300000");
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.payment(ids.get(1))).isEqualTo("PAID");
    assertThat(story.entries()).containsExactly("FILE +", "RETURN +");
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void aCreditBeforeTheBanksWordWaitsTwoBankingDaysThenQueries() {
    List<String> ids = paidOnThursday(300_000, 200_000);
    story.statement(FRI, "C R" + ids.get(0) + " 300000");
    story.at("2026-12-01T17:00");
    story.statement(MON);
    story.match();
    assertThat(story.cases()).isEmpty();
    assertThat(story.position().awaitedReturns()).isEqualTo(new Dong(300_000));
    assertThat(story.payment(ids.get(0))).isEqualTo("PAID");

    story.at("2026-12-02T09:00");
    story.statement("2026-12-01");
    story.match();
    assertThat(story.cases()).containsExactly("RETURN_UNMATCHED 300000", "SETTLEMENT_DIFFERENCE -300000");

    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void aCreditOfAnotherAmountOrAnUnknownIdMatchesNothing() {
    List<String> ids = paidOnThursday(300_000, 200_000);
    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.statement(FRI, "C R" + ids.get(0) + " 299999", "C R" + EndToEndId.of("NCC-07969-2026-11", 99, 1) + " 500000", "C Rkhông_rõ 7000");
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED");
    assertThat(story.cases()).containsExactly("RETURN_UNMATCHED 299999", "RETURN_UNMATCHED 500000", "RETURN_UNMATCHED 7000",
        "SETTLEMENT_DIFFERENCE -506999");
  }

  @Test
  void aSecondCreditForOnePaymentMatchesNothing() {
    List<String> ids = paidOnThursday(300_000, 200_000);
    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.statement(FRI, "C R" + ids.get(0) + " 300000");
    story.statement(MON, "C R" + ids.get(0) + " 300000");
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.entries()).containsExactly("FILE +", "RETURN +", "RETURN -");
    assertThat(story.cases()).containsExactly("RETURN_UNMATCHED 300000", "SETTLEMENT_DIFFERENCE -300000");
  }

  @Test
  void moneyPaidInErrorIsInTheBooksUntilItCameBack() {
    List<String> ids = paidOnThursday(300_000, 200_000);
    story.sql("update payout set state = 'HELD', hold_reason = 'X' where payout_id = (select payout_id from payment where end_to_end_id = '"
        + ids.get(0) + "')");
    story.sql("update payment set state = 'PAID_IN_ERROR' where end_to_end_id = '" + ids.get(0) + "'");
    assertThat(story.position().paidInError()).isEqualTo(new Dong(300_000));
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
    story.statement(FRI, "C R" + ids.get(0) + " 300000");
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("PAID_IN_ERROR +");
    assertThat(story.position().paidInError()).isEqualTo(Dong.ZERO);
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).isEmpty();
  }

  /** The position adds up sums of days, which follow each change of a payment. */
  @Test
  void theSumsOfDaysFollowEachChangeOfAPayment() {
    String id = paidOnThursday(300_000, 200_000).get(0);
    assertThat(story.texts(SUMS_OF_DAYS)).containsExactly("2026-11-26 500000 0");

    story.sql("update payment set paid_on = '2026-11-27' where end_to_end_id = '" + id + "'");
    assertThat(story.texts(SUMS_OF_DAYS)).containsExactly("2026-11-26 200000 0", "2026-11-27 300000 0");

    story.sql("update payout set state = 'HELD', hold_reason = 'X' where payout_id = (select payout_id from payment where end_to_end_id = '"
        + id + "')");
    story.sql("update payment set state = 'PAID_IN_ERROR' where end_to_end_id = '" + id + "'");
    assertThat(story.texts(SUMS_OF_DAYS)).containsExactly("2026-11-26 200000 0", "2026-11-27 0 300000");

    story.sql("update payment set credit_matched = true where end_to_end_id = '" + id + "'");
    assertThat(story.texts(SUMS_OF_DAYS)).containsExactly("2026-11-26 200000 0", "2026-11-27 0 0");
  }

  @Test
  void aPaymentThatTwoFilesPaidIsInTheBooksTwiceUntilOneCameBack() {
    String id = paidByTheRefusedFileAndByTheNext();
    story.statement(THU, "D F1 300000", "D F2 500000");
    story.match();
    assertThat(story.entries()).containsExactly("FILE +", "FILE +");
    assertThat(story.position().paidInError()).isEqualTo(new Dong(300_000));
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).contains("PAID_IN_ERROR 300000").doesNotContain("SETTLEMENT_DIFFERENCE 300000");

    story.statement(FRI, "C R" + id + " 300000");
    story.match();

    assertThat(story.payment(id)).isEqualTo("PAID");
    assertThat(story.entries()).containsExactly("FILE +", "FILE +", "RETURN +");
    assertThat(story.position().paidInError()).isEqualTo(Dong.ZERO);
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).doesNotContain("PAID_IN_ERROR 300000");
  }

  /** File 1 was refused, its payment went in file 2, and the bank books both. */
  private String paidByTheRefusedFileAndByTheNext() {
    String id = story.sent(1, 300_000).get(0);
    story.refused(1, 1);
    String other = story.sent(2, 200_000).get(0);
    story.sql("update payment set state = 'SENT', batch_line = 2, batch_id = (select batch_id from batch where seq = 2), released_at ="
        + " updated_at" + " where end_to_end_id = '" + id + "'");
    story.at("2026-11-26T17:00");
    story.result(1, 1, false, BankStory.paid(id, 300_000, THU));
    story.result(2, 2, true, BankStory.paid(id, 300_000, THU), BankStory.paid(other, 200_000, THU));
    return id;
  }

  @Test
  void aReturnWeeksLaterAfterTheMonthWasClosedIsMatchedAndCameBackInTheOpenMonth() {
    List<String> ids = paidOnThursday(300_000, 200_000);
    quiet(FRI);
    for (String day : List.of("2026-12-03", "2026-12-04", "2026-12-07", "2026-12-08", "2026-12-09", "2026-12-10", "2026-12-11")) {
      story.statement(day);
    }
    story.at("2026-12-11T19:00").match();
    story.sql("insert into period_close (programme, period, closed_at) values ('NCC', '2026-11-01', '2026-12-10T00:00:00Z')");

    story.at("2026-12-14T18:30");
    story.result(1, 2, true, returned(ids.get(0), 300_000, "2026-12-14"));
    story.statement("2026-12-14", "C R" + ids.get(0) + " 300000");
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.texts("select to_char(period, 'MM') || ' ' || column_name || ' ' || amount_vnd from booking order by booked_on,"
        + " amount_vnd"))
        .containsExactly("11 PAID 200000", "11 PAID 300000", "12 CAME_BACK 300000");
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsACaseOnce() {
    story.sent(1, 300_000);
    story.statement(THU, "C NCAPTIEN 900000", "D XKHAC 5000", "D F77 6000", "D NCAPTIEN 7000", "C F1 8000", "C PPHI 9000");
    story.match();
    assertThat(story.entries()).containsExactly("FUNDING +", "OTHER -", "FILE -", "OTHER -", "OTHER -", "OTHER -");
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE 6000", "STATEMENT_ENTRY_OTHER 5000", "STATEMENT_ENTRY_OTHER 6000",
        "STATEMENT_ENTRY_OTHER 7000", "STATEMENT_ENTRY_OTHER 8000", "STATEMENT_ENTRY_OTHER 9000");
    story.decided("STATEMENT_ENTRY_OTHER");
    story.at("2026-11-27T09:00").match();
    assertThat(story.cases()).containsExactly("SETTLEMENT_DIFFERENCE 6000");
  }

  @Test
  void noAccountNumberGetsIntoACase() {
    story.statement(THU, "D XKHAC2700205123456 5000");
    story.match();
    assertThat(story.texts("select evidence from case_record")).singleElement().asString().contains("XKHAC*************")
        .doesNotContain("2700205123456");
  }

  @Test
  void fundingSendsWaitingFilesAgainOldestFirstAsFarAsTheBalanceGoes() {
    story.sent(1, 1_300_000);
    story.at("2026-11-26T08:05").sent(2, 250_000);
    story.at("2026-11-26T08:10").sent(3, 100_000);
    story.at("2026-11-26T10:00");
    List.of(1, 2, 3).forEach(seq -> story.refusedForFunds(seq, 1));
    story.statement(THU, "C NCAPTIEN 549999");
    story.at("2026-11-26T18:30").match();
    assertThat(retried()).as("the second does not fit, so the third waits too").containsExactly(1);

    story.statement(FRI, "C NCAPTIEN 100001");
    story.at("2026-11-27T18:30").match();
    assertThat(retried()).as("the first still has its claim, the rest is just enough").containsExactly(1, 2, 3);
    assertThat(story.texts("select kind from case_record where kind = 'BATCH_WAITING_FUNDS' and state = 'OPEN'")).isEmpty();
  }

  @Test
  void aFileThatTheBankRefusesAgainWaitsForNewFunding() {
    story.sent(1, 300_000);
    story.refusedForFunds(1, 1);
    story.statement(THU, "C NCAPTIEN 300000");
    story.match();
    assertThat(retried()).containsExactly(1);

    story.sql("update batch set state = 'SENDING', version = version + 1");
    story.sql("update batch set state = 'SENT', retry_at = null, version = version + 1");
    story.at("2026-11-26T20:00").refusedForFunds(1, 2);
    story.match();
    story.statement(FRI);
    story.at("2026-11-27T18:30").match();
    assertThat(retried()).as("no new funding").isEmpty();
    story.statement(MON, "C NCAPTIEN 1");
    story.at("2026-11-30T18:30").match();
    assertThat(retried()).containsExactly(1);
  }

  @Test
  void anOpeningThatDoesNotFollowHoldsMatchingUntilAPersonAcceptsIt() {
    List<String> ids = paidOnThursday(300_000);
    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.statementWith(FRI, 700_001, "\n", "C R" + ids.get(0) + " 300000");
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED");
    assertThat(story.cases()).containsExactly("STATEMENT_GAP 1");
    story.decided("STATEMENT_GAP");
    story.match();
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void aMissingDayIsACaseFromAQuarterPastSixAndHoldsTheDaysAfterIt() {
    List<String> ids = paidOnThursday(300_000);
    story.result(1, 2, true, returned(ids.get(0), 300_000, MON));
    story.at("2026-11-27T18:14").match();
    assertThat(story.cases()).isEmpty();
    story.at("2026-11-27T18:15").match();
    assertThat(story.cases()).containsExactly("STATEMENT_MISSING");

    story.at("2026-11-30T18:30");
    story.statement(MON, "C R" + ids.get(0) + " 300000");
    story.match();
    assertThat(story.statements()).containsExactly("2026-11-26 CHAINED", "2026-11-30 WAITING");
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED");

    story.statementWith(FRI, 700_000, "\n");
    story.match();
    assertThat(story.statements()).containsExactly("2026-11-26 CHAINED", "2026-11-27 CHAINED", "2026-11-30 CHAINED");
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-27", "2016-11-27", "2026-01-05", "2026-10-20", "2026-12-27", "2027-11-27", "2062-11-27", "0001-01-01",
      "9999-12-31"})
  void aStatementWithASlipInItsDayStopsNothingAndOpensOneCase(String slip) {
    List<String> ids = paidOnThursday(300_000);
    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.at("2026-11-27T18:30");
    story.statementWith(slip, 0, "\n");
    story.match();
    story.statementWith(FRI, 700_000, "\n", "C R" + ids.get(0) + " 300000");
    story.match();

    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.cases()).containsExactly("STATEMENT_DAY_WRONG");
  }

  /** Friday's statement, dated Monday: what Monday brings is Monday's. */
  @Test
  void aStatementThatCameBeforeItsDayGivesWayToTheOneOfThatDay() {
    List<String> ids = paidOnThursday(300_000);
    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.at(FRI + "T18:00").statementWith(MON, 700_000, "\n", "C N1 50000");
    story.match();
    story.at(FRI + "T18:30").statementWith(FRI, 700_000, "\n", "C N1 50000");
    story.match();
    assertThat(story.statements()).containsExactly(THU + " CHAINED", FRI + " CHAINED", MON + " WAITING");

    story.statementWith(MON, 750_000, "\n", "C N2 1");
    story.match();
    assertThat(story.statements()).as("Monday has not begun").contains(MON + " WAITING", MON + " CONFLICT");
    story.decided("FILE_CONFLICT");

    story.at(MON + "T18:00").statementWith(MON, 750_000, "\n", "C R" + ids.get(0) + " 300000");
    story.match();
    assertThat(story.statements()).containsExactlyInAnyOrder(THU + " CHAINED", FRI + " CHAINED", MON + " WRONG_DAY", MON + " CONFLICT",
        MON + " CHAINED");
    assertThat(story.payment(ids.get(0))).isEqualTo("RETURNED +");
    assertThat(story.cases()).containsExactly("STATEMENT_DAY_WRONG");
    assertThat(story.position().difference()).isEqualTo(Dong.ZERO);
  }

  @Test
  void aStatementThatCountsGivesWayToNoOther() {
    paidOnThursday(300_000);
    story.statementWith(FRI, 700_000, "\n");
    story.match();
    assertThat(story.statements()).containsExactly(THU + " CHAINED", FRI + " CHAINED");

    story.at(FRI + "T18:00").statementWith(FRI, 700_000, "\n", "C N1 50000");
    story.match();
    assertThat(story.statements()).containsExactly(THU + " CHAINED", FRI + " CHAINED", FRI + " CONFLICT");
    assertThat(story.cases()).contains("FILE_CONFLICT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-11-27", "2026-01-05", "2026-12-27", "2062-11-27", "9999-12-31"})
  void aCamt053WithASlipInItsDayStopsNothingAndOpensOneCase(String slip) {
    BankStory iso = new BankStory("vietcombank");
    String id = iso.sent(1, 300_000).get(0);
    iso.isoPaid(id, 300_000, THU);
    iso.at(THU + "T18:30").isoStatementOfFile(THU, 1, 300_000);
    iso.at(FRI + "T18:30").isoStatement(slip);
    iso.match();
    iso.isoStatement(FRI);
    iso.match();

    assertThat(iso.statements()).containsExactlyInAnyOrder(THU + " CHAINED", FRI + " CHAINED", slip + " WRONG_DAY");
    assertThat(iso.cases()).containsExactly("STATEMENT_DAY_WRONG");
  }

  @Test
  void aFirstStatementWithASlipInItsDayIsNotTheFirst() {
    story.statementWith("2026-01-05", 0, "\n");
    story.match();
    paidOnThursday(300_000);

    assertThat(story.statements()).containsExactly("2026-01-05 WRONG_DAY", "2026-11-26 CHAINED");
    assertThat(story.cases()).containsExactly("STATEMENT_DAY_WRONG");
  }

  @Test
  void aStatementOfTheWrongMonthHoldsNothingAndIsACase() {
    paidOnThursday(300_000);
    story.statementWith("2026-10-27", 700_000, "\n");
    story.at("2026-11-27T18:30").statement(FRI);
    story.match();

    assertThat(story.statements()).containsExactly("2026-10-27 WAITING", "2026-11-26 CHAINED", "2026-11-27 CHAINED");
    assertThat(story.cases()).containsExactly("STATEMENT_GAP");
  }

  @Test
  void twoDaysBeforeTheFirstCountOnlyWhenTheyLeadToIt() {
    paidOnThursday(300_000);
    story.statementWith("2026-11-20", 1, "\n");
    story.statementWith("2026-11-23", 1, "\n");
    story.match();
    assertThat(story.statements()).containsExactly("2026-11-20 WAITING", "2026-11-23 WAITING", "2026-11-26 CHAINED");

    story.statementWith("2026-11-25", 1_000_000, "\n");
    story.match();
    assertThat(story.statements()).containsExactly("2026-11-20 WAITING", "2026-11-23 WAITING", "2026-11-25 CHAINED", "2026-11-26 CHAINED");
    assertThat(story.cases()).as("the 24th is a holiday").containsExactly("STATEMENT_GAP", "STATEMENT_GAP -999999");
  }

  @Test
  void aStatementThatLiesHereUnreadIsNotMissing() {
    paidOnThursday(300_000);
    story.at("2026-11-27T18:10").arrivesUnread(() -> story.statement(FRI));
    story.at("2026-11-27T18:15").match();
    assertThat(story.cases()).as("the hub has not read it").isEmpty();

    story.readsWhatArrived();
    story.at("2026-11-27T18:16").match();
    assertThat(story.statements()).containsExactly("2026-11-26 CHAINED", "2026-11-27 CHAINED");
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void onceTheUnreadFileIsReadAndIsAnotherTheDayIsMissing() {
    List<String> ids = paidOnThursday(300_000);
    story.at("2026-11-27T18:10").arrivesUnread(() -> story.result(1, 2, true, paid(ids.get(0), 300_000, THU)));
    story.at("2026-11-27T18:15").match();
    assertThat(story.cases()).isEmpty();
    story.readsWhatArrived();
    story.at("2026-11-27T18:16").match();
    assertThat(story.cases()).containsExactly("STATEMENT_MISSING");
  }

  @Test
  void aFileThatArrivedBeforeTheDayIsNotItsStatement() {
    List<String> ids = paidOnThursday(300_000);
    story.at("2026-11-26T20:00").arrivesUnread(() -> story.result(1, 2, true, paid(ids.get(0), 300_000, THU)));
    story.at("2026-11-27T18:15").match();
    assertThat(story.cases()).containsExactly("STATEMENT_MISSING");
  }

  @Test
  void aStatementThatCannotBeTakenIsNotMissing() {
    paidOnThursday(300_000);
    story.at("2026-11-27T18:10").isNotTaken(() -> story.statement(FRI));
    story.at("2026-11-27T18:15").match();
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void whileTheQueuesAreStoppedNoStatementIsMissing() {
    paidOnThursday(300_000);
    story.queuesStop(true);
    story.at("2026-11-27T18:15").match();
    assertThat(story.cases()).isEmpty();
    story.queuesStop(false);
    story.at("2026-11-27T18:20").match();
    assertThat(story.cases()).containsExactly("STATEMENT_MISSING");
  }

  @Test
  void aDayOfWhichAPersonSaysThatNothingComesIsNotWaitedFor() {
    paidOnThursday(300_000);
    story.at("2026-11-27T18:15").match();
    story.decided("STATEMENT_MISSING");
    story.at("2026-11-30T18:30");
    story.statement(MON);
    story.match();
    assertThat(story.statements()).containsExactly("2026-11-26 CHAINED", "2026-11-30 CHAINED");
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void aBankThatNeverSendsAStatementIsNoticedOnceAFileWent() {
    story.at("2026-11-26T18:00").match();
    assertThat(story.cases()).isEmpty();
    story.sent(1, 300_000);
    story.at("2026-11-27T09:00").match();
    assertThat(story.cases()).containsExactly("STATEMENT_MISSING");
  }

  @Test
  void anotherContentForADayIsACaseAndCountsForNothing() {
    story.sent(1, 300_000);
    story.statementWith(THU, 0, "\n", "C NCAPTIEN 300000");
    story.match();
    story.statementWith(THU, 0, "\n", "C NCAPTIEN 400000");
    story.match();
    assertThat(story.statements()).containsExactly("2026-11-26 CHAINED", "2026-11-26 CONFLICT");
    assertThat(story.cases()).containsExactly("FILE_CONFLICT");
    assertThat(story.entries()).containsExactly("FUNDING +");
  }

  @Test
  void theSameContentInOtherBytesIsNoNews() {
    story.statementWith(THU, 0, "\n", "C NCAPTIEN 300000");
    story.statementWith(THU, 0, "\r\n", "C NCAPTIEN 300000");
    story.match();
    assertThat(story.statements()).containsExactly("2026-11-26 CHAINED", "2026-11-26 REPEATED");
    assertThat(story.cases()).isEmpty();
  }

  @Test
  void matchingAgainChangesNothingAndNothingStaysDue() {
    List<String> ids = paidOnThursday(300_000, 200_000);
    story.result(1, 2, true, returned(ids.get(0), 300_000, FRI));
    story.statement(FRI, "C R" + ids.get(0) + " 300000", "D XKHAC 1", "C Rsai 2");
    assertThat(story.due()).isEqualTo(2);
    story.match();
    assertThat(story.due()).isZero();
    List<Map<String, Object>> before = story.everything();
    story.match();
    story.at("2026-11-26T19:30").match();
    assertThat(story.everything()).isEqualTo(before);
    story.at("2026-11-27T08:00");
    assertThat(story.due()).as("the day moved on").isEqualTo(story.accounts());
  }

  /** One file, paid in full on Thursday, with Thursday's statement: the account holds 1,000,000 less what was paid. */
  private List<String> paidOnThursday(long... amounts) {
    List<String> ids = story.sent(1, amounts);
    String[] stated = new String[amounts.length];
    long sum = 0;
    for (int i = 0; i < amounts.length; i++) {
      stated[i] = paid(ids.get(i), amounts[i], THU);
      sum += amounts[i];
    }
    story.at("2026-11-26T18:30");
    story.result(1, 1, true, stated);
    story.statement(THU, "D F1 " + sum);
    story.match();
    return ids;
  }

  /** The given day's statement, and empty ones until 02/12. */
  private void quiet(String day, String... entries) {
    story.statement(day, entries);
    for (String next : List.of(FRI, MON, "2026-12-01", "2026-12-02")) {
      if (next.compareTo(day) > 0) {
        story.statement(next);
      }
    }
  }

  private List<Integer> retried() {
    return story.texts("select seq::text from batch where state = 'WAITING_FUNDS' and retry_at is not null order by seq").stream()
        .map(Integer::valueOf).toList();
  }
}
