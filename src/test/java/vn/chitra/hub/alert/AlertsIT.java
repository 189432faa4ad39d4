package vn.chitra.hub.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.chitra.hub.cases.CaseKind;
import vn.chitra.hub.cases.NewCase;
import vn.chitra.hub.reconciliation.SettlementRow;
import vn.chitra.hub.reconciliation.SettlementRow.Figure;
import vn.chitra.hub.repair.RepairAction;
import vn.chitra.hub.sim.mail.MailSandbox;

/** From a case to a received mail, over real SMTP with STARTTLS and login. */
class AlertsIT {

  private static final CaseKind UNREADABLE = CaseKind.FILE_NOT_UNDERSTOOD;
  private static final YearMonth DECEMBER = YearMonth.of(2026, 12);
  /** From the bench's beginning at 9:00 to the time of the daily mail. */
  private static final Duration TO_FOUR = Duration.ofHours(7);
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @TempDir
  static Path keys;

  private MailSandbox server;
  private AlertBench bench;

  @BeforeEach
  void open() throws Exception {
    server = MailSandbox.open(keys);
    bench = AlertBench.with(server);
  }

  @AfterEach
  void close() {
    assertThat(mails()).as("privacy holds in every mail of every test")
        .allSatisfy(mail -> assertThat(mail.everything()).doesNotContainPattern("\\p{Nd}{9,}"));
    bench.close();
    server.close();
  }

  @Test
  void aCaseIsNotifiedOnceToItsRole() {
    bench.open(AlertBench.unreadable(UNREADABLE, 123));

    assertThat(bench.alerts().due()).isEqualTo(1);
    assertThat(bench.tick()).isEqualTo(1);
    assertThat(bench.tick()).isZero();
    bench.pass(Duration.ofHours(2));
    assertThat(bench.tick()).isZero();
    assertThat(bench.alerts().due()).isZero();

    ReceivedMail mail = only();
    assertThat(mail.to()).isEqualTo("vanhanh@phutho.example");
    assertThat(mail.subject()).isEqualTo("[Chi Trả] Yêu cầu đối tác gửi lại tệp đúng – Agribank Chi nhánh tỉnh Phú Thọ,"
        + " tệp nhận số 123 – 2.789.000 đồng – hạn 09:00 26/11/2026 (vụ việc số 1)");
    assertThat(mail.messageId()).isEqualTo("<case-1-new@phutho.example>");
    assertThat(mail.references()).isNull();
    assertThat(mail.contentType()).startsWith("multipart/alternative");
    for (String text : List.of(mail.plain(), mail.html())) {
      assertThat(text).contains("Việc cần làm: ", "Tệp của đối tác không đọc được", "Dòng cuối không có tổng số.",
          "2.789.000 đồng", "09:00 26/11/2026", "“Tệp của đối tác không đọc được”").doesNotContain("FILE_NOT_UNDERSTOOD", "#1");
    }
  }

  @Test
  void escalationAndClosingReplyTheFirstMail() {
    bench.open(AlertBench.unreadable(UNREADABLE, 123));
    bench.tick();
    bench.pass(Duration.ofHours(47));   // the morning after the deadline
    bench.tick();
    bench.pass(Duration.ofHours(1));
    bench.tick();
    bench.close(UNREADABLE, "file:123");
    bench.tick();
    bench.tick();

    List<ReceivedMail> operator = to("vanhanh@phutho.example");
    assertThat(operator).extracting(ReceivedMail::messageId).containsExactly("<case-1-new@phutho.example>",
        "<case-1-late-1@phutho.example>", "<case-1-closed@phutho.example>");
    assertThat(operator.subList(1, 3)).allSatisfy(mail -> {
      assertThat(mail.references()).isEqualTo("<case-1-new@phutho.example>");
      assertThat(mail.inReplyTo()).isEqualTo("<case-1-new@phutho.example>");
      assertThat(mail.subject()).isEqualTo("Re: " + operator.get(0).subject());
    });
    assertThat(operator.get(1).plain()).contains("Vụ việc này đã quá hạn xử lý.");
    assertThat(operator.get(2).plain()).contains("đã đóng", "đối tác đã gửi lại tệp đúng");
    assertThat(to("kythuat@phutho.example")).extracting(ReceivedMail::messageId)
        .containsExactly("<case-1-late-1@phutho.example>", "<case-1-closed@phutho.example>");
    assertThat(to("ketoan@phutho.example")).hasSize(2);
  }

  @Test
  void fiveCasesOfAKindAreFiveThreadsAndSixOneDigest() {
    bench.open(UNREADABLE, 1, 5);
    assertThat(bench.tick()).isEqualTo(5);
    bench.open(CaseKind.BATCH_REFUSED, 11, 16);
    assertThat(bench.tick()).isEqualTo(1);

    ReceivedMail digest = to("ketoan@phutho.example").get(0);
    assertThat(digest.subject()).isEqualTo("[Chi Trả] 6 vụ việc: Xem lý do từ chối, quyết định gửi lại – 16.734.000 đồng"
        + " – hạn 09:00 26/11/2026 (thư số 6)");
    assertThat(digest.plain()).contains("6 vụ việc, 18 dòng hoặc khoản, 16.734.000 đồng");
    assertThat(digest.html()).contains("số 6</td>", "số 11</td>", "tệp nhận số 16", "2.789.000 đồng", "09:00 26/11/2026");
  }

  @Test
  void aDigestIsEscalatedAsOneAndClosedWhenItsLastCaseIs() {
    bench.open(UNREADABLE, 1, 7);
    bench.tick();
    bench.close(UNREADABLE, 1, 2);
    bench.tick();
    bench.pass(Duration.ofHours(47));
    bench.tick();
    bench.close(UNREADABLE, 3, 7);
    bench.tick();
    bench.tick();

    assertThat(to("vanhanh@phutho.example")).extracting(ReceivedMail::messageId).containsExactly("<digest-new-1@phutho.example>",
        "<digest-1-late-1-2@phutho.example>", "<digest-1-closed-3@phutho.example>");
    assertThat(to("vanhanh@phutho.example").get(1).plain()).contains("5 vụ việc,").doesNotContain("tệp nhận số 1;", "tệp nhận số 2;");
    assertThat(to("vanhanh@phutho.example").get(2).plain()).contains("7 vụ việc,", "tệp nhận số 1;", "tệp nhận số 7;");
    assertThat(to("vanhanh@phutho.example").subList(1, 3)).extracting(ReceivedMail::references)
        .containsOnly("<digest-new-1@phutho.example>");
  }

  @Test
  void manyThreadsThatFallDueTogetherAreOneMail() {
    bench.open(UNREADABLE, 1, 3);
    bench.tick();
    bench.open(UNREADABLE, 4, 6);
    bench.tick();
    bench.pass(Duration.ofHours(47));
    assertThat(bench.tick()).isEqualTo(1);
    bench.close(UNREADABLE, 1, 6);
    assertThat(bench.tick()).isEqualTo(1);

    List<ReceivedMail> late = to("vanhanh@phutho.example").subList(6, 8);
    assertThat(late.get(0).subject()).startsWith("[Chi Trả] 6 vụ việc quá hạn: Yêu cầu đối tác gửi lại tệp đúng");
    assertThat(late.get(1).subject()).startsWith("[Chi Trả] 6 vụ việc đã đóng: ");
    assertThat(late).allSatisfy(mail -> assertThat(mail.references()).contains("<case-1-new@", "<case-6-new@"));
  }

  @Test
  void aServerThatIsAwayForADayLosesNothingAndFloodsNobody() {
    server.stop();
    bench.open(UNREADABLE, 1, 4);
    bench.open(CaseKind.BATCH_REFUSED, 11, 12);
    assertThat(bench.tick()).isZero();
    assertThat(bench.alerts().due()).as("waiting for the server is not due").isZero();
    for (int hour = 0; hour < 24; hour++) {
      bench.pass(Duration.ofHours(1));
      bench.open(hour % 2 == 0 ? CaseKind.CODE_UNKNOWN : CaseKind.PAYMENT_UNNAMED, 100 + hour, 100 + hour);
      assertThat(bench.tick()).isZero();
    }
    bench.close(UNREADABLE, 1, 2);
    bench.close(CaseKind.BATCH_REFUSED, 11, 11);
    server.start();
    bench.pass(Duration.ofMinutes(20));

    assertThat(bench.tick()).isEqualTo(2);
    assertThat(bench.tick()).isZero();

    ReceivedMail digest = to("vanhanh@phutho.example").get(0);
    assertThat(digest.plain()).contains("26 vụ việc,").contains("tệp nhận số 3;", "tệp nhận số 4;", "tệp nhận số 100;", "tệp nhận số 123;")
        .doesNotContain("tệp nhận số 1;", "tệp nhận số 2;");
    assertThat(to("vanhanh@phutho.example")).hasSize(1);
    assertThat(to("ketoan@phutho.example")).as("the digest is overdue, so the accountant reads it too").extracting(ReceivedMail::subject)
        .anyMatch(subject -> subject.startsWith("[Chi Trả] Xem lý do từ chối, quyết định gửi lại – Agribank")
            && subject.endsWith("(vụ việc số 6)"));
    assertThat(bench.count("select count(*) from mail where state in ('QUEUED', 'SENDING')")).isZero();
    assertThat(bench.texts("select distinct note from mail where state = 'DROPPED'")).containsExactly("vụ đã đóng trước khi thư được gửi");

    bench.close(UNREADABLE, 3, 4);
    bench.tick();
    assertThat(to("vanhanh@phutho.example")).as("the digest's other cases are open").hasSize(1);
  }

  @Test
  void aRefusedLoginIsTriedSeldomAndACaseSaysSoUntilItSucceeds() {
    server.refuseLogins(true);
    bench.open(UNREADABLE, 1, 1);
    bench.tick();
    assertThat(bench.alerts().isLoginRefused()).isTrue();
    assertThat(bench.texts("select kind from case_record where subject = 'mail:server' and state = 'OPEN'")).containsExactly("LOGIN_REFUSED");
    for (int minute = 5; minute <= 180; minute += 5) {
      bench.pass(MINUTE.multipliedBy(5));
      bench.open(UNREADABLE, 100 + minute, 100 + minute);
      bench.tick();
    }
    assertThat(server.logins()).as("at once, after 5, 15, 35, 75 and 135 minutes").isEqualTo(6);
    assertThat(bench.count("select count(*) from case_record where kind = 'LOGIN_REFUSED'")).isEqualTo(1);
    assertThat(bench.alerts().due()).as("waiting for the login is not due").isZero();

    server.refuseLogins(false);
    bench.pass(Duration.ofHours(1));
    assertThat(bench.tick()).isPositive();
    assertThat(bench.alerts().isLoginRefused()).isFalse();
    assertThat(bench.texts("select state from case_record where kind = 'LOGIN_REFUSED'")).containsExactly("CLOSED");
    assertThat(bench.count("select count(*) from mail where state in ('QUEUED', 'SENDING')")).isZero();
  }

  @Test
  void aShortBreakKeepsTheThreads() {
    server.stop();
    bench.open(UNREADABLE, 1, 3);
    bench.tick();
    server.start();
    assertThat(bench.tick()).as("the back-off is not over").isZero();
    bench.pass(MINUTE);

    assertThat(bench.tick()).isEqualTo(3);
    assertThat(mails()).extracting(ReceivedMail::messageId).containsExactly("<case-1-new@phutho.example>", "<case-2-new@phutho.example>",
        "<case-3-new@phutho.example>");
  }

  @Test
  void aCaseClosedBeforeItsMailGotOutIsNotNotified() {
    server.stop();
    bench.open(AlertBench.unreadable(UNREADABLE, 1));
    bench.tick();
    bench.close(UNREADABLE, "file:1");
    assertThat(bench.alerts().due()).isEqualTo(1);
    server.start();
    bench.pass(MINUTE);

    assertThat(bench.tick()).isZero();
    assertThat(bench.alerts().due()).isZero();
    assertThat(mails()).isEmpty();
  }

  @Test
  void moreThanTheHoursShareBecomesADigestLater() throws IOException {
    try (AlertBench tight = AlertBench.with(server, "hub.mail.per-hour=3")) {
      for (CaseKind kind : List.of(UNREADABLE, CaseKind.CODE_UNKNOWN, CaseKind.PAYMENT_UNNAMED)) {
        tight.open(kind, 1, 4);
      }
      assertThat(tight.tick()).isEqualTo(3);
      assertThat(tight.alerts().due()).as("waiting for the next hour is not due").isZero();
      tight.pass(Duration.ofMinutes(61));
      assertThat(tight.tick()).isEqualTo(1);

      assertThat(mails()).hasSize(4);
      assertThat(mails().get(3).subject()).contains(" 9 vụ việc: ", ", và 2 việc loại khác – ").doesNotContain("nhiều loại");
    }
  }

  @Test
  void aMailWhoseFateIsUnknownGoesAgainUnderItsName() throws Exception {
    try (AlertBench hasty = AlertBench.with(server, "hub.mail.timeout=300ms")) {
      CountDownLatch speak = new CountDownLatch(1);
      server.fallSilent(speak);
      hasty.open(AlertBench.unreadable(UNREADABLE, 1));
      assertThat(hasty.tick()).isZero();
      assertThat(hasty.texts("select state from mail")).containsExactly("SENDING");
      hasty.close(UNREADABLE, "file:1");
      speak.countDown();
      hasty.pass(MINUTE);
      assertThat(hasty.tick()).as("the mail again, and its closing: the first may have been read").isEqualTo(2);

      assertThat(mails()).extracting(ReceivedMail::messageId).containsExactly("<case-1-new@phutho.example>",
          "<case-1-new@phutho.example>", "<case-1-closed@phutho.example>");
      assertThat(mails().get(1)).isEqualTo(mails().get(0));
    }
  }

  @Test
  void aCrashBetweenSendAndMarkSendsTheSameAgain() {
    bench.open(AlertBench.unreadable(UNREADABLE, 1));
    bench.alerts().notifyPeople();
    QueuedMail claimed = bench.bean(MailQueue.class).claim().orElseThrow();
    Letter letter = bench.bean(Letters.class).write(claimed);
    bench.bean(MailQueue.class).write(claimed, letter);
    bench.bean(MailServer.class).hand(letter, bench.wall.instant());   // and here the process dies
    assertThat(bench.tick()).as("another process may be at it").isZero();
    bench.pass(Duration.ofMinutes(11));

    assertThat(bench.tick()).isEqualTo(1);
    assertThat(bench.tick()).isZero();
    assertThat(mails()).hasSize(2);
    assertThat(mails().get(1)).isEqualTo(mails().get(0));
  }

  @Test
  void twoInstancesSendEachMailOnce() throws Exception {
    for (CaseKind kind : List.of(UNREADABLE, CaseKind.CODE_UNKNOWN, CaseKind.PAYMENT_UNNAMED)) {
      bench.open(kind, 1, 5);
    }
    ExecutorService instances = Executors.newFixedThreadPool(2);
    try {
      int sent = 0;
      for (Future<Integer> one : instances.invokeAll(Collections.nCopies(2, (Callable<Integer>) bench::tick))) {
        sent += one.get(30, TimeUnit.SECONDS);
      }
      assertThat(sent + bench.tick()).isEqualTo(15);
    } finally {
      instances.shutdownNow();
    }
    assertThat(mails()).hasSize(15).extracting(ReceivedMail::messageId).doesNotHaveDuplicates();
  }

  @Test
  void twentyThousandCasesAreOneMailOfBoundedLength() {
    bench.openMany(CaseKind.PAYOUT_HELD, 20_000);
    bench.pass(TO_FOUR);
    assertThat(bench.tick()).isEqualTo(1);

    assertThat(only().plain()).contains("20.000 vụ việc, 20.000 dòng hoặc khoản, 55.780.000.000 đồng", "… và 19.900 vụ việc nữa");
    assertThat(only().html()).hasSizeLessThan(100_000);
    assertThat(bench.count("select count(*) from alert_state where thread_id is not null")).isEqualTo(20_000);
  }

  @Test
  void aRefusedMailWaitsAloneAndIsTriedAgain() {
    server.refuse(true);
    bench.open(AlertBench.unreadable(UNREADABLE, 1));
    assertThat(bench.tick()).isZero();
    server.refuse(false);
    bench.open(AlertBench.unreadable(CaseKind.MESSAGE_DEAD, 2));
    assertThat(bench.tick()).isEqualTo(1);
    bench.pass(MINUTE);
    assertThat(bench.tick()).isEqualTo(1);
    assertThat(mails()).extracting(ReceivedMail::to).containsExactly("kythuat@phutho.example", "vanhanh@phutho.example");
  }

  @Test
  void aServerThatIsNotTheOneWeTrustGetsNothing(@TempDir Path others) throws Exception {
    try (MailSandbox stranger = MailSandbox.open(others);
        AlertBench trusting = AlertBench.with(stranger, "hub.mail.trusted-certificates=" + keys.resolve("mail.pem"))) {
      trusting.open(AlertBench.unreadable(UNREADABLE, 1));
      assertThat(trusting.tick()).isZero();
      assertThat(stranger.deliveries()).isEmpty();
    }
  }

  @Test
  void withoutAServerAlertsStayQueued() throws IOException {
    try (AlertBench mute = AlertBench.withoutServer()) {
      mute.open(UNREADABLE, 1, 2);
      assertThat(mute.tick()).isZero();
      assertThat(mute.alerts().due()).isZero();
      assertThat(mute.texts("select state from mail")).containsExactly("QUEUED", "QUEUED");
    }
  }

  @Test
  void aClosedMonthIsSummedUpOnceForTheAccountant() throws IOException {
    YearMonth november = YearMonth.of(2026, 11);
    Figure none = Figure.ZERO;
    bench.settlement.add(new SettlementRow(november, "agribank", "NCC", new Figure(900, 2_510_100_000L), none, none, none,
        new Figure(890, 2_482_210_000L), new Figure(10, 27_890_000), none, none, none));
    bench.settlement.add(new SettlementRow(november, "xa", "NCC", new Figure(100, 278_900_000), none, none, none,
        new Figure(100, 278_900_000), none, none, none, none));
    bench.settlement.add(new SettlementRow(november, "agribank", "BTXH", new Figure(7, 3_500_000), none, none, none,
        new Figure(7, 3_500_000), none, none, none, none));
    bench.closeMonth("NCC", november);

    assertThat(bench.alerts().due()).isEqualTo(1);
    assertThat(bench.tick()).isEqualTo(1);
    assertThat(bench.tick()).isZero();

    ReceivedMail mail = only();
    assertThat(mail.to()).isEqualTo("ketoan@phutho.example");
    assertThat(mail.subject()).isEqualTo("[Chi Trả] Ký và nộp báo cáo tháng 11/2026 – Người có công với cách mạng"
        + " – đã chi 2.761.110.000 đồng – hạn hết ngày 19/11/2026");
    assertThat(mail.plain()).contains("Cộng: 1.000 khoản, 2.789.000.000 đồng", "89,8% số khoản, 89,8% số tiền",
        "Agribank Chi nhánh tỉnh Phú Thọ: 10 khoản, 27.890.000 đồng");
    assertThat(mail.html()).contains("890 khoản, 2.482.210.000 đồng").doesNotContain("BTXH");
    assertThat(mail.plain()).startsWith("Việc cần làm: xem quyết toán, ký và nộp báo cáo tháng 11/2026, hết ngày 19/11/2026");
    assertThat(mail.files()).containsOnlyKeys("quyet-toan-2026-11.xlsx");
    try (Workbook report = WorkbookFactory.create(new ByteArrayInputStream(mail.files().get("quyet-toan-2026-11.xlsx")))) {
      assertThat(report.getNumberOfSheets()).isPositive();
    }
  }

  @Test
  void aMailBeginsWithTheTaskAndLinksToItsPage() throws IOException {
    try (AlertBench linked = AlertBench.with(server, "hub.mail.console-url=https://chitra.phutho.example/hub/")) {
      linked.open(AlertBench.unreadable(UNREADABLE, 7));
      linked.open(NewCase.about(CaseKind.PAYOUT_HELD, "agency:XA04792/TWO_ACCOUNTS/3", "Hai tài khoản."));
      linked.tick();
      linked.pass(TO_FOUR);
      linked.tick();

      assertThat(mails().get(0).plain()).startsWith("Việc cần làm: Yêu cầu đối tác gửi lại tệp đúng, trước 09:00 26/11/2026.")
          .contains("Mở vụ việc: https://chitra.phutho.example/hub/cases/1");
      assertThat(mails().get(0).html()).contains("<a href=\"https://chitra.phutho.example/hub/cases/1\">");
      assertThat(mails().get(1).subject()).contains(" – các khoản chi của ").contains("(XA04792)");
    }
  }

  @Test
  void whatHealsWithinItsGraceIsNeverMailed() {
    bench.open(NewCase.about(CaseKind.ANSWER_OVERDUE, "batch:1", "Quá hạn.").atPartner("agribank"));
    bench.open(NewCase.about(CaseKind.ANSWER_OVERDUE, "batch:2", "Quá hạn.").atPartner("agribank"));
    assertThat(bench.alerts().due()).as("within its grace nothing is due").isZero();
    assertThat(bench.tick()).isZero();
    bench.pass(MINUTE.multipliedBy(59));
    bench.close(CaseKind.ANSWER_OVERDUE, "batch:1");
    assertThat(bench.tick()).isZero();
    bench.pass(MINUTE);
    assertThat(bench.alerts().due()).isEqualTo(1);

    assertThat(bench.tick()).isEqualTo(1);
    assertThat(only().subject()).startsWith("[Chi Trả] Giục đối tác trả lời – Agribank").contains("tệp gửi số 2");
    assertThat(bench.count("select count(*) from alert_state")).isEqualTo(1);
  }

  @Test
  void payoutsThatJoinACaseAfterItsMailAreOneUpdateInItsThread() {
    bench.open(held(1, 1));
    bench.pass(TO_FOUR);
    assertThat(bench.tick()).isEqualTo(1);
    bench.pass(MINUTE.multipliedBy(10));
    bench.open(held(2, 1));
    bench.pass(MINUTE.multipliedBy(30));
    bench.open(held(3, 1));
    bench.pass(MINUTE.multipliedBy(29));
    assertThat(bench.alerts().due()).as("it gathers for an hour from the first that joined").isZero();
    assertThat(bench.tick()).isZero();
    bench.pass(MINUTE);
    assertThat(bench.alerts().due()).isEqualTo(1);
    assertThat(bench.tick()).isEqualTo(1);
    assertThat(bench.alerts().due()).isZero();
    bench.open(held(4, 1));
    bench.pass(Duration.ofHours(1));
    assertThat(bench.tick()).isEqualTo(1);

    assertThat(mails()).extracting(ReceivedMail::messageId).containsExactly("<case-1-new@phutho.example>",
        "<case-1-grown-2@phutho.example>", "<case-1-grown-3@phutho.example>");
    ReceivedMail update = mails().get(1);
    assertThat(update.references()).isEqualTo("<case-1-new@phutho.example>");
    assertThat(update.subject()).isEqualTo("Re: " + mails().get(0).subject());
    for (String text : List.of(update.plain(), update.html())) {
      assertThat(text).contains("Việc cần làm: ", "Vụ việc này có thêm 2 khoản, 5.578.000 đồng kể từ thư trước.", "8.367.000 đồng");
    }
    assertThat(mails().get(2).plain()).contains("thêm 1 khoản, 2.789.000 đồng");
  }

  @Test
  void whatAMailOfTheCaseNamesOrWhatIsDecidedNeedsNoUpdate() {
    server.stop();
    bench.open(held(1, 1));
    bench.pass(TO_FOUR);
    bench.tick();
    bench.open(held(2, 1));
    server.start();
    bench.pass(MINUTE);
    assertThat(bench.tick()).as("the first mail names both").isEqualTo(1);
    bench.open(held(3, 1));
    bench.close(CaseKind.PAYOUT_HELD, "payout:3");
    bench.pass(Duration.ofHours(2));
    assertThat(bench.tick()).isZero();

    bench.open(held(3, 1));
    bench.pass(Duration.ofHours(1));
    assertThat(bench.tick()).as("it came again").isEqualTo(1);
    assertThat(mails().get(1).plain()).contains("thêm 1 khoản, 2.789.000 đồng");
  }

  @Test
  void manyCasesThatGrowAtOnceAreOneMail() {
    for (int cause = 1; cause <= 6; cause++) {
      bench.open(held(10 + cause, cause));
    }
    bench.pass(TO_FOUR);
    assertThat(bench.tick()).isEqualTo(1);
    for (int cause = 1; cause <= 6; cause++) {
      bench.open(held(20 + cause, cause));
    }
    bench.pass(Duration.ofHours(1));

    assertThat(bench.tick()).isEqualTo(1);
    ReceivedMail update = mails().get(1);
    assertThat(update.messageId()).isEqualTo("<digest-1-grown-2@phutho.example>");
    assertThat(update.plain()).contains("Vụ việc đã báo, nay có thêm khoản", "6 vụ việc, 12 dòng hoặc khoản",
        "(thêm 1 khoản, 2.789.000 đồng)");
    bench.pass(Duration.ofHours(1));
    assertThat(bench.tick()).isZero();
  }

  @Test
  void casesForWhichAPersonHasDaysAreOneMailADay() {
    bench.open(held(1, 1));
    bench.open(held(2, 2));
    bench.open(NewCase.about(CaseKind.PAYEE_DECEASED, "payout:3", "Đã mất."));
    bench.open(AlertBench.unreadable(UNREADABLE, 7));
    assertThat(bench.tick()).as("the file at once").isEqualTo(1);
    bench.pass(TO_FOUR.minus(MINUTE));
    assertThat(bench.alerts().due()).isZero();
    assertThat(bench.tick()).isZero();
    bench.pass(MINUTE);
    assertThat(bench.tick()).isEqualTo(1);
    bench.pass(MINUTE);
    bench.open(held(4, 4));
    bench.pass(Duration.ofHours(23));
    assertThat(bench.tick()).as("the one of four o'clock waits for the next day").isZero();
    bench.pass(Duration.ofHours(1));
    assertThat(bench.tick()).isEqualTo(1);

    assertThat(mails().get(1).subject()).startsWith("[Chi Trả] 3 vụ việc: ").contains(", và 1 việc loại khác – 5.578.000 đồng");
    assertThat(mails().get(2).messageId()).isEqualTo("<case-5-new@phutho.example>");
  }

  @Test
  void whatTheHubSettlesByItselfIsMailedOnlyWhenThatDidNotEnd() {
    bench.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:1", "Chờ tài khoản khác.").over(1, 1_000L)
        .heldFor("XA04792", "ACCOUNT_TO_CORRECT"));
    bench.pass(Duration.ofDays(19).plus(TO_FOUR));
    assertThat(bench.alerts().due()).isZero();
    assertThat(bench.tick()).isZero();
    bench.pass(Duration.ofDays(1));

    assertThat(bench.tick()).isEqualTo(1);
    assertThat(mails()).isNotEmpty().allMatch(mail -> mail.messageId().equals("<case-1-new@phutho.example>"));
  }

  @Test
  void deadlinesThatPassedAreOneMailARoleInTheMorning() {
    bench.open(AlertBench.unreadable(UNREADABLE, 1));
    bench.open(NewCase.about(CaseKind.LINE_UNKNOWN, "file:2", "Dòng lạ.").atPartner("agribank"));
    bench.tick();
    bench.pass(Duration.ofDays(1));
    assertThat(bench.tick()).as("due in this minute").isZero();
    bench.pass(Duration.ofHours(22).plusMinutes(59));
    assertThat(bench.tick()).isZero();
    bench.pass(MINUTE);   // 8:00 on the next day
    assertThat(bench.tick()).isEqualTo(1);

    assertThat(mails().get(2).subject()).startsWith("[Chi Trả] 2 vụ việc quá hạn: ").contains(", và 1 việc loại khác");
    assertThat(mails().get(2).references()).contains("<case-1-new@phutho.example>", "<case-2-new@phutho.example>");
  }

  @Test
  void aMailAboutAPayrollNamesItsCommune() {
    bench.list("BTXH", "04792", DECEMBER, DECEMBER);
    bench.open(NewCase.about(CaseKind.PAYROLL_TOTALS, "payroll:BTXH-04792-2026-12", "Lệch tổng."));
    bench.tick();

    assertThat(only().subject()).containsPattern("– bảng chi BTXH-04792-2026-12, \\p{Lu}.* \\(04792\\) –");
  }

  /** A payout of one agency, held for one of several causes. */
  private static NewCase held(int payout, int cause) {
    return NewCase.about(CaseKind.PAYOUT_HELD, "payout:" + payout, "Hai tài khoản.").over(1, 2_789_000L)
        .heldFor("XA04792", "CAUSE" + cause);
  }

  @Test
  void aProposalThatWaitsIsMailedToApproversOnce() {
    bench.open(NewCase.about(CaseKind.PAYOUT_HELD, "payout:12", "Hai tài khoản."));
    bench.tick();
    int before = mails().size();
    bench.propose(RepairAction.STOP_PAYOUT, "payout:12", 2_789_000, "Người nhận đã chuyển tỉnh <b>", "nvlan");
    assertThat(bench.alerts().due()).isEqualTo(1);
    assertThat(bench.tick()).isEqualTo(1);
    assertThat(bench.tick()).isZero();

    ReceivedMail mail = mails().get(before);
    assertThat(mail.to()).isEqualTo("ketoan@phutho.example");
    assertThat(mail.messageId()).isEqualTo("<proposal-1@phutho.example>");
    assertThat(mail.subject()).isEqualTo("[Chi Trả] Duyệt: " + RepairAction.STOP_PAYOUT.title() + " – khoản chi số 12 – 2.789.000 đồng"
        + " – hạn 09:00 30/11/2026 (đề nghị số 1)");
    assertThat(mail.plain()).startsWith("Việc cần làm: duyệt hoặc từ chối").contains("”, trước 09:00 30/11/2026; ", "Hạn: 09:00 30/11/2026",
        "Lý do: Người nhận đã chuyển tỉnh <b>", "nvlan");
    assertThat(mail.html()).contains("đã chuyển tỉnh &lt;b&gt;");
  }

  @Test
  void aProposalNamesTheCommuneAndTheFirstDeadlineOfItsCases() {
    bench.list("BTXH", "04792", DECEMBER, DECEMBER);
    bench.propose(RepairAction.DISMISS_PAYROLL, "payroll:BTXH-04792-2026-12", 2_789_000, "Trùng bảng", "nvlan");
    bench.open(held(21, 1));
    bench.open(held(22, 1));
    bench.propose(RepairAction.STOP_PAYOUT, "payout:22", 1_000_000, "Đã mất", "nvlan");
    bench.propose(RepairAction.CLOSE_CASE, "case:1", 0, "Đã xong", "nvlan");
    bench.tick();

    assertThat(to("ketoan@phutho.example")).extracting(ReceivedMail::subject)
        .anySatisfy(subject -> assertThat(subject).contains(" – bảng chi BTXH-04792-2026-12, ", " (04792) – 2.789.000 đồng"))
        .anySatisfy(subject -> assertThat(subject).contains(" – khoản chi số 22 – 1.000.000 đồng – hạn "))
        .anySatisfy(subject -> assertThat(subject).contains(" – vụ việc số 1 – 0 đồng – hạn "));
  }

  @Test
  void aProposalAboutSeveralSaysHowMany() {
    bench.propose(RepairAction.STOP_PAYOUT, "proposal:1", 5_578_000, "Hai người đã chuyển tỉnh", "nvlan", "payout:12", "payout:13");
    bench.tick();

    assertThat(only().subject()).endsWith(" – 2 khoản chi – 5.578.000 đồng (đề nghị số 1)");
  }

  @Test
  void aReportThatCannotBeWrittenHoldsUpNoOtherMail() {
    bench.closeMonth("NCC", YearMonth.of(2026, 11));
    bench.alerts().notifyPeople();
    bench.open(AlertBench.unreadable(UNREADABLE, 1));
    bench.withoutBookings(() -> assertThat(bench.tick()).isEqualTo(1));
    assertThat(only().to()).isEqualTo("vanhanh@phutho.example");

    bench.pass(MINUTE);
    assertThat(bench.tick()).isEqualTo(1);
    assertThat(to("ketoan@phutho.example")).hasSize(1);
  }

  @Test
  void aProposalDecidedBeforeItsMailLeftIsNotMailed() {
    server.stop();
    bench.propose(RepairAction.STOP_PAYOUT, "payout:12", 2_789_000, "Đã chuyển tỉnh", "nvlan");
    bench.tick();
    bench.approveAll("tvha");
    server.start();
    bench.pass(MINUTE);

    assertThat(bench.tick()).isZero();
    assertThat(bench.texts("select note from mail")).containsExactly("đề nghị đã được quyết định trước khi thư được gửi");
  }

  @Test
  void aMailAboutLackingFundsNamesTheAccountAndWhatIsMissing() {
    bench.waiting("agribank", 1, 500_000);
    bench.open(NewCase.about(CaseKind.BATCH_WAITING_FUNDS, "batch:1", "Chưa đủ tiền.").atPartner("agribank").over(2, 500_000L));
    bench.tick();
    bench.waiting("agribank", 2, 300_000);
    bench.statement("agribank", "2700201012345", "2026-11-24", 150_000);
    bench.open(NewCase.about(CaseKind.BATCH_WAITING_FUNDS, "batch:2", "Chưa đủ tiền.").atPartner("agribank").over(1, 300_000L));
    bench.tick();

    String account = "tài khoản chi tại Agribank Chi nhánh tỉnh Phú Thọ (số cuối 2345): ";
    assertThat(mails()).hasSize(2);
    for (String text : List.of(mails().get(0).plain(), mails().get(0).html())) {
      assertThat(text).contains(account + "đang chờ 500.000 đồng, chưa có sổ phụ nào để biết số dư");
    }
    assertThat(mails().get(1).plain()).contains(account + "đang chờ 800.000 đồng, số dư còn dùng được theo sổ phụ ngày 24/11/2026 là"
        + " 150.000 đồng, còn thiếu 650.000 đồng");
  }

  @Test
  void theMonthsReportIsWarnedOfFiveDaysAheadOnce() {
    bench.list("BTXH", "04792", DECEMBER, DECEMBER);
    bench.moveTo("2026-12-14T00:59:00Z");
    assertThat(bench.alerts().due()).isZero();
    assertThat(bench.tick()).isZero();
    bench.pass(MINUTE);   // 8:00 on the 14th
    assertThat(bench.alerts().due()).isEqualTo(1);
    assertThat(bench.tick()).isEqualTo(1);
    bench.pass(Duration.ofDays(1));
    assertThat(bench.alerts().due()).isZero();
    assertThat(bench.tick()).isZero();

    ReceivedMail mail = only();
    assertThat(mail.to()).isEqualTo("ketoan@phutho.example");
    assertThat(mail.messageId()).isEqualTo("<report-2026-12-accountant@phutho.example>");
    assertThat(mail.subject()).isEqualTo("[Chi Trả] Báo cáo, quyết toán tháng 12/2026 – mọi khoản đã có kết quả – hạn hết ngày 19/12/2026");
    assertThat(mail.plain()).startsWith("Việc cần làm: giục các đối tác trả lời, rồi ký và nộp báo cáo tháng 12/2026,"
        + " hết ngày 19/12/2026.");
  }

  @Test
  void listsAndMoneyAreWarnedOfFiveDaysAheadWithWhatIsMissing() {
    bench.list("BTXH", "04792", DECEMBER, DECEMBER);
    bench.list("NCC", "04792", DECEMBER, DECEMBER);
    bench.closeMonth("BTXH", DECEMBER);
    bench.closeMonth("NCC", DECEMBER);
    bench.tick();
    int before = mails().size();
    bench.list("NCC", "04792", DECEMBER.plusMonths(1), DECEMBER.plusMonths(2));
    bench.moveTo("2026-12-23T10:00:00Z");   // a hub that stood still until the day before
    assertThat(bench.alerts().due()).isEqualTo(2);
    assertThat(bench.tick()).isEqualTo(2);
    assertThat(bench.tick()).isZero();

    List<ReceivedMail> mails = mails().subList(before, before + 2);
    assertThat(mails).extracting(ReceivedMail::to).containsExactlyInAnyOrder("vanhanh@phutho.example", "ketoan@phutho.example");
    assertThat(mails).allSatisfy(mail -> {
      assertThat(mail.subject()).isEqualTo("[Chi Trả] Bàn giao danh sách và tiền tháng 01/2027 – còn thiếu 1 bảng"
          + " – hạn hết ngày 24/12/2026");
      assertThat(mail.plain()).startsWith("Việc cần làm: nhắc cơ quan duyệt, bàn giao danh sách và chuyển tiền tháng 01/2027, hết ngày"
          + " 24/12/2026.").containsPattern("- Bảo trợ xã hội – \\p{L}.* \\(04792\\)").doesNotContain("- Người có công", "- NCC");
      assertThat(mail.html()).contains("Chưa bàn giao danh sách, so với tháng 12/2026:");
    });
  }

  @Test
  void manyMissingListsOfAProgrammeAreOneRow() {
    List<String> communes = List.of("04792", "04795", "04828", "04831", "04846", "04849", "04873", "04876", "04891", "04894", "04897", "04924");
    communes.forEach(commune -> bench.list("BTXH", commune, DECEMBER, DECEMBER));
    bench.list("NCC", "04792", DECEMBER, DECEMBER);
    bench.moveTo("2026-12-23T10:00:00Z");
    bench.tick();

    assertThat(to("vanhanh@phutho.example")).filteredOn(mail -> mail.subject().contains("còn thiếu 13 bảng")).singleElement()
        .satisfies(mail -> assertThat(mail.plain())
            .containsPattern("- Bảo trợ xã hội: 12 bảng, gồm \\p{L}.* \\(04792\\), .* \\(04894\\) và 2 xã, phường khác")
            .containsPattern("- Người có công với cách mạng – \\p{L}.* \\(04792\\)").doesNotContain("BTXH", "Bảo trợ xã hội – "));
  }

  @Test
  void aDeadlineAtMidnightIsTheEndOfTheDayBefore() {
    assertThat(CaseWords.deadline(Instant.parse("2026-12-09T17:00:00Z"))).isEqualTo("hết ngày 09/12/2026");
    assertThat(CaseWords.before(Instant.parse("2026-12-09T17:00:00Z"))).isEqualTo(", hết ngày 09/12/2026");
    assertThat(CaseWords.before(Instant.parse("2026-12-09T06:30:00Z"))).isEqualTo(", trước 13:30 09/12/2026");
    assertThat(CaseWords.before(null)).isEmpty();
  }

  @Test
  void aDayOfTheLawByWhichNothingIsLeftIsNotMailed() {
    bench.list("BTXH", "04792", DECEMBER, DECEMBER);
    bench.closeMonth("BTXH", DECEMBER);
    bench.tick();
    int before = mails().size();
    bench.moveTo("2026-12-19T09:00:00Z");
    bench.list("BTXH", "04792", DECEMBER.plusMonths(1), DECEMBER.plusMonths(1));

    assertThat(bench.alerts().due()).isZero();
    assertThat(bench.tick()).isZero();
    assertThat(mails()).hasSize(before);
  }

  @Test
  void theHubMailsOnceABankingDayThatItRuns() throws IOException {
    restart("hub.mail.heartbeat-at=08:00", "hub.mail.heartbeat-to=canhgac@xa.example");
    bench.open(UNREADABLE, 1, 1);
    bench.moveTo("2026-11-26T00:59:00Z");
    bench.tick();
    assertThat(reached("canhgac@xa.example")).isEmpty();
    bench.pass(MINUTE);   // 8:00 on Thursday
    assertThat(bench.alerts().due()).isEqualTo(1);
    assertThat(bench.tick()).isEqualTo(1);
    assertThat(bench.alerts().due()).isZero();
    assertThat(bench.tick()).isZero();

    assertThat(reached("canhgac@xa.example")).singleElement().satisfies(mail -> {
      assertThat(mail.subject()).isEqualTo("[Chi Trả] Hub đang chạy – 08:00 26/11/2026");
      assertThat(mail.plain()).startsWith("Hub đang chạy lúc 08:00 26/11/2026. Hôm nay: gửi 0 tệp (0 khoản, 0 đồng), nhận 0 tệp;"
          + " vụ việc đang mở 1 (quá hạn 0), đề nghị chờ duyệt 0.");
    });
    assertThat(reached("vanhanh@phutho.example")).extracting(ReceivedMail::subject).contains("[Chi Trả] Hub đang chạy – 08:00 26/11/2026");
    bench.moveTo("2026-11-28T02:00:00Z");   // Saturday
    bench.tick();
    assertThat(reached("canhgac@xa.example")).hasSize(1);
    bench.moveTo("2026-11-30T08:00:00Z");   // Monday afternoon: it stood still in the morning
    assertThat(bench.tick()).isPositive();
    assertThat(reached("canhgac@xa.example")).extracting(ReceivedMail::subject).last()
        .isEqualTo("[Chi Trả] Hub đang chạy – 15:00 30/11/2026");
  }

  @Test
  void operatorsWithManyMailsGetNoHeartbeat() throws IOException {
    restart("hub.mail.heartbeat-at=08:00", "hub.mail.heartbeat-to=canhgac@xa.example");
    for (int n = 1; n <= Heartbeats.BUDGET; n++) {
      bench.open(UNREADABLE, n, n);
      bench.tick();
    }
    int before = reached("vanhanh@phutho.example").size();
    bench.moveTo("2026-11-26T01:00:00Z");
    bench.tick();

    assertThat(before).isGreaterThanOrEqualTo(Heartbeats.BUDGET);
    assertThat(reached("vanhanh@phutho.example")).as("those of cases only").noneMatch(mail -> mail.subject().contains("08:00 26/11/2026"));
    assertThat(reached("canhgac@xa.example")).extracting(ReceivedMail::subject).contains("[Chi Trả] Hub đang chạy – 08:00 26/11/2026");
  }

  @Test
  void theHeartbeatOfADayThatIsOverNeverLeaves() throws IOException {
    restart("hub.mail.heartbeat-at=08:00", "hub.mail.heartbeat-to=canhgac@xa.example");
    bench.alerts().notifyPeople();
    bench.moveTo("2026-11-26T02:00:00Z");
    bench.tick();

    assertThat(reached("canhgac@xa.example")).extracting(ReceivedMail::subject)
        .containsExactly("[Chi Trả] Hub đang chạy – 09:00 26/11/2026");
  }

  @Test
  void withoutItsTimeThereIsNoHeartbeat() {
    bench.moveTo("2026-11-26T02:00:00Z");
    assertThat(bench.alerts().due()).isZero();
    assertThat(bench.tick()).isZero();
  }

  @Test
  void hostileTextIsHarmless() {
    bench.open(NewCase.about(UNREADABLE, "file:9", "=HYPERLINK(\"http://x.example\") <script>alert('Đặng')</script> \u202Egnas\n"
        + "CCCD 025301234567, 025 301 234 568, TK 2700201012345 & 0123-4567-8901, nợ 12500000 đồng").atPartner("agribank"));
    bench.open(NewCase.about(UNREADABLE, "folder:a\r\nBcc: ai@do.example\r\n\r\n<b>", "Đức"));
    bench.tick();

    ReceivedMail mail = mails().get(0);
    assertThat(mail.html()).contains("&lt;script&gt;", "Đặng").doesNotContain("<script", "\u202E", "http://");
    assertThat(mail.plain()).contains("'=HYPERLINK", "CCCD ************, *** *** *** ***, TK *************", "12.500.000 đồng");
    assertThat(mails()).hasSize(2).extracting(ReceivedMail::to).containsOnly("vanhanh@phutho.example");
    assertThat(mails().get(1).subject()).contains("folder:a Bcc: ai@do.example <b>");
  }

  private List<ReceivedMail> mails() {
    return ReceivedMail.all(server);
  }

  private void restart(String... settings) throws IOException {
    bench.close();
    bench = AlertBench.with(server, settings);
  }

  private List<ReceivedMail> reached(String address) {
    return mails().stream().filter(mail -> mail.to().contains(address)).toList();
  }

  private List<ReceivedMail> to(String address) {
    return mails().stream().filter(mail -> mail.to().equals(address)).toList();
  }

  private ReceivedMail only() {
    assertThat(mails()).hasSize(1);
    return mails().get(0);
  }
}
