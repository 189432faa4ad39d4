package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.chitra.hub.fixture.StoryEncryption;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.repair.RepairAction;

/** Contract {@code bank-iso} from file to payment: every row of its tables, encrypted files in and out. */
class BankIsoIT {

  private static final String AT = "2026-11-04T10:00:00+07:00";
  private static final String LATER = "2026-11-04T11:00:00+07:00";

  private HubStory story;
  private Books books;
  private String id;
  private String other;
  private Books.BatchRow batch;

  @BeforeEach
  void twoPaymentsAreAtTheBank() {
    story = HubStory.begin();
    books = story.books();
    String payroll = story.payouts().take(Channel.BANK, 500_000, 600_000);
    story.sql().update("update payout set bank_bin = '970436'");
    story.plan(payroll);
    story.sql().update("update payment set released_at = updated_at");
    story.send();
    List<String> payments = story.newestPayments(payroll);
    id = payments.get(0);
    other = payments.get(1);
    batch = books.batchOf(id);
  }

  @Test
  void whatIsVerifiedInTheClearLeavesEncryptedUnderOneNameForEver() {
    String clear = StoryEncryption.opened(story.archived(batch.sha256()));
    assertThat(batch.fileName()).isEqualTo("PTCTXH-PAIN001-000001.xml.pgp");
    assertThat(clear).contains("<MsgId>PTCTXH-000001</MsgId>", "<PmtInfId>PTCTXH-000001</PmtInfId>", "<EndToEndId>" + id + "</EndToEndId>",
        "<CtrlSum>1100000</CtrlSum>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"AM09", "AM10", "FF01", "FF02", "DT01"})
  void aWrongFileIsRefusedAndItsPaymentsTravelAgainUnderTheSameIds(String reason) {
    feed(IsoMessage.group(1, "10", AT, "RJCT " + reason, ""));
    assertThat(state()).isEqualTo("REFUSED");
    assertThat(books.payment(id)).isEqualTo("PLANNED");
    assertThat(books.cases()).containsExactly("BATCH_REFUSED");
    story.sql().update("update payment set released_at = updated_at");
    story.send();
    assertThat(books.batchOf(id).fileName()).isEqualTo("PTCTXH-PAIN001-000002.xml.pgp");
    feed(IsoMessage.booked(id, "500000", "DBIT", "BOOK", ""));
    assertThat(books.payment(id)).isEqualTo("PAID");
  }

  @Test
  void aLateRejectionOfARefusedFileMovesNothingInTheNextOne() {
    refusedAndSentAgain();
    feed(IsoMessage.group(1, "10", LATER, "PART", IsoMessage.transaction(id, "RJCT AC04")));
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("SENT");
    assertThat(books.cases()).containsExactly("REFUSED_FILE_ANSWERED");
    assertThat(state()).isEqualTo("REFUSED");
  }

  @Test
  void aLateSettlementOfARefusedFilePaysItsPaymentsAndTheNextFilePaysThemTwice() {
    refusedAndSentAgain();
    feed(IsoMessage.group(1, "10", LATER, "ACCC", ""));
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("PAID");
    feed(IsoMessage.bookedOf(2, id, "500000", "FT2"));
    assertThat(books.cases()).contains("PAID_IN_ERROR", "REFUSED_FILE_ANSWERED");
  }

  @Test
  void aBookedEntryThatNamesTheRefusedFileIsOfThatFile() {
    refusedAndSentAgain();
    feed(IsoMessage.bookedOf(1, id, "500000", "FT1"));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).containsExactly("REFUSED_FILE_ANSWERED");
    feed(IsoMessage.booked(id, "500000", "DBIT", "BOOK", ""));
    assertThat(books.cases()).as("an entry that names no file is of the present one").contains("PAID_IN_ERROR");
  }

  private void refusedAndSentAgain() {
    feed(IsoMessage.group(1, "10", AT, "RJCT FF01", ""));
    story.repair(RepairAction.RELEASE_REFUSED_BATCH, batch.id());
    story.send();
    assertThat(books.batchOf(id).seq()).isEqualTo(2);
  }

  @Test
  void aRefusedFileIsNoOutcomeOfThePaymentsThatItLists() {
    feed(IsoMessage.group(1, "10", AT, "RJCT FF01", IsoMessage.transaction(id, "RJCT FF01") + IsoMessage.transaction(other, "RJCT")));
    assertThat(state()).isEqualTo("REFUSED");
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("PLANNED");
  }

  @Test
  void missingFundsWaitAndAnOlderReportSaysNothingAnyMore() {
    feed(IsoMessage.group(1, "03", AT, "RJCT AM04", ""));
    assertThat(state()).isEqualTo("WAITING_FUNDS");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("BATCH_WAITING_FUNDS");
    feed(IsoMessage.group(1, "03", LATER, "ACTC", ""));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    feed(IsoMessage.group(1, "10", AT, "RJCT AM04", ""));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void missingFundsThatAreNamedAtEachPaymentTooWait() {
    feed(IsoMessage.group(1, "10", AT, "RJCT AM04", IsoMessage.transaction(id, "RJCT AM04") + IsoMessage.transaction(other, "RJCT AM04")));
    assertThat(state()).isEqualTo("WAITING_FUNDS");
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("SENT");
    assertThat(books.cases()).containsExactly("BATCH_WAITING_FUNDS");
    story.repair(RepairAction.FUNDS_STAND, batch.id());
    story.startSending();
    assertThat(state()).as("the same bytes leave again").isEqualTo("SENDING");
  }

  @Test
  void aDuplicateThatIsNamedAtEachPaymentTooChangesNothing() {
    feed(IsoMessage.group(1, "10", AT, "RJCT DU01", IsoMessage.transaction(id, "RJCT DU01") + IsoMessage.transaction(other, "RJCT DU01")));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("SENT");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DU01", "DU02"})
  void aDuplicateProvesThatTheFirstStands(String reason) {
    feed(IsoMessage.group(1, "10", AT, "RJCT " + reason, ""));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"RJCT AC01", "RJCT XX77", "RJCT", "CANC", "RJCT AM09 AM04"})
  void anyOtherWordAboutTheWholeFileIsACaseAndNothingMoves(String stated) {
    feed(IsoMessage.group(1, "10", AT, stated, ""));
    assertThat(state()).isEqualTo("SENT");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("OUTCOME_UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ACTC", "ACCP", "ACSP", "ACSC", "ACWC", "ACWP", "ACFC", "PDNG", "PATC", "RCVD"})
  void aFileInProgressIsAccepted(String status) {
    feed(IsoMessage.group(1, "10", AT, status, ""));
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("ACCEPTED");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void underPartTheUnlistedAreAcceptedAndNeverPaid() {
    feed(IsoMessage.group(1, "10", AT, "PART", IsoMessage.transaction(id, "RJCT AC01")));
    assertThat(books.payment(id)).isEqualTo("REJECTED");
    assertThat(books.paymentRow(id)).containsEntry("reason_code", "ACCOUNT_UNKNOWN");
    assertThat(books.payment(other)).isEqualTo("ACCEPTED");
  }

  @ParameterizedTest
  @CsvSource({"10, PAID", "03, ACCEPTED"})
  void anOldReportProvesNoPayment(String version, String state) {
    story.feedUnbalanced(IsoMessage.file(IsoMessage.group(1, version, AT, "ACCC", "")));
    assertThat(books.payment(id)).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource({"RJCT AC04, REJECTED, ", "RJCT BE01, REJECTED, ", "RJCT MD07, REJECTED, PAYEE_DECEASED", "ACCC, PAID, ",
      "RJCT AM04, ACCEPTED, FUNDS_SHORT_FOR_PAYMENT", "RJCT AM05, ACCEPTED, OUTCOME_UNKNOWN", "RJCT DU03, ACCEPTED, OUTCOME_UNKNOWN",
      "RJCT DU04, ACCEPTED, OUTCOME_UNKNOWN", "RJCT DUPL, ACCEPTED, OUTCOME_UNKNOWN", "BLCK, ACCEPTED, OUTCOME_UNKNOWN",
      "CANC, ACCEPTED, OUTCOME_UNKNOWN", "RJCT ZZ99, ACCEPTED, CODE_UNKNOWN", "WXYZ, ACCEPTED, CODE_UNKNOWN"})
  void aTransactionIsJudgedByItsOwnWord(String stated, String state, String aCase) {
    feed(IsoMessage.group(1, "10", AT, "ACSP", ""));
    feed(IsoMessage.group(1, "10", LATER, "PART", IsoMessage.transaction(id, stated)));
    assertThat(books.payment(id)).isEqualTo(state);
    assertThat(books.payment(other)).isEqualTo("ACCEPTED");
    assertThat(books.cases()).isEqualTo(aCase == null ? List.of() : List.of(aCase));
  }

  /** Every reason that rejects, what it is to the hub, and what follows: held for a person, or until another account is known. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ACCOUNT_UNKNOWN   | AC01 AC03
      ACCOUNT_CLOSED    | AC04 AC07
      ACCOUNT_BLOCKED   | AC06 AG01
      OVER_LIMIT        | AM02 AM14
      NAME_DIFFERS      | BE01
      BANK_UNREACHABLE  | CNOR RC01
      OTHER_BANK_REASON | AM09 AM10 CUST DT01 FOCR MS02 MS03 NARR NOAS RR01 RR02 RR03 RR04 UPAY
      """)
  void aReasonIsKeptWithThePaymentAndNothingIsPaidAgainByItself(String reason, String codes) {
    for (String code : codes.split(" ")) {
      twoPaymentsAreAtTheBank();
      feed(IsoMessage.group(1, "10", AT, "PART", IsoMessage.transaction(id, "RJCT " + code)));
      assertThat(books.payment(id)).as(code).isEqualTo("REJECTED");
      assertThat(books.paymentRow(id)).as(code).containsEntry("reason_code", reason);
      assertThat(books.payment(other)).isEqualTo("ACCEPTED");
      story.reroute();
      assertThat(books.payout(id)).as(code).isEqualTo("HELD");
      assertThat(books.paymentsOf(id)).as(code).containsExactly("REJECTED");
    }
  }

  @Test
  void aBookedDebitIsAPaymentOnItsDayAndTheBatchHasItsLastReply() {
    feed(IsoMessage.booked(id, "500000.00", "DBIT", "BOOK", ""));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.paymentRow(id).get("paid_on")).hasToString("2026-11-04");
    assertThat(answered()).isFalse();
    feed(IsoMessage.booked(other, "600000", "DBIT", "BOOK", ""));
    assertThat(answered()).isTrue();
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PDNG", "INFO"})
  void whatIsNotBookedChangesNothing(String status) {
    feed(IsoMessage.booked(id, "500000", "DBIT", status, ""));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"AC04, PAYMENT_RETURNED", "MD07, PAYEE_DECEASED", "XX99, CODE_UNKNOWN"})
  void aCreditWithAReasonIsAReturn(String reason, String aCase) {
    feed(IsoMessage.booked(id, "500000", "DBIT", "BOOK", ""));
    feed(IsoMessage.booked(id, "500000", "CRDT", "BOOK", IsoMessage.returned(reason)));
    assertThat(books.payment(id)).isEqualTo("RETURNED");
    assertThat(books.cases()).containsExactly(aCase);
  }

  @ParameterizedTest
  @CsvSource({"DBIT, <RvslInd>true</RvslInd>", "CRDT, ''"})
  void whatTakesAPaymentBackWithoutAReasonIsACase(String side, String more) {
    feed(IsoMessage.booked(id, "500000", "DBIT", "BOOK", ""));
    feed(IsoMessage.booked(id, "500000", side, "BOOK", more));
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).containsExactly("STATUS_CONTRADICTS");
  }

  @Test
  void oneDongTooManyChangesNoState() {
    feed(IsoMessage.booked(id, "500001", "DBIT", "BOOK", ""));
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("AMOUNT_DIFFERS");
  }

  @Test
  void anIdThatIsNotOursIsACase() {
    feed(IsoMessage.booked("SOMEBODY-ELSES-0", "500000", "DBIT", "BOOK", ""));
    assertThat(books.cases()).containsExactly("LINE_UNKNOWN");
  }

  @Test
  void aFileThatTheBankDidNotSignIsSetAsideUnread() {
    String paid = IsoMessage.booked(id, "500000", "DBIT", "BOOK", "");
    assertThat(story.feed(new HubStory.InboundFile(IsoMessage.BANK, "", "x.xml", paid.getBytes(StandardCharsets.UTF_8))))
        .isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_SIGNATURE_WRONG");
  }

  @Test
  void oneContentEncryptedTwiceIsKnownAgain() {
    String refused = IsoMessage.group(1, "10", AT, "RJCT AM04", "");
    feed(refused);
    feed(IsoMessage.group(1, "10", AT, "ACTC", ""));
    assertThat(feed(refused)).isEqualTo("IGNORED");
    assertThat(state()).isEqualTo("ACKNOWLEDGED");
  }

  @Test
  void aFileThatWasNeverSentIsUnknown() {
    assertThat(feed(IsoMessage.group(9, "10", AT, "ACTC", ""))).isEqualTo("SET_ASIDE");
    assertThat(books.cases()).containsExactly("FILE_UNKNOWN_BATCH");
  }

  @Test
  void otherMoneyAndPartsOfADongAreRefusedWithACase() {
    assertThat(feed(IsoMessage.booked(id, "500000.50", "DBIT", "BOOK", ""))).isEqualTo("SET_ASIDE");
    assertThat(feed(IsoMessage.booked(other, "600000", "DBIT", "BOOK", "").replace("VND", "USD"))).isEqualTo("SET_ASIDE");
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("SENT");
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD", "FILE_NOT_UNDERSTOOD");
  }

  /** Messages that state nothing about any payment: nothing moves, and one case about the file or the batch. */
  static Stream<Arguments> saysNothing() {
    String bare = "<Ntry><Amt Ccy=\"VND\">1100000</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>"
        + "<BookgDt><Dt>2026-11-04</Dt></BookgDt>%s</Ntry>";
    String batch = "<NtryDtls><Btch><PmtInfId>PTCTXH-000001</PmtInfId><NbOfTxs>2</NbOfTxs></Btch></NtryDtls>";
    return Stream.of(
        Arguments.of("a reason without a status", IsoMessage.report(1, AT, reasonOf("AM04"), ""), "OUTCOME_UNKNOWN"),
        Arguments.of("a reason without a status in the block", IsoMessage.report(1, AT, "", reasonOf("FF01")), "OUTCOME_UNKNOWN"),
        Arguments.of("no status at all", IsoMessage.report(1, AT, "", ""), "OUTCOME_UNKNOWN"),
        Arguments.of("a block that says nothing", IsoMessage.report(1, AT, "", "<OrgnlNbOfTxs>2</OrgnlNbOfTxs>"), "OUTCOME_UNKNOWN"),
        Arguments.of("counts only", IsoMessage.report(1, AT, IsoMessage.counted("RJCT 2"), ""), "OUTCOME_UNKNOWN"),
        Arguments.of("no notification", IsoMessage.notification(), "OUTCOME_UNKNOWN"),
        Arguments.of("a notification without an entry", IsoMessage.notification(""), "OUTCOME_UNKNOWN"),
        Arguments.of("a batch debit without details", IsoMessage.notification(bare.formatted(batch)), "OUTCOME_UNKNOWN"),
        Arguments.of("a debit without details", IsoMessage.notification(bare.formatted("")), "OUTCOME_UNKNOWN"),
        Arguments.of("a debit that names no payment", IsoMessage.booked("NOTPROVIDED", "500000", "DBIT", "BOOK", ""), "LINE_UNKNOWN"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("saysNothing")
  void aMessageThatSaysNothingIsNeverDoneInSilence(String what, String xml, String aCase) {
    feed(xml);
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("SENT");
    assertThat(books.cases()).containsExactly(aCase);
  }

  @Test
  void aReasonInTheBlockWithoutItsStatusIsACaseBesideTheStatusOfTheGroup() {
    feed(IsoMessage.report(1, AT, "<GrpSts>ACSP</GrpSts>", reasonOf("AC04")));
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("ACCEPTED");
    assertThat(books.cases()).containsExactly("OUTCOME_UNKNOWN");
  }

  @Test
  void aTransactionWithAReasonAndNoStatusIsACaseUnderAFileInProgress() {
    feed(IsoMessage.report(1, AT, "<GrpSts>ACSP</GrpSts>", "<TxInfAndSts><OrgnlEndToEndId>" + id + "</OrgnlEndToEndId>" + reasonOf("AC04")
        + "</TxInfAndSts>"));
    assertThat(books.payment(other)).isEqualTo("ACCEPTED");
    assertThat(books.cases()).containsExactly("STATUS_CONTRADICTS");
  }

  @Test
  void aBatchDebitThatListsFewerThanItSaysPaysTheListedAndIsACase() {
    feed(IsoMessage.notification(IsoMessage.entry(1_100_000, "DBIT", LocalDate.of(2026, 11, 4),
        "<Btch><PmtInfId>PTCTXH-000001</PmtInfId><NbOfTxs>2</NbOfTxs></Btch>" + IsoMessage.detail(id, "500000", ""))));
    assertThat(List.of(books.payment(id), books.payment(other))).containsExactly("PAID", "SENT");
    assertThat(books.cases()).containsExactly("OUTCOME_UNKNOWN");
  }

  @Test
  void anEncryptedFileThatEndsShortIsReplacedByTheWholeOneUnderItsName() {
    HubStory.InboundFile whole = IsoMessage.file(IsoMessage.booked(id, "500000", "DBIT", "BOOK", ""));
    byte[] packet = new byte[1_030];   // an OpenPGP packet that says it holds 1,024 bytes (RFC 4880, section 4.2.2)
    System.arraycopy(new byte[] {(byte) 0xd2, (byte) 0xff, 0, 0, 4, 0, 1}, 0, packet, 0, 7);
    List<Integer> cuts = List.of(0, 1, 5, 300, 1_029);
    for (int kept : cuts) {
      HubStory.InboundFile cut = new HubStory.InboundFile(whole.partner(), "", whole.name(), Arrays.copyOf(packet, kept));
      assertThat(story.feed(cut)).as("cut at %d", kept).isEqualTo("SET_ASIDE");
    }
    assertThat(story.sql().queryForObject("select count(*) from file where unfinished", Integer.class)).isEqualTo(cuts.size());
    assertThat(books.cases()).containsOnly("FILE_NOT_UNDERSTOOD").hasSize(cuts.size());
    story.feed(whole);
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void anEntryMayHoldABatchBesideASinglePayment() {
    String details = "<Btch><NbOfTxs>1</NbOfTxs></Btch>" + IsoMessage.detail(id, "500000", "") + "</NtryDtls><NtryDtls>"
        + IsoMessage.detail(other, "600000", "");
    feed(IsoMessage.notification(IsoMessage.entry(1_100_000, "DBIT", LocalDate.of(2026, 11, 4), details)));
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("PAID");
    assertThat(books.cases()).isEmpty();
  }

  /** The entry, the first detail and the second, each with what it names as charges. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      1105500 | <Chrgs><TtlChrgsAndTaxAmt Ccy="VND">5500</TtlChrgsAndTaxAmt></Chrgs>                                       | 500000 |
      1105500 | <Chrgs><Rcrd><Amt Ccy="VND">3300</Amt></Rcrd><Rcrd><Amt Ccy="VND">2200</Amt></Rcrd></Chrgs>              | 500000 |
      1105500 | <Chrgs><Amt Ccy="VND">5500</Amt><CdtDbtInd>DBIT</CdtDbtInd></Chrgs>                                        | 500000 |
      1105500 | | 500000 | <Chrgs><Rcrd><Amt Ccy="VND">5500</Amt></Rcrd></Chrgs>
      1105500 | | 505500 | <AmtDtls><InstdAmt><Amt Ccy="VND">500000</Amt></InstdAmt></AmtDtls><Chrgs><Amt Ccy="VND">5500</Amt></Chrgs>
      1105500 | | 505500 | <Chrgs><Rcrd><Amt Ccy="VND">5500</Amt><ChrgInclInd>true</ChrgInclInd></Rcrd></Chrgs>
      1100000 | <Chrgs><Rcrd><Amt Ccy="VND">5500</Amt><ChrgInclInd>false</ChrgInclInd></Rcrd></Chrgs>                      | 500000 |
      """)
  void chargesInsideAnEntryAreUnderstood(long amount, String charges, String first, String chargesOfDetail) {
    String more = chargesOfDetail == null ? "" : chargesOfDetail;
    feed(IsoMessage.notification(IsoMessage.entry(amount, "DBIT", LocalDate.of(2026, 11, 4),
        IsoMessage.detail(id, first, more) + IsoMessage.detail(other, "600000", ""))
        .replace("<NtryDtls>", (charges == null ? "" : charges) + "<NtryDtls>")));
    assertThat(List.of(books.payment(id), books.payment(other))).containsOnly("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void anEntryThatDoesNotAddUpIsACaseAndTheOtherEntriesCount() {
    feed(IsoMessage.notification(
        IsoMessage.entry(600_001, "DBIT", LocalDate.of(2026, 11, 4), IsoMessage.detail(id, "500000", "")),
        IsoMessage.entry(600_000, "DBIT", LocalDate.of(2026, 11, 4), IsoMessage.detail(other, "600000", ""))));
    assertThat(List.of(books.payment(id), books.payment(other))).containsExactly("SENT", "PAID");
    assertThat(books.cases()).containsExactly("AMOUNT_DIFFERS");
  }

  /** Put there by a program of Windows or of a mainframe. */
  @ParameterizedTest
  @ValueSource(strings = {"\u001a", "\r\n\u001a", "\n\u001a\r\n", "  \u001a  ", "\r\n\r\n"})
  void oneCtrlZAndBlanksBehindTheDocumentAreNothing(String behind) {
    assertThat(story.feed(IsoMessage.file(IsoMessage.booked(id, "500000", "DBIT", "BOOK", "") + behind))).isEqualTo("DONE");
    assertThat(books.payment(id)).isEqualTo("PAID");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u001a\u001a", "\u001ax", "x\u001a", "\u001b"})
  void anythingElseBehindTheDocumentRefusesIt(String behind) {
    assertThat(story.feed(IsoMessage.file(IsoMessage.booked(id, "500000", "DBIT", "BOOK", "") + behind))).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
    assertThat(books.cases()).containsExactly("FILE_NOT_UNDERSTOOD");
  }

  @Test
  void oneCtrlZInsideTheDocumentRefusesIt() {
    String xml = IsoMessage.booked(id, "500000", "DBIT", "BOOK", "");
    assertThat(story.feed(IsoMessage.file(xml.replace("</Ntfctn>", "\u001a</Ntfctn>")))).isEqualTo("SET_ASIDE");
    assertThat(story.feed(IsoMessage.file(xml.substring(0, xml.length() - 5) + "\u001a"))).isEqualTo("SET_ASIDE");
    assertThat(books.payment(id)).isEqualTo("SENT");
  }

  private static String reasonOf(String code) {
    return "<StsRsnInf><Rsn><Cd>" + code + "</Cd></Rsn></StsRsnInf>";
  }

  private String feed(String xml) {
    return story.feed(IsoMessage.file(xml));
  }

  private String state() {
    return books.batch(batch.id()).state();
  }

  private boolean answered() {
    return books.batch(batch.id()).answered();
  }
}
