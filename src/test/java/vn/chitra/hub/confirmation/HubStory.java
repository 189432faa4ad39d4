package vn.chitra.hub.confirmation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import vn.chitra.hub.archive.Archive;
import vn.chitra.hub.dispatch.BuildBatch;
import vn.chitra.hub.dispatch.Delivery;
import vn.chitra.hub.dispatch.GatherBatches;
import vn.chitra.hub.dispatch.SendBatch;
import vn.chitra.hub.partner.PartnerKind;
import vn.chitra.hub.partner.Partners;
import vn.chitra.hub.payout.Channel;
import vn.chitra.hub.payout.PayoutPlans;
import vn.chitra.hub.payout.PlanPayroll;
import vn.chitra.hub.payout.ReleasePayroll;
import vn.chitra.hub.payout.ReroutePayouts;
import vn.chitra.hub.support.EndToEndId;
import vn.chitra.hub.support.Zone;

/**
 * A story told to the hub: payrolls are handed over, planned, released, sent, answered by files. A leg is named by its endToEndId.
 * After each file the books are looked at ({@link Books}).
 */
final class HubStory {

  static final String BANK = "agribank";
  static final String POST = "buu-dien";
  static final String COMMUNE = "xa";
  static final String POST_OFFICE = "BD2511";
  static final String COMMUNE_FOLDER = "04792";
  static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  private static final String NAME = "Nguyễn Thị Đức Huyền";

  private final StoryHub hub = StoryHub.get();
  private final JdbcTemplate jdbc = hub.bean(JdbcTemplate.class);
  private final Books books = new Books(hub);
  private int payrolls;

  private HubStory() {
    hub.reset(at(NOVEMBER.atDay(2), 8));
  }

  /** An empty hub on the morning of Monday, 2 November 2026. */
  static HubStory begin() {
    return new HubStory();
  }

  Books books() {
    return books;
  }

  LocalDate today() {
    return LocalDate.ofInstant(hub.clock().instant(), Zone.VIETNAM);
  }

  void itIs(LocalDate day) {
    hub.clock().moveTo(at(day, 8));
  }

  /** One payroll of November, its legs planned and released; gives their ids. */
  List<String> handOver(Channel channel, long... amounts) {
    String payroll = take(channel, amounts);
    plan(payroll);
    hub.bean(ReleasePayroll.class).release(payroll);
    return newestLegs(payroll);
  }

  /** One payroll taken, not planned yet; gives its id. */
  String take(Channel channel, long... amounts) {
    String payroll = payroll(NOVEMBER, amounts);
    for (int line = 1; line <= amounts.length; line++) {
      jdbc.update("""
          insert into payout (payroll_id, line_no, current_payroll_id, current_line_no, programme, commune_code, period, entitlement_id,
            beneficiary_id, kind, for_from, for_to, amount_vnd, state, channel, beneficiary_name, birth_year, circumstance, no_transfer,
            cash_place, payee_name, payee_relation, bank_bin, account_no, account_name, pay_from, pay_until, updated_at)
          values (?, ?, ?, ?, 'BTXH', ?, ?, ?, 'NGUOI-01', 'REGULAR', ?, ?, ?, 'OPEN', ?, ?, 1941, 'NONE', false, 'HOME', ?, 'SELF',
            '970405', '2700201000001', 'NGUYEN THI DUC HUYEN', ?, ?, ?)""",
          payroll, line, payroll, line, COMMUNE_FOLDER, first(NOVEMBER), payroll + "/" + line, first(NOVEMBER),
          Date.valueOf(NOVEMBER.atEndOfMonth()), amounts[line - 1], channel.name(), NAME, NAME, Date.valueOf(NOVEMBER.atDay(2)),
          Date.valueOf(NOVEMBER.atDay(17)), now());
    }
    return payroll;
  }

  void plan(String payroll) {
    hub.bean(PlanPayroll.class).plan(payroll);
  }

  /** A CARRY_OVER line of a later month takes the payout up again; planned only when {@link #plan} is called. */
  String revive(String leg, YearMonth period) {
    String payroll = payroll(period, books.amount(leg));
    jdbc.update("update payout set current_payroll_id = ?, current_line_no = 1, period = ?, state = 'OPEN', hold_reason = null,"
            + " partner = null, pay_from = ?, pay_until = ? where payout_id = ? and state = 'CARRIED_OVER'",
        payroll, first(period), Date.valueOf(period.atDay(2)), Date.valueOf(period.atDay(17)), books.payoutOf(leg));
    return payroll;
  }

  private String payroll(YearMonth period, long... amounts) {
    String id = "BC-" + period + "-" + ++payrolls;
    long total = Arrays.stream(amounts).sum();
    jdbc.update("insert into payroll (payroll_id, programme, agency_code, commune_code, period_from, period, account_cutoff, pay_from,"
            + " pay_until, item_count, total_vnd, state, taken_at, accepted_count, accepted_vnd, receipt_status)"
            + " values (?, 'BTXH', 'UBND-X', ?, ?, ?, ?, ?, ?, ?, ?, 'TAKEN', ?, ?, ?, 'TAKEN')",
        id, COMMUNE_FOLDER, first(period), first(period), first(period), Date.valueOf(period.atDay(2)), Date.valueOf(period.atDay(17)),
        amounts.length, total, now(), amounts.length, total);
    return id;
  }

  List<String> newestLegs(String payroll) {
    return jdbc.queryForList("select l.end_to_end_id from leg l join payout p using (payout_id) where p.current_payroll_id = ?"
        + " and l.attempt = p.attempts order by p.current_line_no", String.class, payroll);
  }

  /** The next leg of the payout, as a re-route would start it: other partner, released, with what the move books. */
  String anotherLeg(String leg, Channel channel) {
    Map<String, Object> payout = jdbc.queryForMap("select * from payout where payout_id = ?", books.payoutOf(leg));
    int attempt = (int) payout.get("attempts") + 1;
    String id = EndToEndId.of((String) payout.get("payroll_id"), (int) payout.get("line_no"), attempt);
    String partner = channel == Channel.BANK ? BANK : channel == Channel.POST_CASH ? POST : COMMUNE;
    String folder = channel == Channel.BANK ? "" : channel == Channel.POST_CASH ? POST_OFFICE : COMMUNE_FOLDER;
    jdbc.update("insert into leg (payout_id, attempt, end_to_end_id, channel, partner, folder, amount_vnd, bank_bin, account_no,"
            + " account_name, state, released_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, '970405', '2700201000001',"
            + " 'NGUYEN THI DUC HUYEN', 'PLANNED', ?, ?)",
        books.payoutOf(leg), attempt, id, channel.name(), partner, folder, payout.get("amount_vnd"), now(), now());
    for (Object[] half : new Object[][] {{payout.get("partner"), "MOVED_OUT"}, {partner, "MOVED_IN"}}) {
      if (!partner.equals(payout.get("partner"))) {
        jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
            + " select period, ?, programme, ?, payout_id, 1, amount_vnd, ? from payout where payout_id = ?",
            half[0], half[1], Date.valueOf(today()), books.payoutOf(leg));
      }
    }
    jdbc.update("update payout set attempts = ?, partner = ?, channel = ?, state = 'OPEN', hold_reason = null where payout_id = ?",
        attempt, partner, channel.name(), books.payoutOf(leg));
    stateNeeds();
    return id;
  }

  /** As a re-route and a giving back do. */
  private void stateNeeds() {
    jdbc.queryForList("select payroll_id from payroll", String.class).forEach(hub.bean(PayoutPlans.class)::stateFundingNeed);
    jdbc.update("update funding_need f set (item_count, total_vnd) = (select count(*), coalesce(sum(amount_vnd), 0) from payout p"
        + " where p.current_payroll_id = f.payroll_id and coalesce(p.partner, 'none') = f.partner and p.state in ('OPEN', 'HELD', 'PAID'))");
  }

  /** At the partners' next send time: legs into batches that are still open. */
  void gather() {
    GatherBatches gather = hub.bean(GatherBatches.class);
    for (int days = 0; days < 10; days++) {
      hub.clock().moveTo(at(today().plusDays(1), 10));
      if (!gather.gather(List.of(PartnerKind.values())).isEmpty()) {
        return;
      }
    }
    throw new IllegalStateException("nothing to gather");
  }

  /** Open batches become files that are about to leave. */
  void build() {
    for (Long batch : jdbc.queryForList("select batch_id from batch where state = 'OPEN' order by 1", Long.class)) {
      try {
        hub.bean(BuildBatch.class).build(batch);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** SENDING is committed, nothing is known yet. */
  void startSending() {
    jdbc.queryForList("select batch_id from batch where state in ('BUILT', 'UNCERTAIN', 'WAITING_FUNDS') order by 1", Long.class)
        .forEach(batch -> hub.bean(SendBatch.class).begin(batch));
  }

  void settle(Delivery delivery) {
    jdbc.queryForList("select batch_id from batch where state in ('SENDING') order by 1", Long.class)
        .forEach(batch -> hub.bean(SendBatch.class).settle(batch, delivery));
  }

  /** Gathered, built and proven at the partner. */
  void send() {
    gather();
    build();
    startSending();
    settle(new Delivery.Proven("kích thước đọc lại khớp"));
  }

  /** Handed over and sent. */
  List<String> sent(Channel channel, long... amounts) {
    List<String> legs = handOver(channel, amounts);
    send();
    return legs;
  }

  void reroute() {
    hub.bean(ReroutePayouts.class).reroute();
    books.balance();
  }

  /** The unpaid of November go back to the agency: the last pay day is past. */
  void carryOver() {
    itIs(NOVEMBER.atDay(18));
    reroute();
  }

  void close(YearMonth period) {
    jdbc.update("insert into period_close (programme, period, closed_at) values ('BTXH', ?, ?)", first(period), now());
  }

  /** The whole payout is over without payment, its key free or not. */
  void giveBack(String leg, String state, boolean keyFreed) {
    jdbc.update("update payout set state = ?, key_freed = ? where payout_id = ?", state, keyFreed, books.payoutOf(leg));
    jdbc.update("insert into booking (period, partner, programme, column_name, payout_id, item_count, amount_vnd, booked_on)"
        + " select period, partner, programme, 'HANDED_BACK', payout_id, 1, amount_vnd, ? from payout where payout_id = ?",
        Date.valueOf(today()), books.payoutOf(leg));
    stateNeeds();
  }

  /** The partner puts out a file; gives what became of it. */
  String feed(AnswerFile file) {
    String state = feedUnbalanced(file);
    books.agree();
    return state;
  }

  /** The same where the books are not complete yet. */
  String feedUnbalanced(AnswerFile file) {
    try {
      Path spool = Files.createTempFile("answer-", ".bin");
      Files.write(spool, file.bytes());
      hub.bean(ReceiveFile.class).receive(hub.bean(Partners.class).byId(file.partner()).orElseThrow(), file.folder(), file.name(), spool);
      Files.delete(spool);
      for (Long id : jdbc.queryForList("select file_id from file where state = 'ARCHIVED' order by 1", Long.class)) {
        hub.bean(ConfirmFile.class).confirm(id);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return jdbc.queryForObject("select f.state from file_arrival a join file f using (file_id) order by arrival_id desc limit 1", String.class);
  }

  JdbcTemplate sql() {
    return jdbc;
  }

  byte[] archived(String sha256) {
    try {
      return Files.readAllBytes(hub.bean(Archive.class).path(sha256));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Date first(YearMonth month) {
    return Date.valueOf(month.atDay(1));
  }

  private Timestamp now() {
    return Timestamp.from(hub.clock().instant());
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(hour, 0).atZone(Zone.VIETNAM).toInstant();
  }

  /** Bytes that a partner puts into its folder. */
  record AnswerFile(String partner, String folder, String name, byte[] bytes) {

    AnswerFile named(String other) {
      return new AnswerFile(partner, folder, other, bytes);
    }
  }
}
