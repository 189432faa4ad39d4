package vn.chitra.hub.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.chitra.hub.account.name.CheckNames;
import vn.chitra.hub.fixture.HubFixture;
import vn.chitra.hub.fixture.NameTeller;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.support.MovableClock;

/** The effect of each answer of the name check before pay (contract §4.7): the payment goes, is frozen with a case, or waits. */
class NameCheckIT {

  private static final String QUERIED_BIN = "970422";
  private static final String ONE = "2700201000001";
  private static final String TWO = "2700201000002";
  private static final String THREE = "2700201000003";
  private static final String FITS = "{\"name\":\"NGUYEN THI DUC HUYEN\",\"status\":\"OPEN\"}";

  private HubStory story;
  private Books books;
  private NameTeller bank;

  @BeforeEach
  void begin() {
    story = HubStory.begin();
    books = story.books();
    bank = story.names();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      200 | {"name":"NGUYEN THI DUC HUYEN","status":"OPEN"}
      200 | {"name":"Nguyễn  Thị Đức Huyền","status":"OPEN"}
      """)
  void aNameThatFitsAnOpenAccountLetsThePaymentGo(int status, String body) {
    String payment = toQueried(ONE);
    bank.says(ONE, status, body);
    turn();
    assertThat(books.payment(payment)).isEqualTo("SENT");
    assertThat(books.cases()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      200 | {"name":"LO VAN PHIN","status":"OPEN"}             | tên chủ tài khoản khác
      200 | {"name":"","status":"OPEN"}                        | tên chủ tài khoản khác
      200 | {"name":"NGUYEN THI DUC","status":"OPEN"}          | tên chủ tài khoản khác
      200 | {"name":"NGUYEN THI DUC HUYEN","status":"CLOSED"}  | đã đóng
      200 | {"name":"NGUYEN THI DUC HUYEN","status":"BLOCKED"} | phong toả
      404 | {}                                                 | không có tài khoản
      """)
  void anythingElseThatTheBankNotifiesFreezesThePaymentWithACase(int status, String body, String words) {
    String payment = toQueried(ONE);
    bank.says(ONE, status, body);
    turn();
    assertThat(books.payment(payment)).isEqualTo("PLANNED");
    assertThat(books.paymentRow(payment)).containsEntry("frozen", true).containsEntry("batch_id", null);
    assertThat(books.payout(payment)).isEqualTo("OPEN");
    assertThat(books.results(payment)).isEmpty();
    assertThat(books.cases()).containsExactly("NAME_MISMATCH");
    assertThat(story.sql().queryForObject("select evidence from case_record where subject = ?", String.class, "payout:"
        + books.payoutOf(payment)))
        .contains(payment, words).doesNotContain(ONE, "PHIN", "HUYEN");
    turn();
    assertThat(bank.queried()).as("an answer is an answer").containsExactly(ONE);
    assertThat(books.payment(payment)).isEqualTo("PLANNED");
  }

  /** The name that is sent with the account is the agency's; the money is the payee's. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      Trần Văn Hùng        | NGUYEN THI DUC HUYEN | khác tên người nhận trong bảng;
      Nguyễn Thị Đức Huyền | TRAN VAN HUNG        | khác tên đã đăng ký cho tài khoản;
      Trần Văn Hùng        | TRAN VAN HUNG        | khác cả tên người nhận trong bảng và tên đã đăng ký cho tài khoản;
      """)
  void theHolderIsThePayeeAndTheNameThatIsSent(String payee, String registered, String words) {
    String payroll = taken(ONE);
    story.sql().update("update payout set payee_name = ?, account_name = ? where payroll_id = ?", payee, registered, payroll);
    String payment = released(payroll);
    bank.says(ONE, 200, FITS);
    turn();
    assertThat(books.paymentRow(payment)).containsEntry("state", "PLANNED").containsEntry("frozen", true);
    assertThat(books.cases()).containsExactly("NAME_MISMATCH");
    assertThat(story.sql().queryForObject("select evidence from case_record", String.class)).contains(words)
        .doesNotContain("Hùng", "HUNG", "HUYEN");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      500 | {"name":"NGUYEN THI DUC HUYEN","status":"OPEN"}
      503 | {}
      429 | {}
      403 | {}
      200 | {"name":"NGUYEN THI DUC HUYEN"}
      200 | {"name":"NGUYEN THI DUC HUYEN","status":"FROZEN"}
      200 | <html>
      """)
  void whatIsNoReplyKeepsThePaymentWaitingUntilTheBankNotifies(int status, String body) {
    String payment = toQueried(ONE);
    bank.says(ONE, status, body);
    turn();
    assertThat(books.paymentRow(payment)).containsEntry("state", "PLANNED").containsEntry("frozen", false)
        .containsEntry("name_checked_at", null);
    bank.says(ONE, 200, FITS);
    turn();
    assertThat(books.payment(payment)).isEqualTo("SENT");
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void aBankThatIsSilentForAnHourIsOneCaseThatEndsWithItsReply() {
    String payment = toQueried(ONE);
    check();
    assertThat(books.cases()).as("it has been asked once").isEmpty();
    story.itIs(story.today().plusDays(1));
    check();
    check();
    assertThat(books.cases()).containsExactly("NAME_CHECK_SILENT");
    assertThat(books.paymentRow(payment)).containsEntry("state", "PLANNED").containsEntry("frozen", false);
    bank.says(ONE, 200, FITS);
    check();
    assertThat(books.cases()).isEmpty();
  }

  @Test
  void whatIsNotifiedBeforeAndAfterAnAccountWithoutReplyIsKept() {
    List<String> payments = List.of(toQueried(ONE), toQueried(TWO), toQueried(THREE));
    bank.says(ONE, 200, FITS);
    bank.says(THREE, 200, FITS);
    turn();
    assertThat(bank.queried()).containsExactly(ONE, TWO, THREE);
    assertThat(payments.stream().map(books::payment)).containsExactly("SENT", "PLANNED", "SENT");
    bank.says(TWO, 404, "{}");
    turn();
    assertThat(bank.queried()).as("the next run").containsExactly(ONE, TWO, THREE, TWO);
    assertThat(payments.stream().map(books::payment)).containsExactly("SENT", "PLANNED", "SENT");
    assertThat(books.cases()).containsExactly("NAME_MISMATCH");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      400 | {}                                               | HTTP 400
      500 | {}                                               | không có trả lời
      200 | {"name":"NGUYEN THI DUC HUYEN","status":"FROZEN"} | HTTP 200
      200 | <html>                                           | HTTP 200
      """)
  void oneAccountWithoutUsableReplyHoldsUpNobodyAndIsItsOwnCase(int status, String body, String words) {
    String troubled = toQueried(ONE);
    List<String> others = List.of(toQueried(TWO), toQueried(THREE));
    bank.says(ONE, status, body);
    bank.says(TWO, 200, FITS);
    bank.says(THREE, 200, FITS);
    turn();
    assertThat(others.stream().map(books::payment)).containsOnly("SENT");
    assertThat(books.payment(troubled)).isEqualTo("PLANNED");
    assertThat(books.cases()).isEmpty();

    story.itIs(story.today().plusDays(1));
    check();
    check();
    assertThat(nameCases()).containsExactly("payout:" + books.payoutOf(troubled));
    assertThat(story.sql().queryForObject("select evidence from case_record where kind = 'NAME_CHECK_SILENT'", String.class))
        .contains(troubled, words).doesNotContain(ONE, "HUYEN");

    bank.says(ONE, 200, FITS);
    later(30);
    turn();
    assertThat(books.payment(troubled)).isEqualTo("SENT");
    assertThat(nameCases()).isEmpty();
  }

  @Test
  void aTroubledAccountIsQueriedMoreAndMoreSeldom() {
    toQueried(ONE);
    toQueried(TWO);
    bank.says(ONE, 400, "{}");
    bank.says(TWO, 200, FITS);
    for (int minute = 0; minute < 120; minute++) {
      check();
      later(1);
    }
    assertThat(bank.queried().stream().filter(ONE::equals)).hasSizeBetween(6, 12);
    assertThat(bank.queried().stream().filter(TWO::equals)).hasSize(1);

    toQueried(THREE);
    bank.says(THREE, 200, FITS);
    check();
    assertThat(bank.queried()).endsWith(THREE);
  }

  @Test
  void manyTroubledAccountsHoldUpNobodyLong() {
    List<String> troubled = IntStream.range(0, 7).mapToObj(n -> "270020100000" + n).toList();
    troubled.forEach(account -> {
      toQueried(account);
      bank.says(account, 500, "{}");
    });
    String payment = toQueried("2700201000009");
    bank.says("2700201000009", 200, FITS);
    for (int turn = 0; turn < 4; turn++) {
      check();
    }
    turn();
    assertThat(books.payment(payment)).isEqualTo("SENT");
  }

  @Test
  void aSilentBankIsTriedWithFewAccountsAndWithAllOnceItReplies() {
    List<String> accounts = IntStream.range(0, 9).mapToObj(n -> "270020100000" + n).toList();
    accounts.forEach(this::toQueried);
    check();
    assertThat(bank.queried()).as("a bank that does not reply").hasSize(3);
    story.itIs(story.today().plusDays(1));
    for (int turn = 0; turn < 30; turn++) {
      check();
    }
    assertThat(bank.queried()).hasSize(93).containsAll(accounts);
    assertThat(nameCases()).containsExactly("partner:mb");

    accounts.forEach(account -> bank.says(account, 200, FITS));
    check();
    assertThat(bank.queried()).as("nobody waits for a pause of his own").hasSize(102);
    assertThat(nameCases()).isEmpty();
  }

  @Test
  void aNameIsGoodForThirtyDaysAndThenQueriedAgain() {
    toQueried(ONE);
    bank.says(ONE, 200, FITS);
    check();
    story.itIs(story.today().plusDays(29));
    toQueried(ONE);
    check();
    assertThat(bank.queried()).hasSize(1);
    story.itIs(story.today().plusDays(2));
    bank.says(ONE, 200, FITS.replace("OPEN", "CLOSED"));
    String payment = toQueried(ONE);
    check();
    assertThat(bank.queried()).hasSize(2);
    assertThat(books.paymentRow(payment)).containsEntry("frozen", true);
  }

  private String toQueried(String account) {
    return released(taken(account));
  }

  private String taken(String account) {
    String payroll = story.payouts().take(Channel.BANK, 500_000);
    story.sql().update("update payout set bank_bin = ?, account_no = ? where payroll_id = ?", QUERIED_BIN, account, payroll);
    return payroll;
  }

  private String released(String payroll) {
    story.plan(payroll);
    story.bean(ReleasePayroll.class).release(payroll);
    return story.newestPayments(payroll).get(0);
  }

  private static void later(int minutes) {
    MovableClock clock = HubFixture.get().clock();
    clock.moveTo(clock.instant().plus(Duration.ofMinutes(minutes)));
  }

  private List<String> nameCases() {
    return story.sql().queryForList("select subject from case_record where kind = 'NAME_CHECK_SILENT' and state = 'OPEN' order by 1",
        String.class);
  }

  private void check() {
    CheckNames names = story.bean(CheckNames.class);
    names.partners().forEach(names::check);
  }

  /** Names are asked, and what may go leaves at the next send time; something always does. */
  private void turn() {
    check();
    story.handOver(Channel.BANK, 900_000);
    story.send();
  }
}
