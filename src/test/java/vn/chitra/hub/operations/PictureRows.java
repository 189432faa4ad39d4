package vn.chitra.hub.operations;

import static org.awaitility.Awaitility.await;

import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.core.server.Queue;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.outbox.Destination;
import vn.chitra.hub.repair.HubRows;
import vn.chitra.hub.repair.jms.DeadLetterQueues;
import vn.chitra.hub.running.RunningHub;

/**
 * Demo data for pictures of the console: a November on its way with something on each page, and five closed months before it. Persons,
 * accounts and amounts are invented.
 */
final class PictureRows {

  static final String DRAFT = "BTXH-04792-2026-12";
  private static final List<String> NAMES = List.of("Đỗ Thị Hường", "Nguyễn Văn Ưng", "Phạm Thị Ngọc", "Bùi Đức Thọ", "Đinh Thị Mơ",
      "Hoàng Văn Khoẻ", "Lê Thị Ơn", "Trần Đình Quế", "Vũ Thị Xuân", "Quách Công Ổn", "Xa Thị Thuỷ", "Nguyễn Thị Ái");

  private final JdbcTemplate jdbc;
  private final HubRows rows;
  final long held;
  final long overdueCase;
  final long groupCase;
  final long batch;
  final long sent;
  final long received;

  /** Writes the rows into an empty hub. */
  PictureRows(RunningHub hub) {
    jdbc = hub.bean(JdbcTemplate.class);
    rows = new HubRows(jdbc).payroll("RELEASED", NAMES.size());
    held = rows.payout(1, "HELD", "TWO_ACCOUNTS", null);
    overdueCase = rows.openCase("PAYOUT_HELD", "payout:" + held);
    jdbc.update("update case_record set due_at = '2026-11-17 02:00Z', amount_vnd = 500000 where case_id = ?", overdueCase);
    batch = inAFile(2, "SENT", "2026-11-12");
    sent = jdbc.queryForObject("select payout_id from payment where batch_id = ?", Long.class, batch);
    inAFile(3, "PAID", null);
    inAFile(4, "PAID", null);
    inAFile(5, "ACCEPTED", "2026-11-20");
    for (int line = 6; line <= 8; line++) {
      jdbc.update("update payout set channel = 'POST_CASH' where payout_id = ?", rows.payout(line, "OPEN", null, "buu-dien"));
    }
    long oneOff = rows.payout(9, "HELD", "DEAD_ONE_OFF", null);
    long changed = rows.payout(10, "HELD", "TWO_ACCOUNTS", null);
    rows.payout(11, "CARRIED_OVER", null, "agribank");
    book(11, "CARRIED_OUT");
    rows.payout(12, "OPEN", null, "agribank");
    groupCase = groupCase(changed, oneOff);
    long unknownLine = rows.openCase("LINE_UNKNOWN", "batch:" + batch);
    jdbc.update("update case_record set partner = 'agribank', due_at = '2026-11-19 02:00Z', evidence = 'Dòng 3: mã chi trả không có trong"
        + " tệp đã gửi.' where case_id = ?", unknownLine);
    propose("CARRY_OVER_PAYOUT", oneOff, "người nhận vắng mặt", "huong");
    propose("HAND_BACK_PAYOUT", changed, "đã thôi hưởng từ tháng 10/2026", "dat");
    for (int line = 1; line <= NAMES.size(); line++) {
      jdbc.update("update payout set beneficiary_name = ?, payee_name = case when line_no % 3 = 0 then beneficiary_name else payee_name end,"
          + " payee_relation = case when line_no % 3 = 0 then 'SELF' else payee_relation end, birth_year = 1940 + line_no where line_no = ?",
          NAMES.get(line - 1), line);
    }
    closedMonths();
    received = received();
  }

  /** A payroll of December as the agency drafts it, with a new account, a changed amount and a line that cannot be taken. */
  static void draft(JdbcTemplate province) {
    HubRows.atTheProvince(province, NAMES.size() + 1);
    province.update("insert into welfare.payroll select ?, programme, agency_code, commune_code, '2026-12', '2026-12', '2026-11-15',"
        + " '2026-12-05', '2026-12-15', 4, 1700000, 'DRAFT' from welfare.payroll where payroll_id = ?", DRAFT, HubRows.PAYROLL);
    province.update("insert into welfare.payment_account (entitlement_id, bank_bin, account_no, account_name, source, registered_on)"
        + " values ('QD-2026-2', '970405', '2700205111222', 'NGUYEN THI DUC HUYEN', 'REGISTERED', '2026-11-01')");
    province.update("insert into welfare.payroll_item (payroll_id, line_no, entitlement_id, kind, for_from, for_to, amount_vnd) values"
        + " (?, 1, 'QD-2026-2', 'REGULAR', '2026-12', '2026-12', 700000), (?, 2, 'QD-2026-1', 'REGULAR', '2026-12', '2026-12', -5),"
        + " (?, 3, 'QD-2026-13', 'REGULAR', '2026-12', '2026-12', 500005), (?, 4, 'QD-2026-4', 'REGULAR', '2026-12', '2026-12', 500000)",
        DRAFT, DRAFT, DRAFT, DRAFT);
  }

  private long inAFile(int line, String state, String due) {
    long payment = rows.payment(rows.payout(line, state.equals("PAID") ? "PAID" : "OPEN", null, "agribank"), state, true);
    if (state.equals("PAID")) {
      book(line, "PAID");
      return 0;
    }
    long file = jdbc.queryForObject("select batch_id from payment where payment_id = ?", Long.class, payment);
    jdbc.update("update batch set sent_at = '2026-11-05 03:00Z', answer_due_on = ?::date, upload_attempt = 1, proof = 'kích thước đọc lại 100"
        + " byte' where batch_id = ?", due, file);
    return file;
  }

  /** A result part that names the first file's payment as paid. */
  private long received() {
    long file = jdbc.queryForObject("insert into file (direction, partner, name, sha256, size_bytes, content_key, state, received_at) values"
        + " ('IN', 'agribank', 'KQ_PTCTXH_20261105_000001_1_Y.csv', repeat('a', 64), 412, 'in', 'DONE', '2026-11-06 02:00Z')"
        + " returning file_id", Long.class);
    jdbc.update("insert into payment_status (payment_id, file_id, line_no, reported, provisional, amount_vnd, code, reason_text, effect,"
        + " status_hash, received_at) select payment_id, ?, 1, 'ACCEPTED', false, amount_vnd, '05', 'đang xử lý', 'APPLIED', repeat('b', 32),"
        + " '2026-11-06 02:00Z' from payment where batch_id = ?", file, batch);
    return file;
  }

  private void book(int line, String column) {
    jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on) select period,"
        + " partner, programme, ?, payout_id, 1, amount_vnd, '2026-11-05' from payout where line_no = ?", column, line);
  }

  private long groupCase(long... payouts) {
    long group = rows.openCase("PAYOUT_HELD", "agency:XA04792/TWO_ACCOUNTS/9");
    jdbc.update("update case_record set item_count = 2, agency = 'XA04792', cause = 'TWO_ACCOUNTS', amount_vnd = 1000000,"
        + " due_at = '2026-11-23 02:00Z' where case_id = ?", group);
    for (long payout : payouts) {
      jdbc.update("insert into case_payout (case_id, payout_id, amount_vnd, evidence, joined_at) values (?, ?, 500000, 'Có hai tài khoản.',"
          + " '2026-11-18 02:00Z')", group, payout);
    }
    return group;
  }

  private void propose(String action, long payout, String reason, String by) {
    jdbc.update("insert into repair_proposal (action, subject, reason, item_count, amount_vnd, proposed_by, proposed_at, state)"
        + " values (?, ?, ?, 1, 500000, ?, '2026-11-18 01:00Z', 'PROPOSED')", action, "payout:" + payout, reason, by);
  }

  /** Five months of three programmes with a rising share. */
  private void closedMonths() {
    for (int month = 6; month <= 10; month++) {
      String period = "2026-%02d-01".formatted(month);
      int rise = month;
      Map.of("BTXH", 60, "HTXH", 70, "NCC", 82).forEach((programme, share) -> {
        jdbc.update("insert into period_close (programme, period, closed_at) values (?, ?::date, ?::date + 25)", programme, period, period);
        jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
            + " pay_until, item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status, receipt_written)"
            + " select ? || '-04792-' || ?, ?, 'XA04792', '04792', d, d, d, d, d, 1000, 600000000, 'RELEASED', d, 1000, 600000000,"
            + " 'SETTLED', 1 from (select ?::date d) x", programme, period.substring(0, 7), programme, period);
        int account = 10 * (share + rise);
        jdbc.update("insert into cashless_share values (?, ?::date, '04792', ?, ?, 1000, 600000000)", programme, period, account,
            account * 610_000L);
      });
    }
  }

  /** One message that the hub gave up. */
  static void deadLetter(RunningHub hub) throws Exception {
    Queue queue = hub.bean(EmbeddedActiveMQ.class).getActiveMQServer().locateQueue(SimpleString.of("hub.payout.release"));
    queue.pause();
    try (JMSContext context = hub.bean(ConnectionFactory.class).createContext()) {
      context.createProducer().send(context.createQueue("hub.payout.release"), HubRows.PAYROLL);
    }
    await().atMost(Duration.ofSeconds(20)).until(() -> queue.sendMessagesToDeadLetterAddress(null) == 1);
    await().atMost(Duration.ofSeconds(20)).until(() -> hub.bean(DeadLetterQueues.class).count(Destination.RELEASE_PAYROLL) == 1);
    queue.resume();
  }
}
