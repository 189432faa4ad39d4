package vn.chitra.hub.crash;

import jakarta.mail.MessagingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.demo.BooksCheck;
import vn.chitra.hub.demo.DemoWorld;
import vn.chitra.hub.sim.mail.MailSandbox;

/**
 * The independent check at the end of a month: files at the partners and rows in the two databases, by queries and sums that share nothing
 * with the hub. On top of {@link BooksCheck}: the payer of each payment, every answer archived unchanged, the mails, the chain of the audit
 * trail, and no case that the hub itself should have closed.
 */
final class OutsideCheck {

  /** The cases that a crash may open and must also close. */
  private static final String CALLS = """
      SELECT kind || ' ' || subject || ': ' || evidence FROM case_record WHERE state = 'OPEN' AND kind IN ('PAYROLL_NOT_TAKEN',
        'FILE_CONFLICT', 'FILE_UNKNOWN_BATCH', 'LINE_UNKNOWN', 'AMOUNT_DIFFERS', 'STATUS_CONTRADICTS', 'PAYMENT_UNNAMED',
          'LIST_NOT_CLOSABLE',
        'LIST_ROWS_MIXED', 'CHANGED_AFTER_CLOSE', 'PAID_UNEXPECTEDLY', 'PAID_IN_ERROR', 'BATCH_REFUSED', 'BATCH_WAITING_FUNDS',
          'BATCH_IN_DOUBT',
        'BATCH_IDS_STAND', 'NAME_CHECK_SILENT', 'ACKNOWLEDGEMENT_OTHER_HASH', 'BATCH_UNVERIFIED', 'ANSWER_OVERDUE', 'SETTLEMENT_DIFFERENCE',
          'MESSAGE_DEAD', 'STATEMENT_GAP',
        'STATEMENT_MISSING', 'STATEMENT_DEBIT_DIFFERS', 'STATEMENT_ENTRY_OTHER', 'RETURN_UNMATCHED')""";
  /** A second copy under a name that the contract does not know is nobody's harm: the bytes were read under the right one. */
  private static final String NOT_READ = """
      SELECT 'file ' || file_id || ': ' || message FROM file f WHERE state = 'SET_ASIDE'
        AND NOT EXISTS (SELECT FROM file o WHERE o.partner = f.partner AND o.sha256 = f.sha256 AND o.state = 'DONE')""";
  private static final String LEFT_OVER = """
      SELECT 'message to ' || destination FROM outbox UNION ALL SELECT 'batch ' || batch_id || ' is ' || state FROM batch
        WHERE state IN ('OPEN', 'BUILT', 'SENDING', 'IN_DOUBT', 'WAITING_FUNDS')
      UNION ALL SELECT 'file ' || file_id || ' is not read' FROM file WHERE state = 'ARCHIVED'""";
  private static final String STATED = """
      SELECT partner || ' ' || name || ' ' || encode(sha256(content), 'hex') FROM reply WHERE shown""";
  private static final String HEARD = """
      SELECT f.partner || ' ' || a.name || ' ' || trim(f.sha256) FROM file_arrival a JOIN file f USING (file_id)""";
  private static final String AT_PARTNERS = """
      SELECT trim(i.end_to_end_id), i.state FROM instruction i JOIN received_file f USING (partner, folder, seq)
      WHERE f.existing AND i.state IN ('OPEN', 'PAID')""";
  private static final String PAYOUTS_OF_PAYMENTS = "SELECT trim(end_to_end_id), payout_id::text FROM payment";
  private static final String UNSENT = "SELECT 'mail ' || mail_id || ' is ' || state FROM mail WHERE state IN ('QUEUED', 'SENDING')";
  private static final String SENT = "SELECT message_id FROM mail WHERE state = 'SENT'";

  private final JdbcTemplate hub;
  private final JdbcTemplate welfare;
  private final JdbcTemplate partners;
  private final MailSandbox mail;
  private final List<String> wrong = new ArrayList<>();

  private OutsideCheck(DemoWorld world, MailSandbox mail) {
    this.hub = new JdbcTemplate(world.hub().dataSource());
    this.welfare = new JdbcTemplate(world.welfare().dataSource());
    this.partners = new JdbcTemplate(world.partners().dataSource());
    this.mail = mail;
  }

  /** Everything that is not as it must be when a month is over; empty = all is well. */
  static List<String> ofMonth(DemoWorld world, MailSandbox mail) {
    OutsideCheck check = new OutsideCheck(world, mail);
    check.month();
    return check.wrong;
  }

  /** The conditions for any day without open work. */
  static List<String> ofDay(DemoWorld world, MailSandbox mail) {
    OutsideCheck check = new OutsideCheck(world, mail);
    check.found(new BooksCheck(check.hub, check.welfare, check.partners).always());
    check.onePaymentAtPartners();
    return check.wrong;
  }

  private void month() {
    found(new BooksCheck(hub, welfare, partners).findings());
    none("a person was called", CALLS);
    none("not understood", NOT_READ);
    none("left over", LEFT_OVER);
    none("mail not sent", UNSENT);
    if (onePaymentAtPartners() == 0) {
      wrong.add("no partner paid anything: this month says nothing");
    }
    Set<String> heard = new HashSet<>(hub.queryForList(HEARD, String.class));
    partners.queryForList(STATED, String.class).stream().filter(stated -> !heard.contains(stated))
        .forEach(stated -> wrong.add("an answer is not in the archive as it was: " + stated));
    Set<String> received = mail.deliveries().stream().map(OutsideCheck::messageId).collect(Collectors.toSet());
    hub.queryForList(SENT, String.class).stream().filter(id -> !received.contains(id))
        .forEach(id -> wrong.add("a mail counts as sent and the server never had it: " + id));
    AuditChain.firstBroken(hub).ifPresent(number -> wrong.add("the audit chain is broken at " + number));
  }

  private void found(List<BooksCheck.Finding> findings) {
    findings.forEach(finding -> finding.wrong().forEach(what -> wrong.add(finding.claim() + ": " + what)));
  }

  /** Every paid or due payment at the partners is one payment of the hub, and there is one per payout. @return payouts */
  private int onePaymentAtPartners() {
    Map<String, String> payouts = pairs(hub, PAYOUTS_OF_PAYMENTS);
    Map<String, String> paidBy = new TreeMap<>();
    partners.query(AT_PARTNERS, row -> {
      String payment = row.getString(1);
      String payout = payouts.get(payment);
      if (payout == null) {
        wrong.add("a partner holds a payment that the hub does not know: " + payment);
        return;
      }
      String other = paidBy.put(payout, payment);
      if (other != null) {
        wrong.add("payout " + payout + " stands twice at partners, as " + other + " and " + payment);
      }
    });
    return paidBy.size();
  }

  private static String messageId(MailSandbox.Delivery delivery) {
    try {
      return delivery.message().getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException("a mail without a name", e);
    }
  }

  private void none(String claim, String sql) {
    hub.queryForList(sql, String.class).forEach(what -> wrong.add(claim + ": " + what));
  }

  private static Map<String, String> pairs(JdbcTemplate database, String sql) {
    Map<String, String> pairs = new HashMap<>();
    database.query(sql, row -> {
      pairs.put(row.getString(1), row.getString(2));
    });
    return pairs;
  }
}
